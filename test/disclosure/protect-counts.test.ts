import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "../../functions/disclosure/policy.ts";
import { protectCounts } from "../../functions/disclosure/protect-counts.ts";

const countOf = (students: number, of: number, isHiddenElsewhere = false) =>
  protectCounts([{ key: { need: "overdue" }, students, of, isHiddenElsewhere }], DEFAULT_POLICY)
    .rows[0];

describe("protectCounts", () => {
  it("shows 10 students and more, and none", () => {
    expect(countOf(10, 40)).toEqual({ need: "overdue", students: 10, state: "shown" });
    expect(countOf(0, 40)).toEqual({ need: "overdue", students: 0, state: "shown" });
  });

  it("hides a count that another table hides, however large", () => {
    expect(countOf(30, 40, true)).toEqual({ need: "overdue", students: null, state: "hidden" });
  });

  it.each([
    [1, 40],
    [9, 40],
    [0, 9],
    [9, 9],
  ])("hides %d students of %d", (students, of) => {
    expect(countOf(students, of)).toEqual({ need: "overdue", students: null, state: "hidden" });
  });
});
