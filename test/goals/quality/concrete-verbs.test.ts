import { describe, expect, it } from "vitest";
import { concreteVerbs } from "../../../functions/goals/quality/concrete-verbs.ts";
import { goalTokens } from "../../../functions/goals/quality/goal-tokens.ts";

/** What the verbs say: `action`, `completion`, `vague`, several of them, or nothing. */
function said(text: string): string {
  const { hasAction, hasCompletion, isVague } = concreteVerbs(goalTokens(text));
  return [hasAction && "action", hasCompletion && "completion", isVague && "vague"]
    .filter((word) => word !== false)
    .join(" ");
}

describe("concreteVerbs", () => {
  it.each([
    ["graduate", "completion"],
    ["submit", ""],
    ["submit the FAFSA", "completion"],
  ])("completes something that is named, and graduating names it: %s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each([
    ["have my essay done", "completion"],
    ["my essay done", ""],
    ["have homework done", ""],
  ])(
    "takes what one has done for a completion, but homework, which comes again: %s",
    (text, expected) => {
      expect(said(text)).toBe(expected);
    },
  );

  it.each([
    ["talk to my counselor", "completion"],
    ["talk to my counselor more", ""],
    ["talk to my friends", "action"],
  ])("completes a talk with whom the plan is made, and not to talk more: %s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each([
    ["take the SAT", "action completion"],
    ["take a walk", "action"],
    ["write an essay", "action completion"],
    ["read books", "action"],
    ["buy a car", "completion"],
  ])("completes one thing, and only does what has no end: %s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each([
    ["quit smoking", "action"],
    ["quit stressing", ""],
    ["stop", ""],
  ])("sees what a student stops doing, and no state of mind: %s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each([
    ["become a nurse", true],
    ["become better", false],
  ])("completes becoming something that one can be: %s", (text, isCompleted) => {
    expect(concreteVerbs(goalTokens(text)).hasCompletion).toBe(isCompleted);
  });
});
