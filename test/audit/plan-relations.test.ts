import { describe, expect, it } from "vitest";
import { planRelations } from "../../functions/audit/plan-relations.ts";
import type { SeenBar } from "../../functions/audit/seen-bars.ts";
import { EVERYBODY } from "../../functions/domain/figures/group-key.ts";
import { questionsOf } from "../../functions/metrics/cube/questions.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import { AS_OF } from "../metrics/assessed-student.ts";

const bar = (statistic: string): SeenBar => {
  const question = questionsOf(effectivePractice, AS_OF).find(
    (other) => other.statistic === statistic,
  )!;
  return {
    key: { statistic, school: null, group: EVERYBODY },
    drawnOn: AS_OF,
    students: 100,
    parts: question.parts.map(({ id }) => id),
    seen: [],
  };
};

/** Each relation as text: "a bar's part is at most another's". */
const inWords = (...statistics: readonly string[]): readonly string[] =>
  planRelations(statistics.map(bar)).map(({ terms, low, high, isUsual }) => {
    const [less = [], more = []] = [1, -1].map((sign) =>
      terms
        .filter(([, , factor]) => factor === sign)
        .map(([{ key, parts }, part]) => `${key.statistic} ${parts[part]}`),
    );
    const bounds = high !== 0 || isUsual ? "?" : low === 0 ? "=" : "<=";
    return `${less.join(" + ")} ${bounds} ${more.join(" + ")}`;
  });

describe("what a reader knows of plans and what is in them", () => {
  it("is that nobody without an open plan has an action step", () => {
    expect(inWords("plan-coverage", "on-track")).toEqual([
      "plan-coverage none <= on-track no-steps",
    ]);
  });

  it("is that nobody without an open plan has a goal, and nobody without a goal a step or a text", () => {
    expect(inWords("plan-coverage", "goal-domains", "on-track", "goal-individuality")).toEqual([
      "plan-coverage none <= goal-domains no-goals",
      "plan-coverage none <= on-track no-steps",
      "plan-coverage none <= goal-individuality no-eligible-goal",
      "goal-domains no-goals <= on-track no-steps",
      "goal-domains no-goals <= goal-individuality no-eligible-goal",
    ]);
  });

  it("is that the same students have no goals, whichever indicator is asked", () => {
    expect(inWords("plan-coverage", "goals-with-steps", "goals-reviewed")).toEqual([
      "plan-coverage none <= goals-with-steps no-goals",
      "plan-coverage none <= goals-reviewed no-goals",
      "goals-reviewed no-goals = goals-with-steps no-goals",
    ]);
  });

  it("is who has no step, by either of two questions", () => {
    expect(inWords("on-track", "goals-with-steps")).toEqual([
      "goals-with-steps no-goals <= on-track no-steps",
      "on-track no-steps = goals-with-steps none-of-goals + goals-with-steps no-goals",
    ]);
  });

  it("is nothing of one bar alone", () => {
    expect(inWords("plan-coverage")).toEqual([]);
    expect(inWords("on-track")).toEqual([]);
  });
});
