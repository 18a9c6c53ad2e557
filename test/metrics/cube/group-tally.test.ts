import { describe, expect, it } from "vitest";
import { EVERYBODY } from "../../../functions/domain/figures/group-key.ts";
import {
  countIn,
  countsByKey,
  groupNumbers,
  groupTally,
  numberIn,
  numberOf,
} from "../../../functions/metrics/cube/group-tally.ts";

describe("a tally of groups", () => {
  it("counts each student once in each group, by part, the groups in the order in which they came", () => {
    const groups = groupNumbers();
    const all = numberOf(groups, EVERYBODY);
    const eighth = numberIn(groups, "grade", "08");
    const ninth = numberIn(groups, "grade", "09");
    const tally = groupTally(2);
    countIn(tally, [ninth, all], 1);
    countIn(tally, [eighth, all], 0);
    countIn(tally, [ninth, all], 1);
    expect(Object.entries(countsByKey(tally, groups))).toEqual([
      ["grade/09", [0, 2]],
      ["all/all", [1, 2]],
      ["grade/08", [1, 0]],
    ]);
  });

  it("numbers a group the same whether its key or its division is given", () => {
    const groups = groupNumbers();
    expect(numberIn(groups, "sex", "female")).toBe(0);
    expect(numberOf(groups, "sex/female")).toBe(0);
    expect(numberIn(groups, "grade", "female")).toBe(1);
  });
});
