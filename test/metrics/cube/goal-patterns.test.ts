import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { planId } from "../../../functions/domain/ids.ts";
import type { Goal, GoalText } from "../../../functions/domain/plans/plan.ts";
import { areLastYears, sharedGoalSet } from "../../../functions/metrics/cube/goal-patterns.ts";
import { goal } from "../assessed-student.ts";

const AS_OF = day("2021-11-26");
const goalsOf = (...given: readonly Partial<Goal>[]): readonly Goal[] =>
  given.map((of) => goal("career", { textKind: "eligible", ...of }));

describe("areLastYears", () => {
  const P1 = [{ plan: planId("P1") }];
  const same = { isLastYears: true };
  const other = { isLastYears: false };
  const unknown = { isLastYears: null };

  it.each([
    ["all", goalsOf(same, same), true],
    ["all but one", goalsOf(same, other), false],
    ["none", goalsOf(other), false],
    ["no goal of the year before", goalsOf(unknown, unknown), null],
    ["no goal", [], null],
    ["a goal of which a version of before says nothing", goalsOf({}), null],
    ["a goal that is not compared", goalsOf({ ...same, textKind: "too-short" }), null],
    ["all, beside one that is not compared", goalsOf(same, { textKind: "mandated" }), true],
    ["a goal of an earlier plan", goalsOf({ ...same, plan: planId("P0") }), null],
    ["all, beside one of an earlier plan", goalsOf(same, { ...other, plan: planId("P0") }), true],
  ] as const)("of %s is %s", (_name, goals, expected) => {
    expect(areLastYears(goals, P1)).toBe(expected);
  });
});

describe("sharedGoalSet", () => {
  const shared = (sharedText: string, since: string | null = null): GoalText => ({
    ...{ sharedText, sharedSince: since === null ? null : day(since) },
  });
  const keyOf = (...given: readonly GoalText[]): string => {
    const set = sharedGoalSet(goalsOf(...given), AS_OF);
    return set.kind === "shared" ? set.key : set.kind;
  };

  it("needs two compared goals", () => {
    expect(keyOf(shared("a"))).toBe("too-few-goals");
    expect(keyOf(shared("a"), { ...shared("b"), textKind: "mandated" })).toBe("too-few-goals");
    expect(keyOf(shared("a"), shared("b"))).not.toBe("too-few-goals");
  });

  it("needs two that are not the same, or one that is the student's own", () => {
    expect(keyOf(shared("a"), shared("a"))).toBe("too-few-goals");
    expect(keyOf(shared("a"), shared("a"), shared("b"))).not.toBe("too-few-goals");
    expect(keyOf(shared("a"), shared("a"), { sharedText: null })).toBe("own");
  });

  it.each([
    ["2021-11-25", false],
    ["2021-11-26", false],
    ["2021-11-27", true],
  ])("is the student's own where a text is shared since %s: %s", (since, isOwn) => {
    expect(keyOf(shared("a"), shared("b", since)) === "own").toBe(isOwn);
  });

  it("is the student's own where nobody shares a goal", () => {
    expect(keyOf(shared("a"), { sharedText: null })).toBe("own");
  });

  it("is equal for the same goals in any order, and not for more, fewer or others", () => {
    const key = keyOf(shared("a"), shared("b"));
    expect(keyOf(shared("b"), shared("a"))).toBe(key);
    expect(keyOf(shared("a"), shared("b"), { textKind: "too-short" })).toBe(key);
    for (const others of [
      ["a", "c"],
      ["a", "b", "b"],
      ["a", "b", "c"],
      ["a", "a"],
      ["a b", ""],
    ]) {
      expect(keyOf(...others.map((text) => shared(text)))).not.toBe(key);
    }
  });
});
