import { describe, expect, it } from "vitest";
import { categoryTotals } from "../../../../functions/reports/state/checks/category-totals.ts";
import type { ReportInHand } from "../../../../functions/reports/state/checks/report-check.ts";
import { chronicAbsenceCounts } from "../../../../functions/reports/state/rows/chronic-absence-counts.ts";
import { studentRows } from "../../../../functions/reports/state/rows/student-rows.ts";
import { reportCalled } from "../../../support/made-report.ts";

const { fields } = reportCalled("edfacts-fs195");

/** A record: sex, race, IDEA, 504, English learner, homeless, then how many students. */
const record = (text: string, students: number, school = "9001") => {
  const cells = fields.map(() => "");
  cells[4] = school;
  for (const [index, cell] of text.split("|").entries()) cells[6 + index] = cell;
  cells[15] = String(students);
  return { about: {}, cells, faults: [] };
};
const outcomeOf = (records: readonly object[], kind = chronicAbsenceCounts): string => {
  const { outcome, because } = categoryTotals.run({
    ...{ fields, records, kind },
  } as unknown as ReportInHand);
  return `${outcome}: ${because}`;
};
const RIGHT = [record("F|WH7", 2), record("M|WH7", 1), record("F||WDIS", 2), record("", 3)];

describe("categoryTotals", () => {
  it("passes where races add up to the total and no status has more than there are", () => {
    expect(outcomeOf(RIGHT)).toBe("passed: They add up in 1 school.");
  });

  it.each([
    ["the total differs", [...RIGHT.slice(0, 3), record("", 4)]],
    ["the total is missing", RIGHT.slice(0, 3)],
    ["a status has more of a sex", [...RIGHT, record("M|||||HOMELSENRL", 2)]],
    ["a status has a sex that nobody has", [...RIGHT, record("MISSING||||LEP", 1)]],
    ["another school's total is left", [...RIGHT, record("", 1, "9002")]],
  ])("fails where %s", (_what, records) => {
    expect(outcomeOf(records)).toMatch(/^failed: They do not add up in: 900\d\.$/);
  });

  it("is not made for other files", () => {
    expect(outcomeOf([], studentRows)).toMatch(/^not-made/);
  });
});
