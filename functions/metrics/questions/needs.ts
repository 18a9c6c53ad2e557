import type { Part } from "../../domain/figures/parts.ts";
import type { AssentDegree } from "../../domain/plans/plan-assent.ts";
import { addDays, daysBetween, type Day } from "../../domain/calendar/day.ts";
import type {
  RequirementAnswer,
  ReviewAnswer,
  StandingAnswer,
} from "../../mandates/clock/answer.ts";
import {
  isReview,
  type AssentRequirement,
  type Requirement,
} from "../../mandates/rules/requirement.ts";
import type { Statistic } from "./statistic.ts";

/**
 * What has to be done for a student, by what the requirement asks: something past its due day,
 * something due soon, or a plan before its review.
 */
export const NEEDS = [
  "overdue",
  "plan-missing",
  "content-missing",
  "signature-missing",
  "record-missing",
  "due-soon",
  "no-plan",
] as const;
export type Need = (typeof NEEDS)[number];
/** A requirement due within this many days is shown as something to act on. */
export const DUE_SOON_DAYS = 30;

/** Whose needs they are: all answers of one student, and whether a plan that the mandate accepts is open. */
export interface NeedsOf {
  readonly answers: readonly RequirementAnswer[];
  readonly hasOpenPlan: boolean;
}

/**
 * The need of a student under one requirement; null if nothing is to be done now. A plan that
 * another requirement asks for comes before content and signatures.
 */
export function needOf(answer: RequirementAnswer, student: NeedsOf, asOf: Day): Need | null {
  if (answer.kind === "review") return needOfReview(answer, asOf);
  const { kind } = answer.requirement;
  const isOfPlan = kind === "content" || kind === "assent";
  return isOfPlan && waitsForPlan(student) ? null : needOfStanding(answer, asOf);
}

/** Every need that a student can have under a requirement, in the order of urgency. */
export const needsUnder = (requirement: Requirement): readonly Need[] =>
  isReview(requirement)
    ? ["overdue", "due-soon", "no-plan"]
    : [MISSING[requirement.kind], "due-soon"];

/** The needs as parts of a bar, with students who need nothing last. */
export const needParts = (requirement: Requirement): readonly Part[] => [
  ...needsUnder(requirement).map((need) => ({
    id: need,
    name: needName(thingAsked(requirement), need),
  })),
  { id: NOTHING, name: "Nothing to be done now" },
];
export const NOTHING = "nothing";

/** What students need, requirement by requirement: a bar has only the parts of its requirement. */
export const NEEDS_STATISTIC = {
  id: "needs",
  parts: [...NEEDS, NOTHING].map((id) => ({ id })),
} as const satisfies Statistic<Pick<Part, "id">>;

/**
 * The need as a page says it next to the name of the requirement.
 * @param thing what the requirement asks for, see `thingAsked`
 */
export function needName(thing: string, need: Need): string {
  switch (need) {
    case "overdue":
      return "Review overdue";
    case "plan-missing":
    case "content-missing":
    case "signature-missing":
    case "record-missing":
      return `${thing} missing`;
    case "due-soon":
      return `Due within ${DUE_SOON_DAYS} days`;
    case "no-plan":
      return "No plan";
  }
}

/** What a requirement asks for, in a word or two: what is late or missing if it is not met. */
export function thingAsked(requirement: Requirement): string {
  switch (requirement.kind) {
    case "recurring-review":
    case "transition-review":
      return "Review";
    case "plan":
      return "Plan";
    case "content":
      return "Content";
    case "assent":
      return assentName(requirement);
    case "record":
    case "judged":
      return "Record";
  }
}

const ASSENT_NAMES: { readonly [degree in AssentDegree]: string } = {
  notice: "Notice",
  invitation: "Invitation",
  "consultation-sought": "Consultation",
  participation: "Participation",
  signature: "Signature",
  approval: "Approval",
};

/**
 * The name of an assent. A person who only takes part, or is notified, signs nothing, so the name
 * says what is asked.
 */
function assentName({ of }: AssentRequirement): string {
  const [name = "", ...others] = new Set(of.map(({ degree }) => ASSENT_NAMES[degree]));
  return [name, ...others.map((other) => other.toLowerCase())].join(" or ");
}

function needOfReview(answer: ReviewAnswer, asOf: Day): Need | null {
  switch (answer.status) {
    case "plan-missing":
      return "no-plan";
    case "not-held":
      return "overdue";
    case "pending":
      return isDueSoon(answer, asOf) ? "due-soon" : null;
    case "timely":
    case "held-late":
    case "exempt":
    case "not-yet-assessable":
      return null;
  }
}

const MISSING: { readonly [kind in Requirement["kind"]]: Need } = {
  "recurring-review": "overdue",
  "transition-review": "overdue",
  plan: "plan-missing",
  content: "content-missing",
  assent: "signature-missing",
  record: "record-missing",
  judged: "record-missing",
};

/**
 * Missing only while nothing is recorded: nobody has to act on something that was done too late.
 */
function needOfStanding(answer: StandingAnswer, asOf: Day): Need | null {
  switch (answer.status) {
    case "not-met":
      return answer.evidence.length === 0 ? MISSING[answer.requirement.kind] : null;
    case "not-applicable": {
      const { dueOn, daysLeft, isUnrecorded } = answer;
      // What is never recorded would be due soon for everybody, done or not.
      if (isUnrecorded === true) return null;
      if (dueOn === null || daysLeft === null || answer.evidence.length > 0) return null;
      return dueOn >= asOf && daysLeft <= DUE_SOON_DAYS ? "due-soon" : null;
    }
    case "met":
    case "not-determinable":
      return null;
  }
}

/** Whether a review waits for a plan, or a requirement asks for a plan and none is open. */
const waitsForPlan = ({ answers, hasOpenPlan }: NeedsOf): boolean =>
  answers.some(
    (answer) =>
      answer.status === "plan-missing" ||
      (!hasOpenPlan &&
        answer.requirement.kind === "plan" &&
        answer.status === "not-met" &&
        answer.evidence.length === 0),
  );

const isDueSoon = ({ dueOn, opensOn }: ReviewAnswer, asOf: Day): boolean =>
  dueOn !== null &&
  daysBetween(asOf, dueOn) <= DUE_SOON_DAYS &&
  (opensOn === null || opensOn <= addDays(asOf, DUE_SOON_DAYS));
