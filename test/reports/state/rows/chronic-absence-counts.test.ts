import { describe, expect, it } from "vitest";
import { chronicAbsenceCounts } from "../../../../functions/reports/state/rows/chronic-absence-counts.ts";
import { textOf, type ReportContext } from "../../../../functions/reports/state/rows/report-row.ts";
import { CONTEXT, schoolGiven, type GivenStudent } from "./school-of-report.ts";

const COLUMNS = ["sex", "race", "disability", "section504", "englishLearner", "homeless"];

/** Rows as text: the filled categories, then how many students. */
const rowsOf = (
  students: readonly GivenStudent[],
  { days, ...context }: Partial<ReportContext> & { readonly days?: readonly string[] } = {},
): readonly string[] =>
  chronicAbsenceCounts
    .rowsOfSchool(schoolGiven(students, days), { ...CONTEXT, ...context })
    .map(({ value }) =>
      [
        ...COLUMNS.map((name) => textOf(value(`count.${name}`))),
        ...[textOf(value("count.total")), textOf(value("count.students"))],
      ]
        .filter((text) => text !== "" && text !== "part")
        .join(" "),
    );

/** How many students a school counts in all, and why there is no number. */
const totalOf = (
  students: readonly GivenStudent[],
  context: Parameters<typeof rowsOf>[1] = {},
): string => rowsOf(students, context).at(-1) ?? "no row";

describe("chronicAbsenceCounts", () => {
  it.each([
    ["absent on a tenth of 30 days", { absent: 3 }, "total 1"],
    ["absent on one day fewer", { absent: 2 }, "total 0"],
    ["absent for half of each day", { absent: 3, milli: 500 }, "total 1"],
    ["absent for less than half", { absent: 30, milli: 499 }, "total 0"],
    [
      "who left after 10 days",
      { absent: 1, enrollments: [["2021-08-30", "2021-09-11"]] },
      "total 1",
    ],
    [
      "who left after 9 days",
      { absent: 9, enrollments: [["2021-08-30", "2021-09-10"]] },
      "total 0",
    ],
    ["who never had a day", { absent: 9, enrollments: [["2021-06-01", "2021-07-01"]] }, "no row"],
    ["of kindergarten", { absent: 3, grade: "KG" }, "total 1"],
    ["of grade 12", { absent: 3, grade: "12" }, "total 1"],
    ["without grades", { absent: 3, grade: "UG" }, "total 1"],
    ["of prekindergarten", { absent: 3, grade: "PK" }, "no row"],
    ["of grade 13", { absent: 3, grade: "13" }, "no row"],
  ] as const)("counts a student %s", (_who, given, expected) => {
    expect(totalOf([given as GivenStudent])).toBe(expected);
  });

  it("counts the days at the school alone, of a student of two schools", () => {
    const moved = (from: string): GivenStudent => ({
      absent: 2,
      enrollments: [
        ["2021-08-30", from, "S1"],
        [from, null, "S2"],
      ],
    });
    expect(totalOf([moved("2021-09-21")])).toBe("total 1");
    expect(totalOf([moved("2021-09-22")])).toBe("total 0");
  });

  it("counts days by the count day alone", () => {
    const asOf = "2021-09-19" as ReportContext["asOf"];
    expect(totalOf([{ absent: 2 }], { asOf: "2021-09-20" as typeof asOf })).toBe("total 1");
    expect(totalOf([{ absent: 2 }], { asOf: "2021-09-21" as typeof asOf })).toBe("total 0");
  });

  it("says nothing before a student can have ten days", () => {
    const of = (asOf: string) => ({ asOf: asOf as ReportContext["asOf"] });
    expect(totalOf([{ absent: 9 }], of("2021-09-09"))).toBe("total");
    expect(totalOf([{ absent: 9 }], of("2021-09-10"))).toBe("total 1");
  });

  it("has a row for each category with students, by sex, and one for all", () => {
    const began = "2021-09-01";
    const students: readonly GivenStudent[] = [
      {
        absent: 3,
        programs: [
          ["Special Education", began],
          ["Homeless", began],
        ],
      },
      { absent: 3, sex: "male", race: "black", programs: [["Section 504 Plan", began]] },
      { absent: 3, sex: "male", race: null, programs: [["Bilingual", began]] },
      { absent: 3, sex: "other", race: "hispanic" },
      { absent: 3, sex: null, race: "hispanic" },
      { absent: 0, race: "asian", programs: [["Homeless", began]] },
    ];
    expect(rowsOf(students)).toEqual([
      ...["female white 1", "male black 1", "male missing 1", "missing hispanic 2"],
      ...["female yes 1", "male yes 1", "male yes 1", "female yes 1"],
      "total 5",
    ]);
  });

  it.each([
    ["the day before the entry", "2021-08-29", "2021-09-12", 0],
    ["on the day of entry", "2021-08-30", "2021-09-12", 1],
    ["on the last day", "2021-09-11", "2021-09-12", 1],
    ["on the day of withdrawal", "2021-09-12", "2021-09-12", 0],
    ["on the count day", "2021-09-30", null, 1],
    ["after the count day", "2021-10-01", null, 0],
  ] as const)("counts a status whose program began %s", (_when, began, until, expected) => {
    const rows = rowsOf([
      {
        absent: 30,
        enrollments: [["2021-08-30", until]],
        programs: [["Special Education", began]],
      },
    ]);
    expect(rows.filter((row) => row.includes("yes"))).toHaveLength(expected);
  });

  it("does not count a status of an enrollment, or of a program, that ended before the school year", () => {
    const given = {
      absent: 30,
      enrollments: [
        ["2020-08-30", "2021-06-01"],
        ["2021-08-30", null],
      ],
    } as const;
    expect(rowsOf([{ ...given, programs: [["Homeless", "2020-09-01"]] }])).toHaveLength(2);
    const lasting = { ...given, enrollments: [["2020-08-30", null]] } as const;
    const program = (until: string) =>
      rowsOf([{ ...lasting, programs: [["Homeless", "2020-09-01", until]] }]);
    expect(program("2021-07-01")).toHaveLength(2);
    expect(program("2021-07-02")).toHaveLength(3);
  });

  it("counts every status as missing where no programs were sent", () => {
    expect(rowsOf([{ absent: 3, programs: null }])).toEqual([
      ...["female white 1", ...Array.from({ length: 4 }, () => "female missing 1")],
      "total 1",
    ]);
  });

  it("has no number, and the reason, where nothing can be counted", () => {
    const because = (
      students: readonly GivenStudent[],
      more: Parameters<typeof rowsOf>[1] = {},
    ) => {
      const { days, ...context } = more;
      const rows = chronicAbsenceCounts.rowsOfSchool(schoolGiven(students, days), {
        ...CONTEXT,
        ...context,
      });
      expect(rows).toHaveLength(1);
      const value = rows[0]!.value("count.students");
      expect(textOf(value)).toBe("");
      return typeof value === "string" ? "" : value.because;
    };
    expect(because([{ absent: 3 }], { availability: { plans: true, attendance: false } })).toBe(
      "the district sent no attendance for the school year",
    );
    expect(because([{ absent: 3 }], { days: [] })).toBe(
      "school S1 has no calendar of the school year",
    );
    expect(because([{ absent: 3, grade: null }])).toBe(
      "1 student absent on a tenth of the days have no grade level",
    );
    // 34 students of 30 days: 1,020 days without any absence.
    expect(because(Array.from({ length: 34 }, () => ({})))).toContain("1,020 days enrolled");
  });

  it("counts nobody in a small school where nobody was absent", () => {
    expect(rowsOf(Array.from({ length: 33 }, () => ({})))).toEqual(["total 0"]);
    expect(rowsOf([{ absent: 1 }, ...Array.from({ length: 33 }, () => ({}))])).toEqual(["total 0"]);
    expect(rowsOf([{ absent: 0, grade: null }])).toEqual(["total 0"]);
  });

  it("counts nobody where attendance has stopped coming", () => {
    // 35 students and the 29 days after September 1: 1,015 days without an absence.
    expect(rowsOf([{ absent: 1 }, ...Array.from({ length: 34 }, () => ({}))])).toEqual(["total"]);
  });

  it("has no other value", () => {
    const [row] = chronicAbsenceCounts.rowsOfSchool(schoolGiven([{ absent: 3 }]), CONTEXT);
    expect(row?.value("school.stateId")).toBe("9001");
    expect(row?.value("school.name")).toBe("Alder School");
    expect(() => row?.value("student.id")).toThrow("a count has no value student.id");
    expect(chronicAbsenceCounts.sourceOf("student.id")).toBeNull();
  });
});
