import { describe, expect, it } from "vitest";
import { columnsOf } from "../../functions/domain/records/columns-builder.ts";
import { rowAt } from "../../functions/domain/records/columns.ts";
import { schoolId, studentId } from "../../functions/domain/ids.ts";
import type { District } from "../../functions/join/assemble-district.ts";
import { joinedRows } from "../../functions/join/joined-records.ts";
import type { HeldTable } from "../../functions/join/rows/held-rows.ts";
import { CALENDAR_SEPARATOR, districtRows } from "../../functions/join/school-rows.ts";

const ADA = studentId("0001");
const BEN = studentId("0002");
const CAL = studentId("0003");
const S1 = schoolId("S1");
const S2 = schoolId("S2");
const S3 = schoolId("S3");

/** Ada has moved from the first school to the second; the third is known by its calendar alone. */
const district = {
  students: {
    columns: columnsOf([{ student: CAL }, { student: BEN }, { student: ADA }]),
    rowOf: new Map([CAL, BEN, ADA].map((student, row) => [student, row])),
  },
  conflicts: [{ idType: "state", students: [ADA, CAL] }],
  enrollments: new Map([
    [ADA, [{ school: S1 }, { school: S2 }]],
    [BEN, [{ school: S1 }]],
    [CAL, [{ school: S2 }]],
  ]),
  calendars: new Map([
    [S3, [{ on: "2021-09-01", calendars: null }]],
    [S2, [{ on: "2021-09-02", calendars: ["A", "B"] }]],
    [S1, [{ on: "2021-09-01", calendars: null }]],
  ]),
  records: {
    plan: joinedRows(
      columnsOf([
        { plan: "P2", student: "0003" },
        { plan: "P1", student: "0001" },
      ]),
    ),
    review: joinedRows(
      columnsOf([
        { review: "R2", plan: "P1" },
        { review: "R1", plan: "P1" },
        { review: "R0", plan: "P2" },
      ]),
    ),
  },
} as unknown as District;
const studentsOf = new Map([
  [S1, [ADA, BEN]],
  [S2, [ADA, CAL]],
]);

describe("the rows of schools", () => {
  const { ofSchools } = districtRows(district, studentsOf);
  const of = (table: HeldTable, school: number): readonly object[] => {
    const { columns, rowsOf } = ofSchools(table);
    return Array.from(rowsOf(school), (row) => rowAt(columns, row));
  };

  it("are those of its students, of one who moved in both schools", () => {
    expect(of("plan", 0)).toEqual([{ plan: "P1", student: "0001" }]);
    expect(of("plan", 1)).toMatchObject([{ plan: "P1" }, { plan: "P2" }]);
    expect(of("review", 0)).toMatchObject([{ review: "R1" }, { review: "R2" }]);
    expect(of("review", 1)).toMatchObject([{ review: "R0" }, { review: "R1" }, { review: "R2" }]);
  });

  it("say of a student whether another has the same state identifier", () => {
    expect(of("person", 0)).toEqual([
      { student: ADA, isIdentityShared: true },
      { student: BEN, isIdentityShared: false },
    ]);
  });

  it("are the days of the school and of the other schools of its students", () => {
    const first = { school: S1, on: "2021-09-01", calendars: null };
    const second = { school: S2, on: "2021-09-02", calendars: `A${CALENDAR_SEPARATOR}B` };
    expect(of("calendarDay", 0)).toEqual([first, second]);
    const { ofSchools: withoutAda } = districtRows(district, new Map([[S1, [BEN]]]));
    expect(withoutAda("calendarDay").rowsOf(0)).toHaveLength(1);
  });

  it("are gathered once for all schools", () => {
    expect(ofSchools("plan")).toBe(ofSchools("plan"));
  });
});
