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
import type { AssessedStudent } from "../students/assessed-student.ts";
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
    ...(reviews.length === 0 ? [] : [allReviewsQuestion(reviews)]),
    ...reviews.map(reviewQuestion),
    ...(rules.length === 0 ? [] : [allRequirementsQuestion(rules)]),
    ...rules.map(standingQuestion),
    ...rules.map(needsQuestion),
  ];
}

/** The statistics of requirements; measures declare their own. */
export const REQUIREMENT_STATISTICS: readonly Statistic<Pick<Part, "id">>[] = [
  STATUSES,
  STANDINGS,
  NEEDS_STATISTIC,
];

const COMMON = { population: { kind: "mandate" }, needs: "plans" } as const;

function allReviewsQuestion(reviews: readonly ReviewRequirement[]): Question {
  const ids = new Set(reviews.map(({ id }) => id));
  return {
    ...COMMON,
    ...textAndParts(STATUSES, ALL_TOGETHER),
    isPublic: true,
    afterDue: REVIEW_AFTER_DUE,
    answer: (student) => allReviews(answersTo(student, ids)),
    dueOn: (student) => earliest(answersTo(student, ids)),
  };
}

const reviewQuestion = (requirement: ReviewRequirement): Question => ({
  ...COMMON,
  ...textAndParts(STATUSES, requirement.id),
  // A transition has one bar: whether its students are ready.
  isPublic: requirement.kind === "recurring-review",
  afterDue: REVIEW_AFTER_DUE,
  answer: (student) => reviewPart(answerTo(student, requirement)),
  dueOn: (student) => answerTo(student, requirement).dueOn,
});

function allRequirementsQuestion(rules: readonly Requirement[]): Question {
  const ids = new Set(rules.map(({ id }) => id));
  return {
    ...COMMON,
    ...textAndParts(STANDINGS, ALL_TOGETHER),
    isPublic: true,
    afterDue: STANDING_AFTER_DUE,
    answer: (student) => allStandings(answersTo(student, ids)),
    dueOn: (student) => earliest(answersTo(student, ids)),
  };
}

const standingQuestion = (requirement: Requirement): Question => ({
  ...COMMON,
  ...textAndParts(STANDINGS, requirement.id),
  isPublic: !hasClock(requirement) && !isShownByCoverage(requirement),
  afterDue: STANDING_AFTER_DUE,
  answer: (student) => standingOf(answerTo(student, requirement)),
  dueOn: (student) => answerTo(student, requirement).dueOn,
});

/** What each student needs, as in the worklist: only for staff, who can act on it. */
const needsQuestion = (requirement: Requirement): Question => ({
  ...COMMON,
  statistic: statisticText(NEEDS_STATISTIC, requirement.id),
  parts: needParts(requirement),
  isPublic: false,
  afterDue: [],
  answer: (student, { mandate, asOf }) => {
    const { requirements: answers, record } = student;
    const hasOpenPlan = hasActivePlan(mandate, documentsOf(record), asOf);
    return needOf(answerTo(student, requirement), { answers, hasOpenPlan }, asOf) ?? NOTHING;
  },
});

/** @throws if the student was assessed by another mandate */
function answerTo({ requirements }: AssessedStudent, { id }: Requirement): RequirementAnswer {
  const answer = requirements.find(({ requirement }) => requirement.id === id);
  if (answer === undefined) throw new Error(`no answer for requirement ${id}`);
  return answer;
}

const answersTo = (
  { requirements }: AssessedStudent,
  ids: ReadonlySet<string>,
): readonly RequirementAnswer[] =>
  requirements.filter(({ requirement }) => ids.has(requirement.id));

function earliest(answers: readonly RequirementAnswer[]): Day | null {
  let first: Day | null = null;
  for (const { dueOn } of answers) {
    if (dueOn !== null && (first === null || dueOn < first)) first = dueOn;
  }
  return first;
}
