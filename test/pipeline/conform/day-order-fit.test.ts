import { describe, expect, it } from "vitest";
import type { Day } from "../../../functions/domain/calendar/day.ts";
import { columnsOf } from "../../../functions/domain/records/columns-builder.ts";
import { noRows, type ReadFile } from "../../../functions/join/rows/held-rows.ts";
import {
  dayFit,
  orderHolds,
  type DayFit,
} from "../../../functions/pipeline/conform/day-order-fit.ts";
import { attendanceBook } from "../../../functions/sources/attendance/attendance-book.ts";

const shown = (proofs: number) =>
  ({ order: "day-first", proofs, fields: ["plan.openedOn"] }) as const;
const fit = (misfits: number, compared: number): DayFit => ({ misfits, compared });

describe("an order of month and day", () => {
  it.each([
    ["by three proofs and no record to compare with", 3, fit(0, 0), fit(0, 0), true],
    ["by three proofs and half of the days misfits", 3, fit(10, 20), fit(0, 20), true],
    ["by three proofs and more than half misfits", 3, fit(11, 20), fit(0, 20), false],
    ["by two proofs and no record to compare with", 2, fit(0, 0), fit(0, 0), false],
    ["by two proofs, where the other order fits as well", 2, fit(0, 20), fit(0, 20), false],
    ["by two proofs, where a tenth misfits by the other", 2, fit(0, 20), fit(2, 20), false],
    [
      "by two proofs, where more than a tenth misfits by the other",
      2,
      fit(0, 20),
      fit(3, 20),
      true,
    ],
    ["by one proof, where a tenth misfits", 1, fit(2, 20), fit(9, 20), true],
    ["by one proof, where more than a tenth misfits", 1, fit(3, 20), fit(9, 20), false],
    ["by one proof, where both orders misfit alike", 1, fit(2, 20), fit(2, 20), false],
  ] as const)("holds or not %s", async (_fact, proofs, own, other, isHeld) => {
    expect(await orderHolds(shown(proofs), own, () => Promise.resolve(other))).toBe(isHeld);
  });

  it("is not read by the other order where enough days prove it", async () => {
    const other = () => Promise.reject(new Error("read for nothing"));
    expect(await orderHolds(shown(3), fit(0, 20), other)).toBe(true);
  });
});

/** One student at one school from Thursday, September 9, 2021, until Friday, May 20, 2022, and the school's calendar. */
const roster = (calendar: readonly string[] | null) =>
  ({
    crosswalk: {
      resolve: (student: string) =>
        student === "S" ? { state: "known", student } : { state: "unknown" },
    },
    district: {
      enrollments: new Map([
        [
          "S",
          [{ student: "S", school: "NORTH", enteredOn: "2021-09-09", withdrewOn: "2022-05-20" }],
        ],
      ]),
      calendars: new Map(calendar === null ? [] : [["NORTH", calendar.map((on) => ({ on }))]]),
    },
  }) as unknown as Parameters<typeof dayFit>[2];

const plansOf = (student: string, ...days: readonly string[]): ReadFile =>
  ({
    reading: { kind: null },
    rows: { ...noRows(), plan: columnsOf(days.map((openedOn) => ({ student, openedOn }))) },
    attendance: null,
  }) as unknown as ReadFile;

const attendanceOf = (student: string, ...days: readonly string[]): ReadFile => {
  const book = attendanceBook();
  for (const on of days) book.add(student, on as Day, 1000, "excused");
  return { reading: { kind: null }, rows: noRows(), attendance: book } as unknown as ReadFile;
};

describe("a day on which a plan was opened", () => {
  const misfits = (student: string, on: string) =>
    dayFit(plansOf(student, on), ["plan.openedOn"], roster(null)).misfits;

  it.each([
    ["121 days before the student was enrolled", "2021-05-11", 1],
    ["120 days before", "2021-05-12", 0],
    ["on a Friday while enrolled", "2021-10-01", 0],
    ["on a Saturday while enrolled", "2021-10-02", 1],
    ["on a Sunday while enrolled", "2021-10-03", 1],
    ["on the last day enrolled", "2022-05-19", 0],
    ["on the day of withdrawal", "2022-05-20", 1],
  ])("fits or not %s", (_when, on, expected) => {
    expect(misfits("S", on)).toBe(expected);
  });

  it("fits on any weekday, where nobody knows the student", () => {
    expect(misfits("UNKNOWN", "1999-10-01")).toBe(0);
    expect(misfits("UNKNOWN", "1999-10-02")).toBe(1);
  });

  it("is not compared where the order is of another column", () => {
    const fitOf = (column: string) =>
      dayFit(plansOf("S", "2021-10-02"), [column], roster(null)).compared;
    expect(fitOf("plan.openedOn")).toBe(1);
    expect(fitOf("goal.createdOn")).toBe(0);
    expect(fitOf("plan.birthOn")).toBe(0);
  });
});

describe("a day of attendance", () => {
  const misfits = (on: string, calendar: readonly string[] | null = null, student = "S") =>
    dayFit(attendanceOf(student, on), ["attendance.on"], roster(calendar)).misfits;

  it.each([
    ["on the day before entry", "2021-09-08", 1],
    ["on the day of entry", "2021-09-09", 0],
    ["on the last day enrolled", "2022-05-19", 0],
    ["on the day of withdrawal", "2022-05-20", 1],
    ["on a Saturday while enrolled", "2021-10-02", 1],
  ])("fits or not %s", (_when, on, expected) => {
    expect(misfits(on)).toBe(expected);
  });

  it("fits the school's calendar where it has one, weekend or not", () => {
    expect(misfits("2021-10-02", ["2021-10-02"])).toBe(0);
    expect(misfits("2021-10-01", ["2021-10-02"])).toBe(1);
  });

  it("fits on any weekday, where nobody knows the student", () => {
    expect(misfits("2021-10-01", ["2021-10-02"], "UNKNOWN")).toBe(0);
    expect(misfits("2021-10-02", ["2021-10-02"], "UNKNOWN")).toBe(1);
  });
});

describe("a file of many days", () => {
  it("is compared by its first 20,000 records", () => {
    const days = Array.from({ length: 20_001 }, () => "2021-10-01");
    expect(dayFit(plansOf("S", ...days), ["plan.openedOn"], roster(null)).compared).toBe(20_000);
  });
});
