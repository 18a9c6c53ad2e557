import { describe, expect, it } from "vitest";
import { removesTooMany } from "../../functions/conformed/removal-guard.ts";

describe("removesTooMany", () => {
  it.each([
    ["one of five plans, a fifth", { type: "plan", before: 5, gone: 1 }, false],
    ["one of four plans", { type: "plan", before: 4, gone: 1 }, true],
    [
      "more than a fifth of 19 attendance records",
      { type: "attendance", before: 19, gone: 19 },
      false,
    ],
    ["a fifth of 20 attendance records", { type: "attendance", before: 20, gone: 4 }, false],
    [
      "more than a fifth of 20 attendance records",
      { type: "attendance", before: 20, gone: 5 },
      true,
    ],
    ["more than a fifth of 19 incidents", { type: "incident", before: 19, gone: 19 }, false],
    ["more than a fifth of 20 incidents", { type: "incident", before: 20, gone: 5 }, true],
    ["every value of a column", { type: "goal", before: 20, gone: 20, column: "target_on" }, true],
  ] as const)("of %s", (_fact, removal, isTooMany) => {
    expect(removesTooMany([removal], 0.2)).toBe(isTooMany);
  });
});
