import type { Day } from "../../domain/calendar/day.ts";
import type { Part } from "../../domain/figures/parts.ts";
import type { RequirementAnswer } from "../../mandates/clock/answer.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { hasActivePlan } from "../../mandates/evidence/plan-records.ts";
import {
  isReview,
  type Requirement,
  type ReviewRequirement,
} from "../../mandates/rules/requirement.ts";
import { answersTo, answerTo } from "./answers-to.ts";
import { needOf, needParts, NEEDS_STATISTIC, NOTHING } from "./needs.ts";
import {
  allReviews,
  allStandings,
  reviewPart,
  REVIEW_AFTER_DUE,
  STANDING_AFTER_DUE,
} from "./requirement-answers.ts";
import type { Question } from "./question.ts";
import {
  ALL_TOGETHER,
  textAndParts,
  STANDINGS,
  STATUSES,
  statisticText,
  type Statistic,
} from "./statistic.ts";
import { standingOf } from "../../mandates/clock/answer.ts";

const WITH_A_BAR: readonly Requirement["kind"][] = [
  "recurring-review",
  "transition-review",
  "plan",
  "content",
  "assent",
  "record",
];
const ASKED: readonly Requirement["modality"][] = ["must", "counted", "must-offer"];

/** The requirements that are in force on a day and that each of their students must meet. */
export const requirementsWithBar = (
  { requirements }: MandateProfile,
  asOf: Day,
): readonly Requirement[] =>
  requirements.filter(
    ({ kind, modality, effectiveFrom = "", effectiveUntil = "9999" }) =>
      WITH_A_BAR.includes(kind) &&
      ASKED.includes(modality) &&
      effectiveFrom <= asOf &&
      asOf <= effectiveUntil,
  );

/** A review whose text names no day has no clock: it is met or not, like any other requirement. */
export const hasClock = (requirement: Requirement): requirement is ReviewRequirement =>
  isReview(requirement) && requirement.due.kind !== "open";

/** Whether a requirement asks no more than plan coverage counts: that every student under the mandate has an open plan. */
export const isShownByCoverage = (requirement: Requirement): boolean =>
  requirement.kind === "plan" && requirement.asks === "open" && requirement.appliesTo === undefined;

/** The questions of the requirements, one by one and all together. */
export function requirementQuestions(mandate: MandateProfile, asOf: Day): readonly Question[] {
  const rules = requirementsWithBar(mandate, asOf);
  const reviews = rules.filter(hasClock);
  return [
    ...(reviews.length === 0 ? [] : [allReviewsQuestion(mandate, reviews)]),
    ...reviews.map((review) => reviewQuestion(mandate, review)),
    ...(rules.length === 0 ? [] : [allRequirementsQuestion(mandate, rules)]),
    ...rules.map((rule) => standingQuestion(mandate, rule)),
    ...rules.map((rule) => needsQuestion(mandate, rule)),
  ];
}

/** The statistics of requirements; measures declare their own. */
export const REQUIREMENT_STATISTICS: readonly Statistic<Pick<Part, "id">>[] = [
  STATUSES,
  STANDINGS,
  NEEDS_STATISTIC,
];

const COMMON = { population: { kind: "mandate" }, needs: "plans" } as const;

function allReviewsQuestion(
  mandate: MandateProfile,
  reviews: readonly ReviewRequirement[],
): Question {
  const find = answersTo(mandate, reviews);
  return {
    ...COMMON,
    ...textAndParts(STATUSES, ALL_TOGETHER),
    isPublic: true,
    afterDue: REVIEW_AFTER_DUE,
    answer: (student) => allReviews(find(student)),
    dueOn: (student) => earliest(find(student)),
  };
}

function reviewQuestion(mandate: MandateProfile, requirement: ReviewRequirement): Question {
  const find = answerTo(mandate, requirement);
  return {
    ...COMMON,
    ...textAndParts(STATUSES, requirement.id),
    // A transition has one bar: whether its students are ready.
    isPublic: requirement.kind === "recurring-review",
    afterDue: REVIEW_AFTER_DUE,
    answer: (student) => reviewPart(find(student)),
    dueOn: (student) => find(student).dueOn,
  };
}

function allRequirementsQuestion(mandate: MandateProfile, rules: readonly Requirement[]): Question {
  const find = answersTo(mandate, rules);
  return {
    ...COMMON,
    ...textAndParts(STANDINGS, ALL_TOGETHER),
    isPublic: true,
    afterDue: STANDING_AFTER_DUE,
    answer: (student) => allStandings(find(student)),
    dueOn: (student) => earliest(find(student)),
  };
}

function standingQuestion(mandate: MandateProfile, requirement: Requirement): Question {
  const find = answerTo(mandate, requirement);
  return {
    ...COMMON,
    ...textAndParts(STANDINGS, requirement.id),
    isPublic: !hasClock(requirement) && !isShownByCoverage(requirement),
    afterDue: STANDING_AFTER_DUE,
    answer: (student) => standingOf(find(student)),
    dueOn: (student) => find(student).dueOn,
  };
}

/** What each student waits for, as the worklist has it: for staff, who can act on it. */
function needsQuestion(mandate: MandateProfile, requirement: Requirement): Question {
  const find = answerTo(mandate, requirement);
  return {
    ...COMMON,
    statistic: statisticText(NEEDS_STATISTIC, requirement.id),
    parts: needParts(requirement),
    isPublic: false,
    afterDue: [],
    answer: (student, { asOf }) => {
      const { requirements: answers, record } = student;
      const hasOpenPlan = hasActivePlan(mandate, documentsOf(record), asOf);
      return needOf(find(student), { answers, hasOpenPlan }, asOf) ?? NOTHING;
    },
  };
}

function earliest(answers: readonly RequirementAnswer[]): Day | null {
  let first: Day | null = null;
  for (const { dueOn } of answers) {
    if (dueOn !== null && (first === null || dueOn < first)) first = dueOn;
  }
  return first;
}
