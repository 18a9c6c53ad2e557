import { describe, expect, it } from "vitest";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { MANDATES } from "../../../functions/mandates/rules/mandates.ts";
import { questionsOf } from "../../../functions/metrics/cube/questions.ts";
import { readStatistic } from "../../../functions/metrics/cube/statistics.ts";
import { statisticText } from "../../../functions/metrics/questions/statistic.ts";
import { AS_OF } from "../assessed-student.ts";

/**
 * Questions under effective practice with their parts. The texts are in the keys of bars, which are
 * stored: none of them ever changes. A new measure adds its own, which need no line here.
 */
const QUESTIONS = [
  ...["all", "review-1", "review-2", "transition-6", "transition-9", "transition-12"].map(
    (of) => `statuses/${of}: on-time held-late not-held no-plan not-determinable not-due`,
  ),
  "standings/all: met not-met not-determinable not-applicable",
  "standings/plan: met not-met not-determinable not-applicable",
  "standings/review-1: met not-met not-determinable not-applicable",
  "standings/review-2: met not-met not-determinable not-applicable",
  "standings/transition-6: met not-met not-determinable not-applicable",
  "standings/transition-9: met not-met not-determinable not-applicable",
  "standings/transition-12: met not-met not-determinable not-applicable",
  "standings/goal-domains: met not-met not-determinable not-applicable",
  "standings/participation: met not-met not-determinable not-applicable",
  "needs/plan: plan-missing due-soon nothing",
  "needs/review-1: overdue due-soon no-plan nothing",
  "needs/review-2: overdue due-soon no-plan nothing",
  "needs/transition-6: overdue due-soon no-plan nothing",
  "needs/transition-9: overdue due-soon no-plan nothing",
  "needs/transition-12: overdue due-soon no-plan nothing",
  "needs/goal-domains: content-missing due-soon nothing",
  "needs/participation: signature-missing due-soon nothing",
  ...["all", "review-1", "review-2", "transition-6", "transition-9", "transition-12"].map(
    (of) =>
      `lateness/${of}: held-within-2-weeks held-within-6-weeks held-after-6-weeks overdue-within-2-weeks overdue-within-6-weeks overdue-over-6-weeks not-late`,
  ),
  "plan-coverage: open none",
  "transition/transition-6: ready not-ready not-determinable not-due",
  "transition/transition-9: ready not-ready not-determinable not-due",
  "transition/transition-12: ready not-ready not-determinable not-due",
  "transition-plan/transition-6: yes no not-asked",
  "transition-plan/transition-9: yes no not-asked",
  "transition-plan/transition-12: yes no not-asked",
  "transition-review/transition-6: yes no not-asked",
  "transition-review/transition-9: yes no not-asked",
  "transition-review/transition-12: yes no not-asked",
  "transition-handover/transition-6: yes no not-asked",
  "transition-handover/transition-9: yes no not-asked",
  "transition-focus-areas/transition-6: yes no not-asked",
  "transition-focus-areas/transition-9: yes no not-asked",
  "transition-focus-areas/transition-12: yes no not-asked",
  "participation/student: took-part did-not not-recorded no-review-held",
  "participation/family: took-part did-not not-recorded no-review-held",
  "participation/counselor: took-part did-not not-recorded no-review-held",
  "participation/teacher: took-part did-not not-recorded no-review-held",
  "participation/others: took-part did-not not-recorded no-review-held",
  "review-signature: signed-in-time signed-later not-signed awaiting-signature not-recorded no-review-held",
  "component-completeness: met not-met not-determinable not-applicable",
  "goal-domains: three-domains fewer-domains no-goals not-determinable",
  "goal-individuality: own shared no-eligible-goal",
  "goals-specific: all-goals some-goals none-of-goals no-goals not-determinable",
  "goals-measurable: all-goals some-goals none-of-goals no-goals not-determinable",
  "goals-time-bound: all-goals some-goals none-of-goals no-goals not-determinable",
  "goals-with-steps: all-goals some-goals none-of-goals no-goals not-determinable",
  "goals-reviewed: all-goals some-goals none-of-goals no-goals not-determinable",
  "plan-content/strengths: yes no not-asked",
  "plan-content/interests: yes no not-asked",
  "plan-content/learning-preferences: yes no not-asked",
  "plan-content/barriers: yes no not-asked",
  "program-coordination: yes no not-asked",
  "on-track: on-track overdue undated-only not-determinable no-steps",
  "plan-change: changed unchanged fewer-reviews not-recorded",
  "chronic-absence: not-chronic chronic too-few-days",
  "chronic-absence-year/school: not-chronic chronic",
  "chronic-absence-year/district: not-chronic chronic",
];

describe("the questions under effective practice", () => {
  it("keep these texts and parts, in this order", () => {
    const texts = questionsOf(effectivePractice, AS_OF).map(
      ({ statistic, parts }) => `${statistic}: ${parts.map(({ id }) => id).join(" ")}`,
    );
    expect(texts.filter((text) => QUESTIONS.includes(text))).toEqual(QUESTIONS);
  });
});

describe("readStatistic", () => {
  it("reads every question of every mandate as it is written, with the parts that it declares", () => {
    for (const mandate of MANDATES) {
      for (const { statistic: text, parts } of questionsOf(mandate, AS_OF)) {
        const { statistic, about } = readStatistic(text);
        expect(statisticText(statistic, about)).toBe(text);
        const declared = statistic.parts.map(({ id }) => id);
        const own = parts.map(({ id }) => id);
        if (statistic.id === "needs") expect(declared).toEqual(expect.arrayContaining(own));
        else expect(own).toEqual(declared);
      }
    }
  });

  it("reads what a question is about up to its end", () => {
    expect(readStatistic("statuses/a/b").about).toBe("a/b");
    expect(readStatistic("plan-coverage").about).toBeNull();
  });

  it.each(["status/review-1", "plan-covrage", "", "/review-1", "Statuses/all"])(
    "throws at %j, which nothing declares",
    (text) => {
      expect(() => readStatistic(text)).toThrow(
        `no statistic is called ${JSON.stringify(text)}: expected one of statuses, standings, needs`,
      );
    },
  );
});
