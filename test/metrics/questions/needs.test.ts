import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { AssentDegree } from "../../../functions/domain/plans/plan-assent.ts";
import type { Evidence, RequirementAnswer } from "../../../functions/mandates/clock/answer.ts";
import type { Requirement } from "../../../functions/mandates/rules/requirement.ts";
import {
  needName,
  needOf,
  needParts,
  needsUnder,
  thingAsked,
} from "../../../functions/metrics/questions/needs.ts";
import { review, standing } from "../given-answer.ts";

const AS_OF = day("2021-10-13");
const evidence: readonly Evidence[] = [{ record: "plan", name: "P1", on: day("2021-09-10") }];

/** What a student with an open plan waits for who has this answer and no other. */
const need = (answer: RequirementAnswer) =>
  needOf(answer, { answers: [answer], hasOpenPlan: true }, AS_OF);

const common = {
  name: "A rule",
  rule: "A rule.",
  citation: "A text",
  status: "confirmed",
  modality: "must",
  dueBasis: "text",
  due: { kind: "year-end" },
} as const;
const assent = (...degrees: readonly AssentDegree[]): Requirement => ({
  ...common,
  id: "assent",
  kind: "assent",
  span: "school-year",
  of: degrees.map((degree) => ({ anyOf: ["family"], who: "a parent", degree })),
});
/** One rule of each kind that is no review. */
const RULES = {
  plan: { ...common, id: "plan", kind: "plan", asks: "made", span: "ever" },
  content: {
    ...common,
    id: "content",
    kind: "content",
    span: "ever",
    all: [{ component: "career-goal", says: "A goal." }],
  },
  assent: assent("signature"),
  record: {
    ...common,
    ...{ id: "record", kind: "record", span: "ever", record: "plan-offered", times: 1 },
  },
  judged: { ...common, id: "judged", kind: "judged", question: "it is so" },
} as const satisfies { readonly [kind: string]: Requirement };

describe("what a student waits for under a review", () => {
  it.each([
    ["plan-missing", "no-plan"],
    ["not-held", "overdue"],
    ["timely", null],
    ["held-late", null],
    ["exempt", null],
    ["not-yet-assessable", null],
  ] as const)("is of a review that is %s: %s", (status, expected) => {
    expect(need(review(status, day("2021-10-20")))).toBe(expected);
  });

  it.each([
    ["2021-10-13", "due-soon"],
    ["2021-11-12", "due-soon"],
    ["2021-11-13", null],
  ] as const)("is due soon within 30 days: due on %s it is %s", (dueOn, expected) => {
    expect(need(review("pending", day(dueOn)))).toBe(expected);
  });

  it.each([
    ["2021-11-11", "due-soon"],
    ["2021-11-12", "due-soon"],
    ["2021-11-13", null],
  ] as const)(
    "is due soon only where its window opens by then: on %s it is %s",
    (opensOn, expected) => {
      const pending = review("pending", day("2021-11-12"), { opensOn: day(opensOn) });
      expect(need(pending)).toBe(expected);
    },
  );

  it("is none of a review whose day nobody knows", () => {
    expect(need(review("pending"))).toBeNull();
  });
});

describe("what a student waits for under a requirement that is no review", () => {
  it.each([
    ["plan", "plan-missing"],
    ["content", "content-missing"],
    ["assent", "signature-missing"],
    ["record", "record-missing"],
    ["judged", "record-missing"],
  ] as const)("is named by its kind: %s, %s while nothing is recorded", (kind, expected) => {
    const requirement = RULES[kind];
    expect(need(standing("not-met", { requirement }))).toBe(expected);
    // What was done too late waits for nobody.
    expect(need(standing("not-met", { requirement, evidence }))).toBeNull();
  });

  it("is an overdue review where a review's text names no day", () => {
    expect(need(standing("not-met"))).toBe("overdue");
  });

  it.each(["met", "not-determinable"] as const)("is none of what is %s", (status) => {
    expect(need(standing(status))).toBeNull();
  });

  it.each([
    ["2021-10-12", -1, null],
    ["2021-10-13", 0, "due-soon"],
    ["2021-11-12", 30, "due-soon"],
    ["2021-11-13", 31, null],
  ] as const)(
    "is due soon within 30 days: due on %s, %d days left, it is %s",
    (on, daysLeft, expected) => {
      const pending = standing("not-applicable", { dueOn: day(on), daysLeft });
      expect(need(pending)).toBe(expected);
    },
  );

  it("is none of what is done already, does not apply, or is due on no known day", () => {
    const dueOn = day("2021-10-20");
    expect(need(standing("not-applicable"))).toBeNull();
    const done = standing("not-applicable", { dueOn, daysLeft: 7, evidence });
    expect(need(done)).toBeNull();
    expect(need(standing("not-applicable", { dueOn }))).toBeNull();
  });

  describe("of content and signatures", () => {
    const content = standing("not-met", { requirement: RULES.content });
    const signature = standing("not-met", { requirement: RULES.assent });
    const noPlan = standing("not-met", { requirement: RULES.plan });
    const record = standing("not-met", { requirement: RULES.record });
    const needs = (hasOpenPlan: boolean, ...answers: readonly RequirementAnswer[]) =>
      answers.map((answer) => needOf(answer, { answers, hasOpenPlan }, AS_OF));

    it("comes after a plan that a review waits for, or that a requirement asks for", () => {
      expect(needs(false, review("plan-missing"), content, signature, record)).toEqual([
        ...["no-plan", null, null, "record-missing"],
      ]);
      expect(needs(false, noPlan, content, signature, record)).toEqual([
        ...["plan-missing", null, null, "record-missing"],
      ]);
    });

    it("is asked for itself where a plan is open, or nothing asks for one", () => {
      // The plan of this year is missing, and one of an earlier year is open.
      expect(needs(true, noPlan, content)).toEqual(["plan-missing", "content-missing"]);
      expect(needs(false, content)).toEqual(["content-missing"]);
      expect(needs(true, review("not-held"), content)).toEqual(["overdue", "content-missing"]);
      const late = standing("not-met", { requirement: RULES.plan, evidence });
      expect(needs(false, late, content)).toEqual([null, "content-missing"]);
    });
  });
});

describe("the needs under a requirement", () => {
  it.each(Object.values(RULES).map((rule) => [rule.kind, rule] as const))(
    "of kind %s are parts of one bar, with nothing to be done last",
    (_, rule) => {
      const parts = needParts(rule);
      expect(parts.map(({ id }) => id)).toEqual([...needsUnder(rule), "nothing"]);
      expect(parts.at(-2)?.name).toBe("Due within 30 days");
    },
  );

  it("are overdue, due soon or without a plan under a review", () => {
    const { requirement } = review("not-held");
    expect(needParts(requirement).map(({ name }) => name)).toEqual([
      ...["Review overdue", "Due within 30 days", "No plan", "Nothing to be done now"],
    ]);
  });

  it("say what is missing: who only takes part or is told signs nothing", () => {
    const missing = (requirement: Requirement) =>
      needName(thingAsked(requirement), needsUnder(requirement)[0]!);
    expect(missing(RULES.plan)).toBe("Plan missing");
    expect(missing(RULES.content)).toBe("Content missing");
    expect(missing(RULES.record)).toBe("Record missing");
    expect(missing(assent("signature"))).toBe("Signature missing");
    expect(missing(assent("notice"))).toBe("Notice missing");
    expect(missing(assent("approval", "approval", "participation"))).toBe(
      "Approval or participation missing",
    );
  });
});
