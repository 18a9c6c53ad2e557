import { describe, expect, it } from "vitest";
import type { StudentRow } from "../../../functions/reports/students/students-table.ts";
import { undecidedRequirements } from "../../../functions/reports/students/undecided-requirements.ts";
import { requirementSummary } from "../../releases/mandate-rows.ts";

const RULE = requirementSummary({ id: "rule", name: "A rule", wouldDecide: "a record" });
/** Students with these answers to one rule. */
const rows = (...statuses: readonly string[]) =>
  statuses.map(
    (status) => ({ "rule.status": status, "rule.dueOn": null }) as unknown as StudentRow,
  );
const undecided = (...statuses: readonly string[]) =>
  undecidedRequirements(rows(...statuses), [RULE]);

describe("undecidedRequirements", () => {
  it("says what cannot be determined for anybody, for how many, and what would decide it", () => {
    expect(
      undecided("not-determinable", "not-applicable", "", "not-determinable", "pending"),
    ).toEqual([
      { requirement: "rule", requirementName: "A rule", students: 2, wouldDecide: "a record" },
    ]);
  });

  it.each(["met", "not-met", "timely", "held-late", "not-held", "plan-missing"])(
    "leaves out what is %s for anybody",
    (status) => {
      expect(undecided("not-determinable", status)).toEqual([]);
    },
  );

  it("leaves out what concerns nobody, and what is of another time", () => {
    expect(undecided()).toEqual([]);
    expect(undecided("not-applicable", "exempt", "")).toEqual([]);
    const past = { ...RULE, isInForce: false };
    expect(undecidedRequirements(rows("not-determinable"), [past])).toEqual([]);
  });

  it.each([
    [null, 1],
    ["2022-03-15", 0],
  ])("takes a student too new, due on %s, for undetermined only without a day", (dueOn, many) => {
    const [row] = rows("not-yet-assessable");
    const given = { ...row, "rule.dueOn": dueOn } as StudentRow;
    expect(undecidedRequirements([given], [RULE])).toHaveLength(many);
  });
});
