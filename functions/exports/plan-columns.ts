import type { Day } from "../domain/day.ts";
import { GOAL_DOMAINS } from "../domain/plan.ts";
import { REVIEW_STATUSES, type ReviewStatus } from "../domain/review-status.ts";
import { acceptedPlans, heldReviews } from "../mandates/plan-records.ts";
import { goalsOn } from "../metrics/attendance-association.ts";
import { overallStatus } from "../metrics/overall-status.ts";
import {
  ALL,
  asItIs,
  learnt,
  NOT_APPLICABLE,
  NOT_COLLECTED,
  type ExtractCase,
  type ExtractColumn,
} from "./extract-column.ts";

/** Who has a review or a goal has a plan. */
const OF_REVIEWS = ["reviews-held", "plan-coverage"];
export const OF_GOALS = ["goal-domains", "plan-coverage"];

export const PLANS = "Plans, goals, action steps and reviews of the ILP platform.";

/** Of plans: nothing where no plan was sent. */
const ofPlans =
  (value: (one: ExtractCase) => string) =>
  (one: ExtractCase): string =>
    one.context.holds.plans ? value(one) : NOT_COLLECTED;

const stepsBy = ({ student: { record }, context }: ExtractCase, on: Day): number => {
  const { document } = record;
  if (document === null) return 0;
  const accepted = acceptedPlans(context.mandate, document);
  const goals = new Set(
    document.goals
      .filter(({ plan, setOn }) => accepted.has(plan) && setOn <= on)
      .map(({ goal }) => goal),
  );
  return document.actionSteps.filter(({ goal }) => goals.has(goal)).length;
};

const held = ({ student: { record }, context }: ExtractCase) =>
  heldReviews(context.mandate, record.document, context.asOf);

const STATUS_LABELS: { readonly [status in ReviewStatus]: string } = {
  timely: "Held by its due day",
  "held-late": "Held after its due day",
  "not-held": "Due, and not held",
  pending: "Not due yet",
  exempt: "Not asked of this student",
  "not-yet-assessable": "The student came too lately to be asked",
  "plan-missing": "Due, and the student has no plan",
};

/** What is learnt of a student's plan beyond the published measures. */
export const PLAN_COLUMNS: readonly ExtractColumn[] = [
  learnt(
    {
      name: "review_status",
      title: "Review status",
      definition:
        "The least favourable answer of the review clock over the reviews that are due, or where none is due the one that comes first.",
      universe: "Students of whom a review is asked.",
      source: PLANS,
      codings: [asItIs(REVIEW_STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] })))],
      valueOf: ofPlans(({ student }) => overallStatus(student.answers) ?? NOT_APPLICABLE),
    },
    ["statuses/all", "reviews-due", "review-timeliness"],
  ),
  learnt(
    {
      name: "reviews_held",
      title: "Reviews held",
      definition: "Reviews held this school year by the as-of day; two on one day are one.",
      universe: ALL,
      source: PLANS,
      codings: [asItIs("counts")],
      onlyWith: "family_participation",
      isTopCoded: true,
      valueOf: ofPlans((one) => String(held(one).length)),
    },
    OF_REVIEWS,
  ),
  learnt(
    {
      name: "first_review_month",
      title: "Month of the first review",
      definition: "The month in which the first review of the school year was held, YYYY-MM.",
      universe: "Students with a review held by the as-of day.",
      source: PLANS,
      codings: [
        asItIs("months"),
        {
          coarser: (month) => (Number(month.slice(-2)) >= 7 ? "fall" : "spring"),
          categories: [
            { value: "fall", label: "July to December" },
            { value: "spring", label: "January to June" },
          ],
        },
      ],
      onlyWith: "family_participation",
      valueOf: ofPlans((one) => held(one)[0]?.heldOn.slice(0, 7) ?? NOT_APPLICABLE),
    },
    OF_REVIEWS,
  ),
  learnt(
    {
      name: "goals",
      title: "Goals",
      definition: `Goals of the student's plans that were set by the as-of day, of all domains (${GOAL_DOMAINS.join(", ")}) and whatever became of them, discontinued ones too.`,
      universe: ALL,
      source: PLANS,
      codings: [asItIs("counts")],
      onlyWith: "goal_domains",
      isTopCoded: true,
      valueOf: ofPlans(({ student, context }) =>
        String(goalsOn(context.mandate, student.record, context.asOf)),
      ),
    },
    OF_GOALS,
  ),
  learnt(
    {
      name: "action_steps",
      title: "Action steps",
      definition:
        "Action steps towards the goals that were set by the as-of day; a step has no day of its own on which it was set.",
      universe: ALL,
      source: PLANS,
      codings: [asItIs("numbers")],
      onlyWith: "goal_domains",
      isTopCoded: true,
      valueOf: ofPlans((one) => String(stepsBy(one, one.context.asOf))),
    },
    OF_GOALS,
  ),
];
