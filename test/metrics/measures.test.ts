import { describe, expect, it } from "vitest";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import { componentCompleteness } from "../../functions/metrics/measures/component-completeness.ts";
import { METRICS } from "../../functions/metrics/measures/metrics.ts";
import { questionsOf } from "../../functions/metrics/cube/questions.ts";
import { requirementMet } from "../../functions/metrics/measures/requirement-met.ts";
import { requirementsMet } from "../../functions/metrics/measures/requirements-met.ts";
import { reviewHeld } from "../../functions/metrics/measures/review-held.ts";
import { reviewTimeliness } from "../../functions/metrics/measures/review-timeliness.ts";
import { transitionCoverage } from "../../functions/metrics/measures/transition-coverage.ts";
import { AS_OF, assessed, partOf } from "./assessed-student.ts";

/** Each measure with each of its bars and the question it is read from. */
const READ = METRICS.flatMap((metric) =>
  metric.bars(effectivePractice, AS_OF).map((bar) => {
    const question = questionsOf(effectivePractice, AS_OF).find(
      ({ statistic }) => statistic === bar.statistic,
    )!;
    return { metric, bar, question, name: `${metric.id} ${bar.group}` };
  }),
);

describe("METRICS", () => {
  it("are defined in sentences, under ids of their own", () => {
    const ids = METRICS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const metric of METRICS) {
      expect(metric.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      for (const text of [
        metric.definition,
        metric.numerator,
        metric.denominator,
        metric.exclusions,
        metric.source,
      ]) {
        expect(text, metric.id).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it("count everybody of the mandate or of a transition's grade, and absence everybody enrolled", () => {
    const populations = READ.map(({ name, question: { population } }) => [name, population.kind]);
    expect(populations.filter(([, kind]) => kind === "enrolled")).toEqual([
      ["chronic-absence all", "enrolled"],
    ]);
    expect(populations.filter(([, kind]) => kind === "grade").map(([name]) => name)).toEqual([
      ...["coverage", "plan", "review"].flatMap((measure) =>
        ["6", "9", "12"].map((grade) => `transition-${measure} transition-${grade}`),
      ),
      "transition-handover transition-6",
      "transition-handover transition-9",
      ...["6", "9", "12"].map((grade) => `transition-focus-areas transition-${grade}`),
    ]);
  });

  it.each(READ)("$name is read from neighboring parts of its bar", ({ metric, question }) => {
    const parts = question.parts.map(({ id }) => id);
    const places = metric.counted.map((part) => parts.indexOf(part));
    expect(places).toEqual(places.map((_, index) => places[0]! + index));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(metric.against.filter((part) => !parts.includes(part))).toEqual([]);
    expect(metric.against.filter((part) => metric.counted.includes(part))).toEqual([]);
  });

  it.each(READ)("$name needs the records of its question, and is as public", (read) => {
    expect(read.metric.needs).toBe(read.question.needs);
    // In public a requirement that is a review is read from its statuses, and a transition is not asked.
    if (![requirementMet, reviewHeld].includes(read.metric)) {
      expect(read.metric.isPublic).toBe(read.question.isPublic);
    }
  });

  it("that the public edition has are these", () => {
    expect(METRICS.filter(({ isPublic }) => isPublic).map(({ id }) => id)).toEqual([
      "requirements-met",
      "requirement-met",
      "review-timeliness",
      "review-held",
      "plan-coverage",
      "transition-coverage",
      "student-participation",
      "family-participation",
      "counselor-participation",
      "goal-domains",
      "goal-individuality",
      "goals-specific",
      "goals-time-bound",
      "goals-with-steps",
      "goals-reviewed",
      "on-track",
      "chronic-absence",
    ]);
  });

  it("are better the higher they are, but for absence", () => {
    const lower = METRICS.filter(({ isHigherBetter }) => !isHigherBetter);
    expect(lower.map(({ id }) => id)).toEqual(["chronic-absence", "chronic-absence-year"]);
  });

  it("have no bar of what a mandate does not ask", () => {
    const nothing = { ...effectivePractice, requirements: [] };
    const read = METRICS.filter(({ bars }) => bars(nothing, AS_OF).length > 0);
    expect(read.map(({ id }) => id)).not.toContain("requirements-met");
    expect(read.map(({ id }) => id)).not.toContain("requirement-met");
    expect(read.map(({ id }) => id)).not.toContain("review-timeliness");
    expect(read.map(({ id }) => id)).not.toContain("review-held");
    expect(read.map(({ id }) => id)).not.toContain("transition-coverage");
    expect(read.map(({ id }) => id)).toContain("plan-coverage");
  });

  it("do not count a student below the mandate's grades, but for absence", () => {
    const child = assessed({ grade: "03" });
    const counting = READ.filter(
      ({ metric, bar }) => partOf(metric, child, bar.group) !== "outside",
    );
    expect(counting.map(({ name }) => name)).toEqual([
      "chronic-absence all",
      "chronic-absence-year all",
    ]);
  });
});

describe("the requirements that a measure asks for together", () => {
  const composed = (metric: (typeof METRICS)[number]) =>
    metric.bars(effectivePractice, AS_OF).map(({ group, composedOf }) => [group, ...composedOf]);
  const reviews = ["review-1", "review-2", "transition-6", "transition-9", "transition-12"];

  it("are all of the mandate, or its reviews, or what a plan must contain, or the one of a transition", () => {
    const [all] = composed(requirementsMet);
    expect(all).toHaveLength(1 + effectivePractice.requirements.length);
    expect(composed(reviewTimeliness)).toEqual([["all", ...reviews]]);
    expect(composed(componentCompleteness)).toEqual([["all", "goal-domains"]]);
    expect(composed(transitionCoverage)).toEqual(
      reviews.slice(2).map((transition) => [transition, transition]),
    );
  });

  it("are none of any other measure: each requirement by itself is always the same", () => {
    const composites = [
      requirementsMet,
      reviewTimeliness,
      componentCompleteness,
      transitionCoverage,
    ];
    for (const metric of METRICS.filter((metric) => !composites.includes(metric))) {
      expect(
        composed(metric).filter(([, ...together]) => together.length > 0),
        metric.id,
      ).toEqual([]);
    }
  });
});
