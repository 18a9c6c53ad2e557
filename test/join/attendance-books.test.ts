import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { studentId } from "../../functions/domain/ids.ts";
import { attendanceBooks, sharedAttendance } from "../../functions/join/attendance-books.ts";
import type { Crosswalk } from "../../functions/join/roster/identity.ts";
import { noRows } from "../../functions/join/rows/held-rows.ts";
import type { ArrivedFile } from "../../functions/join/rows/rows-by-key.ts";
import { attendanceBook } from "../../functions/sources/attendance/attendance-book.ts";
import { absencesBy } from "../support/absences-by.ts";

type Record = readonly [student: string, on: string, absentMilli: number];

/** A file with its place among the others. */
function arrived(arrival: number, records: readonly Record[]): ArrivedFile {
  const attendance = attendanceBook();
  for (const [student, on, milli] of records) attendance.add(student, day(on), milli, "unknown");
  return {
    ...{ name: "daily_attendance.csv", sha256: String(arrival), rows: noRows(), bare: [] },
    ...{ attendance, arrival, reading: { kind: null }, rejects: [] },
  } as unknown as ArrivedFile;
}

/** Anna is 0042 in the roster; S42 and X42 are hers too. */
const CROSSWALK: Crosswalk = {
  conflicts: [],
  resolve: (value) =>
    ["0042", "S42", "X42"].includes(value)
      ? { state: "known", student: studentId("0042") }
      : { state: "unknown" },
};

/** Students by the numbers that a file sends; any other number means several. */
const crosswalkBy = (numbers: { readonly [sent: string]: string }): Crosswalk => ({
  conflicts: [],
  resolve(value) {
    const student = numbers[value];
    return student === undefined
      ? { state: "ambiguous" }
      : { state: "known", student: studentId(student) };
  },
});

const absences = (files: readonly ArrivedFile[], student = "0042") =>
  absencesBy(attendanceBooks(files, CROSSWALK), studentId(student)).map(
    ({ on, absentMilli }) => `${on} ${absentMilli}`,
  );

const [FIRST, SECOND] = ["2022-03-01", "2022-03-02"] as const;

describe("attendanceBooks", () => {
  it("enters what a file says under another identifier under the roster's own", () => {
    const file = arrived(0, [
      ["S42", FIRST, 500],
      ["9", SECOND, 1000],
    ]);
    expect(absences([file])).toEqual([`${FIRST} 500`]);
    // Nobody in the roster.
    expect(absences([file], "9")).toEqual([]);
  });

  it.each([
    [
      "before",
      [
        ["1001", "Bob"],
        ["1002", "Ann"],
      ],
    ],
    [
      "after",
      [
        ["1002", "Ann"],
        ["1001", "Bob"],
      ],
    ],
  ] as const)(
    "never takes a number of one student for another's identifier, come the other %s",
    (_which, order) => {
      // Ann is 1001 in the roster and goes by 1002 in this file; Bob is 1002, and goes by 7777.
      const crosswalk = crosswalkBy({ "1002": "1001", "7777": "1002" });
      const records = { Ann: ["1002", FIRST, 1000], Bob: ["7777", FIRST, 0] } as const;
      const file = arrived(
        0,
        order.map(([, name]) => records[name]),
      );
      const of = (student: string) =>
        absencesBy(attendanceBooks([file], crosswalk), studentId(student)).map(({ on }) => on);
      expect(of("1001")).toEqual([FIRST]);
      expect(of("1002")).toEqual([]);
      expect(of("7777")).toEqual([]);
      // The file says what it said: its own numbers are read again when it is compared.
      expect([...file.attendance!.students()].sort()).toEqual(["1002", "7777"]);
    },
  );

  it("exchanges two students who go by each other's identifiers, and drops what means several", () => {
    const crosswalk = crosswalkBy({ "1001": "1002", "1002": "1001" });
    const file = arrived(0, [
      ["1001", FIRST, 1000],
      ["1002", SECOND, 500],
      ["1003", SECOND, 1000],
    ]);
    const of = (student: string) =>
      absencesBy(attendanceBooks([file], crosswalk), studentId(student)).map(
        ({ on, absentMilli }) => `${on} ${absentMilli}`,
      );
    expect(of("1001")).toEqual([`${SECOND} 500`]);
    expect(of("1002")).toEqual([`${FIRST} 1000`]);
    expect(of("1003")).toEqual([]);
  });

  it.each([
    [
      "before",
      [
        ["S42", FIRST, 0],
        ["0042", FIRST, 1000],
        ["S42", SECOND, 500],
      ],
    ],
    [
      "after",
      [
        ["0042", FIRST, 1000],
        ["S42", SECOND, 500],
        ["S42", FIRST, 0],
      ],
    ],
  ] as const)("lets what it says under the roster's own stand, come %s", (_which, records) => {
    expect(absences([arrived(0, records)])).toEqual([`${FIRST} 1000`, `${SECOND} 500`]);
  });

  it("lets the milder of two other identifiers hold", () => {
    const records = [
      ["S42", FIRST, 1000],
      ["X42", FIRST, 500],
    ] as const;
    expect(absences([arrived(0, records)])).toEqual([`${FIRST} 500`]);
    expect(absences([arrived(0, [...records].reverse())])).toEqual([`${FIRST} 500`]);
  });

  it("puts files that came together in one list, later ones last", () => {
    const files = [
      arrived(2, [["0042", FIRST, 0]]),
      arrived(1, [
        ["0042", FIRST, 1000],
        ["0042", SECOND, 1000],
      ]),
    ];
    expect(absences(files)).toEqual([`${SECOND} 1000`]);
    expect(attendanceBooks(files, CROSSWALK).map((books) => books.length)).toEqual([1, 1]);
  });
});

describe("sharedAttendance", () => {
  const named = (name: string, file: ArrivedFile): ArrivedFile => ({ ...file, name });
  const sharedBy = (files: readonly ArrivedFile[]) =>
    sharedAttendance(files, attendanceBooks(files, CROSSWALK));

  it("names the files that say something of the same days, by the roster's own identifiers", () => {
    const files = [
      named("later.csv", arrived(2, [["S42", FIRST, 0]])),
      { ...named("plans.csv", arrived(1, [])), attendance: null },
      named("other.csv", arrived(1, [["0042", SECOND, 1000]])),
      named("first.csv", arrived(1, [["0042", FIRST, 1000]])),
    ];
    expect(sharedBy(files)).toEqual({
      sharedAttendance: { files: ["first.csv", "later.csv"], days: 1, different: 1 },
    });
    expect(sharedBy(files.slice(1))).toEqual({});
  });
});
