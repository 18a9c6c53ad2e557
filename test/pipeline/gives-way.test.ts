import { describe, expect, it } from "vitest";
import { givesWay } from "../../functions/pipeline/gives-way.ts";
import { HIDDEN, onlyTold, students } from "../support/extract-cases.ts";

describe("givesWay", () => {
  const values = (at: number) =>
    new Map([
      ["sex", at % 2 === 0 ? "female" : "male"],
      ["plan_coverage", at % 50 === 0 ? "0" : "1"],
      ["goal_domains", at % 2 === 0 ? "0" : "1"],
      ["goals", String(at % 8)],
    ]);
  const drawn = students("female", [100, 0]).map((one, at) => ({ ...one, values: values(at) }));

  it("is a measure that says little, rather than a division", () => {
    const rungs = onlyTold("sex", "plan_coverage");
    expect(givesWay(HIDDEN, rungs, drawn)).toEqual(["plan_coverage"]);
  });

  it("is a division, rather than all that comes near the measure", () => {
    const rungs = onlyTold("sex", "plan_coverage", "goal_domains", "goals");
    expect(givesWay(HIDDEN, rungs, drawn)).toEqual(["sex"]);
  });

  it("is every column that comes near a figure of the whole district", () => {
    const rungs = onlyTold("sex", "plan_coverage", "goal_domains", "goals");
    const whole = "plan-coverage|not-counted|district|all/all";
    expect(givesWay(whole, rungs, drawn)).toEqual(["plan_coverage", "goal_domains", "goals"]);
  });

  it("is what costs least where nothing told comes near", () => {
    const rungs = onlyTold("sex", "plan_coverage");
    expect(givesWay("standings/all|met|district|all/all", rungs, drawn)).toEqual(["plan_coverage"]);
  });
});
