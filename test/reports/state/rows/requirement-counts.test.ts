import { describe, expect, it } from "vitest";
import { day } from "../../../../functions/domain/calendar/day.ts";
import type { Exemption } from "../../../../functions/domain/plans/exemption.ts";
import { mandateById } from "../../../../functions/mandates/rules/mandates.ts";
import { requirementCounts } from "../../../../functions/reports/state/rows/requirement-counts.ts";
import { textOf, type ReportContext } from "../../../../functions/reports/state/rows/report-row.ts";
import { contextOf, schoolGiven, SEPTEMBER, type GivenStudent } from "./school-of-report.ts";

const exempt = (requirement: string, reason: Exemption["reason"], until: string | null = null) => ({
  exemptions: [
    {
      ...{ student: "N1" as Exemption["student"], requirement, reason, decidedBy: "K" },
      ...{ from: day("2021-09-01"), until: until === null ? null : day(until) },
    },
  ],
});

/** Rows of a worksheet: the named values, with blanks between them. */
function rowsOf(
  report: string,
  mandate: string,
  students: readonly GivenStudent[],
  values: readonly string[],
  more: Partial<ReportContext> = {},
): readonly string[] {
  const context = contextOf(report, { mandate: mandateById(mandate), ...more });
  // A calendar that reaches May is one of the whole year.
  const school = schoolGiven(students, [...SEPTEMBER, "2022-05-02"], context);
  const rows = requirementCounts.rowsOfSchool(school, context);
  return (requirementCounts.ofDistrict?.(rows, context) ?? rows).map(({ value }) =>
    values.map((name) => textOf(value(name))).join(" "),
  );
}

describe("requirementCounts", () => {
  it("has a row per grade that has students, and counts nobody of another grade", () => {
    const grades: readonly GivenStudent[] = [
      ...[{ grade: "06" }, { grade: "10" }, { grade: "10" }, { grade: "05" }, { grade: null }],
    ] as const;
    expect(
      rowsOf("ky-ilp-completion", "KY", grades, ["school.id", "students.grade", "count.students"]),
    ).toEqual(["S1 06 1", "S1 10 2"]);
    expect(rowsOf("ky-ilp-completion", "KY", [{ grade: "05" }], ["school.id"])).toEqual([]);
  });

  it("has a row per requirement that the figures count, and puts each student into one part", () => {
    const parts = ["met", "not-met", "not-applicable", "not-determinable", "exempt"];
    const rows = rowsOf(
      "nd-compliance",
      "ND",
      [{ grade: "08", plans: [{}] }, { grade: "08" }, { grade: "11" }],
      ["requirement.id", ...parts.map((part) => `count.${part}`)],
    );
    expect(rows.map((row) => row.split(" ")[0])).toEqual([
      "plan-opened",
      "inventory-7-8",
      "inventory-9-10",
      "courses",
    ]);
    for (const row of rows) {
      const counts = row.split(" ").slice(1).map(Number);
      expect(
        counts.reduce((sum, count) => sum + count, 0),
        row,
      ).toBe(3);
    }
    expect(rows[0]).toMatch(/^plan-opened 1 /);
  });

  it.each([
    ["from everything", exempt("all", "iep-team-decision"), "1 1 0"],
    ["from everything, for another reason", exempt("all", "waiver"), "1 0 1"],
    ["from one requirement", exempt("annual-review", "waiver"), "0 0 0"],
    ["until the count day", exempt("all", "waiver", "2021-09-30"), "0 0 0"],
    ["until the day after", exempt("all", "waiver", "2021-10-01"), "1 0 1"],
  ] as const)("counts a student as exempt who is exempt %s", (_what, more, expected) => {
    expect(
      rowsOf(
        "ky-ilp-completion",
        "KY",
        [{ grade: "10", more }],
        ["count.exempt", "count.exempt-iep-team-decision", "count.exempt-waiver"],
      ),
    ).toEqual([expected]);
  });

  it("does not count as exempt from a requirement that is not asked of the grade", () => {
    const of = (grade: "08" | "11") =>
      rowsOf(
        "nd-compliance",
        "ND",
        [{ grade, more: exempt("all", "medical") }],
        ["requirement.id", "count.exempt", "count.not-applicable"],
      ).filter((row) => row.startsWith("courses"));
    expect(of("08")).toEqual(["courses 1 0"]);
    expect(of("11")).toEqual(["courses 0 1"]);
  });

  it("has no number where no plans were sent: that is not zero", () => {
    const availability = { plans: false, attendance: true };
    expect(
      rowsOf("nd-compliance", "ND", [{ grade: "08" }], ["count.met"], { availability }),
    ).toEqual(["", "", "", ""]);
  });

  it("has no value of a student", () => {
    expect(requirementCounts.sourceOf("student.id")).toBeNull();
    expect(requirementCounts.sourceOf("count.met")).not.toBeNull();
    expect(() => rowsOf("nd-compliance", "ND", [{ grade: "08" }], ["student.id"])).toThrow(
      "a count has no value student.id",
    );
  });
});
