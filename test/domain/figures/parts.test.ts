import { describe, expect, it } from "vitest";
import {
  ABSENCE_PARTS,
  PARTICIPATION_PARTS,
  PLAN_PARTS,
  REVIEW_PARTS,
  STANDING_PARTS,
  TRANSITION_PARTS,
  YES_NO_PARTS,
} from "../../../functions/domain/figures/parts.ts";

describe("the parts of bars", () => {
  it.each([
    [
      "a review",
      REVIEW_PARTS,
      ["on-time", "held-late", "not-held", "no-plan", "not-determinable", "not-due"],
    ],
    ["a requirement", STANDING_PARTS, ["met", "not-met", "not-determinable", "not-applicable"]],
    ["plan coverage", PLAN_PARTS, ["open", "none"]],
    ["a transition", TRANSITION_PARTS, ["ready", "not-ready", "not-determinable", "not-due"]],
    [
      "participation",
      PARTICIPATION_PARTS,
      ["took-part", "did-not", "not-recorded", "no-review-held"],
    ],
    ["chronic absence", ABSENCE_PARTS, ["not-chronic", "chronic", "too-few-days"]],
    ["a milestone", YES_NO_PARTS, ["yes", "no", "not-asked"]],
  ] as const)("of %s stand in the order in which their boundaries are moved", (_, parts, ids) => {
    expect(parts.map(({ id }) => id)).toEqual(ids);
    for (const { name } of parts) expect(name).toMatch(/^[A-Z][a-z0-9 ,]+$/);
  });
});
