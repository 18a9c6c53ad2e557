import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { REVIEW_PARTS, STANDING_PARTS } from "../../../functions/domain/figures/parts.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { MANDATES } from "../../../functions/mandates/rules/mandates.ts";
import type { Requirement } from "../../../functions/mandates/rules/requirement.ts";
import { questionsOf } from "../../../functions/metrics/cube/questions.ts";
import { sameQuestions } from "../../../functions/metrics/questions/same-question.ts";
import { AS_OF } from "../assessed-student.ts";

const named = (id: string): Requirement =>
  effectivePractice.requirements.find((requirement) => requirement.id === id)!;
const planOnce: Requirement = {
  ...{ id: "plan", name: "A plan", rule: "A plan.", citation: "A text", status: "confirmed" },
  ...{
    modality: "must",
    dueBasis: "text",
    due: { kind: "year-end" },
    kind: "plan",
    asks: "made",
    span: "ever",
  },
};
const same = (...requirements: readonly Requirement[]) =>
  sameQuestions({ ...effectivePractice, requirements }, AS_OF);
const readAs = (of: ReturnType<typeof same>) =>
  [...of].map(([statistic, read]) => [statistic, read.statistic]);
const parts = (of: ReturnType<typeof same>, statistic: string, all = STANDING_PARTS) =>
  all.map(({ id }) => of.get(statistic)?.parts(id));

describe("sameQuestions", () => {
  it("reads the standing of a review from its statuses, part by part", () => {
    const of = same(...effectivePractice.requirements);
    expect(readAs(of)).toEqual([
      ["standings/plan", "plan-coverage"],
      ["standings/review-1", "statuses/review-1"],
      ["standings/review-2", "statuses/review-2"],
    ]);
    expect(parts(of, "standings/plan")).toEqual([["open"], [], [], []]);
    expect(parts(of, "standings/review-1")).toEqual([
      ["on-time"],
      ["held-late", "not-held", "no-plan"],
      ["not-determinable"],
      ["not-due"],
    ]);
  });

  it("reads all reviews from the only one, and all requirements from the only one", () => {
    const of = same(named("review-1"));
    expect(readAs(of)).toEqual([
      ["standings/review-1", "statuses/review-1"],
      ["statuses/all", "statuses/review-1"],
      ["standings/all", "statuses/review-1"],
    ]);
    const all = REVIEW_PARTS.map(({ id }) => of.get("statuses/all")?.parts(id));
    expect(all).toEqual(REVIEW_PARTS.map(({ id }) => [id]));
    expect(parts(of, "standings/all")).toEqual(parts(of, "standings/review-1"));
  });

  it("reads all requirements from the only one that is no review under its own name", () => {
    const of = same(named("goal-domains"));
    expect(readAs(of)).toEqual([["standings/all", "standings/goal-domains"]]);
    expect(parts(of, "standings/all")).toEqual(STANDING_PARTS.map(({ id }) => [id]));
  });

  it("keeps all reviews apart where there are two, and all requirements", () => {
    expect(readAs(same(named("review-1"), named("goal-domains")))).toEqual([
      ["standings/review-1", "statuses/review-1"],
      ["statuses/all", "statuses/review-1"],
    ]);
    expect(same(named("review-1"), named("review-2")).has("statuses/all")).toBe(false);
  });

  it("keeps a requirement that a plan be open apart from plan coverage: it has due days and exemptions", () => {
    expect(readAs(same(planOnce, named("goal-domains")))).toEqual([]);
    expect(readAs(same(planOnce))).toEqual([["standings/all", "standings/plan"]]);
  });

  it("does not read a mandate's only review from a transition, whose students are others", () => {
    expect(readAs(same(named("transition-6")))).toEqual([]);
  });

  it("does not know a requirement that is not in force", () => {
    const before = { ...named("review-1"), effectiveFrom: "2021-11-27" };
    expect(readAs(same(before))).toEqual([]);
    expect(readAs(same({ ...before, effectiveFrom: "2021-11-26" }))).toHaveLength(3);
  });

  it.each(MANDATES.map((mandate) => [mandate.id, mandate] as const))(
    "reads questions of %s from one that has a public bar of its own",
    (_, mandate) => {
      for (const asOf of [day("2021-11-26"), day("2026-02-02")]) {
        const questions = questionsOf(mandate, asOf);
        const of = sameQuestions(mandate, asOf);
        for (const [statistic, read] of of) {
          const from = questions.find((question) => question.statistic === read.statistic)!;
          const own = questions.find((question) => question.statistic === statistic)!;
          expect([from.isPublic, of.has(from.statistic)], statistic).toEqual([true, false]);
          const parts = from.parts.map(({ id }) => id);
          const asked = own.parts.flatMap(({ id }) => read.parts(id));
          expect(asked.filter((part) => !parts.includes(part))).toEqual([]);
          expect(new Set(asked).size).toBe(asked.length);
        }
      }
    },
  );
});
