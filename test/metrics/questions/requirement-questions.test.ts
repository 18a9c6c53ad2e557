import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { planId } from "../../../functions/domain/ids.ts";
import type { MandateProfile } from "../../../functions/mandates/rules/mandate-profile.ts";
import type { Requirement } from "../../../functions/mandates/rules/requirement.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import {
  hasClock,
  requirementQuestions,
  requirementsWithBar,
} from "../../../functions/metrics/questions/requirement-questions.ts";
import { documentOf, held, plan } from "../../mandates/clock-case.ts";
import { AS_OF, assessed, contextOn } from "../assessed-student.ts";

const review1 = effectivePractice.requirements.find(({ id }) => id === "review-1");
const common = {
  name: "A rule",
  rule: "A rule.",
  citation: "A text",
  status: "confirmed",
  modality: "must",
  dueBasis: "text",
  due: { kind: "year-end" },
} as const;
const rule = (given: Partial<Requirement> = {}): Requirement =>
  ({ ...review1, id: "rule", ...given }) as Requirement;
const planRule = (span: "ever" | "school-year"): Requirement => ({
  ...common,
  id: "plan",
  kind: "plan",
  asks: "made",
  span,
});
const mandateOf = (...requirements: readonly Requirement[]): MandateProfile => ({
  ...effectivePractice,
  requirements,
});
const idsWithBar = (requirement: Requirement, asOf = AS_OF) =>
  requirementsWithBar(mandateOf(requirement), asOf).map(({ id }) => id);

describe("requirementsWithBar", () => {
  const KINDS: readonly (readonly [Requirement, boolean])[] = [
    [rule(), true],
    [effectivePractice.requirements.find(({ kind }) => kind === "transition-review")!, true],
    [planRule("ever"), true],
    [effectivePractice.requirements.find(({ kind }) => kind === "content")!, true],
    [effectivePractice.requirements.find(({ kind }) => kind === "assent")!, true],
    [
      { ...common, id: "record", kind: "record", span: "ever", record: "plan-offered", times: 1 },
      true,
    ],
    [{ ...common, id: "judged", kind: "judged", question: "it is consistent" }, false],
  ];

  it.each(KINDS.map(([requirement, hasBar]) => [requirement.kind, hasBar, requirement] as const))(
    "of kind %s have a bar: %s",
    (_, hasBar, requirement) => {
      expect(idsWithBar(requirement)).toEqual(hasBar ? [requirement.id] : []);
    },
  );

  it.each([
    ["must", true],
    ["counted", true],
    ["must-offer", true],
    ["on-request", false],
    ["encouraged", false],
  ] as const)("that ask with %s have a bar: %s", (modality, hasBar) => {
    expect(idsWithBar(rule({ modality }))).toEqual(hasBar ? ["rule"] : []);
  });

  it.each([
    ["2021-11-25", []],
    ["2021-11-26", ["rule"]],
    ["2021-11-27", ["rule"]],
  ])("are in force from their first day on: %s", (asOf, ids) => {
    expect(idsWithBar(rule({ effectiveFrom: "2021-11-26" }), day(asOf))).toEqual(ids);
  });

  it.each([
    ["2021-11-25", ["rule"]],
    ["2021-11-26", ["rule"]],
    ["2021-11-27", []],
  ])("are in force up to their last day: %s", (asOf, ids) => {
    expect(idsWithBar(rule({ effectiveUntil: "2021-11-26" }), day(asOf))).toEqual(ids);
  });
});

describe("hasClock", () => {
  const open = { kind: "open", words: "periodically" } as const;

  it("is of a review with a due day, and of nothing else", () => {
    expect(hasClock(rule())).toBe(true);
    expect(hasClock(rule({ due: open }))).toBe(false);
    expect(hasClock(planRule("ever"))).toBe(false);
  });

  it("gives a review whose text names no day the bar of any other requirement", () => {
    const asked = requirementQuestions(mandateOf(rule({ due: open })), AS_OF);
    expect(asked.filter(({ isPublic }) => isPublic).map(({ statistic }) => statistic)).toEqual([
      "standings/all",
      "standings/rule",
    ]);
    expect(asked.filter(({ statistic }) => statistic.startsWith("statuses/"))).toEqual([]);
  });
});

describe("requirementQuestions", () => {
  const questions = requirementQuestions(effectivePractice, AS_OF);
  const find = (statistic: string, of = questions) =>
    of.find((question) => question.statistic === statistic)!;
  const rules = effectivePractice.requirements.map(({ id }) => id);

  it("asks of each review, each requirement, all of either together, and what is waited for", () => {
    expect(questions.map(({ statistic }) => statistic)).toEqual([
      "statuses/all",
      ...["review-1", "review-2", "transition-6", "transition-9", "transition-12"].map(
        (id) => `statuses/${id}`,
      ),
      "standings/all",
      ...rules.map((id) => `standings/${id}`),
      ...rules.map((id) => `needs/${id}`),
    ]);
  });

  it("gives the public one bar of each question: a transition and a review's standing have another's", () => {
    const shown = questions.filter(({ isPublic }) => isPublic).map(({ statistic }) => statistic);
    expect(shown).toEqual([
      "statuses/all",
      "statuses/review-1",
      "statuses/review-2",
      "standings/all",
      "standings/goal-domains",
      "standings/participation",
    ]);
    const isPublic = (requirement: Requirement) =>
      find("standings/plan", requirementQuestions(mandateOf(requirement), AS_OF)).isPublic;
    expect(isPublic(planRule("school-year"))).toBe(true);
    expect(isPublic(planRule("ever"))).toBe(true);
  });

  it("asks nothing where the mandate asks nothing", () => {
    expect(requirementQuestions(mandateOf(), AS_OF)).toEqual([]);
    expect(requirementQuestions(mandateOf(rule({ modality: "encouraged" })), AS_OF)).toEqual([]);
  });

  it("asks everybody in the mandate's grades, and needs plans", () => {
    expect(new Set(questions.map(({ population }) => population.kind))).toEqual(
      new Set(["mandate"]),
    );
    expect(new Set(questions.map(({ needs }) => needs))).toEqual(new Set(["plans"]));
  });

  it("is answered by a student's own answers, the composites by the first in their order", () => {
    const student = assessed({ grade: "06", document: documentOf([held("2021-11-01")]) });
    const answer = (statistic: string) => find(statistic).answer(student, contextOn());
    expect(answer("statuses/review-1")).toBe("on-time");
    expect(answer("statuses/review-2")).toBe("not-due");
    expect(answer("statuses/transition-6")).toBe("held-late");
    expect(answer("statuses/transition-9")).toBe("not-due");
    expect(answer("statuses/all")).toBe("held-late");
    expect(answer("standings/review-1")).toBe("met");
    expect(answer("standings/transition-6")).toBe("not-met");
    expect(answer("standings/participation")).toBe("not-applicable");
    expect(answer("standings/all")).toBe("not-met");
  });

  it("leaves requirements without a bar out of the composites", () => {
    const judged: Requirement = { ...common, id: "judged", kind: "judged", question: "it is so" };
    const mandate = mandateOf(rule(), judged);
    const student = assessed({ mandate, document: documentOf([held("2021-11-01")]) });
    const all = find("standings/all", requirementQuestions(mandate, AS_OF));
    expect(all.answer(student, contextOn(AS_OF, mandate))).toBe("met");
  });

  it("is due on the student's day, of composites on the first of them", () => {
    const dueOn = (statistic: string, grade: "06" | "07") =>
      find(statistic).dueOn?.(assessed({ grade }));
    expect(dueOn("statuses/review-1", "07")).toBe("2021-11-12");
    expect(dueOn("statuses/review-2", "07")).toBe("2022-01-07");
    expect(dueOn("statuses/all", "07")).toBe("2021-11-12");
    expect(dueOn("statuses/all", "06")).toBe("2021-10-20");
    expect(dueOn("standings/all", "06")).toBe("2021-10-08");
    expect(dueOn("standings/goal-domains", "06")).toBe("2021-11-12");
    const unknown = assessed({ hasCalendar: false });
    expect(find("statuses/review-1").dueOn?.(unknown)).toBeNull();
    expect(find("statuses/all").dueOn?.(unknown)).toBeNull();
  });

  it.each([
    ["2021-10-12", "nothing", "nothing", "nothing"],
    ["2021-10-13", "due-soon", "due-soon", "due-soon"],
    ["2021-11-12", "due-soon", "due-soon", "due-soon"],
    ["2021-11-13", "overdue", "content-missing", "no-plan"],
  ])("asks what each student waits for: on %s %s and %s", (on, ofReview, ofContent, planless) => {
    const asOf = day(on);
    const student = assessed({ asOf });
    expect(find("needs/review-1").answer(student, contextOn(asOf))).toBe(ofReview);
    expect(find("needs/goal-domains").answer(student, contextOn(asOf))).toBe(ofContent);
    const without = assessed({ asOf, document: null });
    expect(find("needs/goal-domains").answer(without, contextOn(asOf))).toBe("nothing");
    expect(find("needs/review-1").answer(without, contextOn(asOf))).toBe(planless);
  });

  it("refuses a student who was assessed by another mandate", () => {
    const other = assessed({
      mandate: mandateOf(rule()),
      document: documentOf([], [plan({ plan: planId("P1") })]),
    });
    expect(() => find("statuses/review-1").answer(other, contextOn())).toThrow(
      "no answer for requirement review-1",
    );
  });
});
