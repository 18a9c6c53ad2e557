import type { Day } from "../../domain/calendar/day.ts";
import { GOAL_DOMAINS, isSetBy } from "../../domain/plans/plan.ts";
import { REVIEW_PARTS } from "../../domain/figures/parts.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { heldReviews, undatedReviews } from "../../mandates/evidence/plan-records.ts";
import { goalsOn } from "../../metrics/cube/attendance-association.ts";
import { goalsOfYear } from "../../metrics/plans/goals-of-year.ts";
import { ALL_TOGETHER, STATUSES, statisticText } from "../../metrics/questions/statistic.ts";
import {
  ALL,
  asItIs,
  NOT_APPLICABLE,
  NOT_COLLECTED,
  target,
  type ExtractCase,
  type ExtractColumn,
} from "./extract-column.ts";

export const PLANS = "Plans, goals, action steps and reviews of the ILP platform.";

/** A value of plans: not collected where nobody sent any plan. */
const ofPlans =
  (value: (extractCase: ExtractCase) => string) =>
  (extractCase: ExtractCase): string =>
    extractCase.context.availability.plans ? value(extractCase) : NOT_COLLECTED;

const stepsBy = ({ student: { record }, context }: ExtractCase, on: Day): number => {
  const goals = new Set(
    goalsOfYear(context.mandate, record, on)
      .filter((goal) => isSetBy(goal, on))
      .map(({ goal }) => goal),
  );
  return documentsOf(record)
    .flatMap(({ actionSteps }) => actionSteps)
    .filter(({ goal }) => goals.has(goal)).length;
};

const held = ({ student: { record }, context }: ExtractCase) =>
  heldReviews(context.mandate, documentsOf(record), context.asOf);

/** A value of the reviews held; the records do not show it if one of them was held on an unknown day. */
const ofHeld =
  (value: (reviews: ReturnType<typeof held>) => string) =>
  (extractCase: ExtractCase): string => {
    const { student, context } = extractCase;
    const undated = undatedReviews(context.mandate, documentsOf(student.record), context.asOf);
    return undated.length > 0 ? NOT_APPLICABLE : value(held(extractCase));
  };

const DATED = "Students none of whose reviews was held on a day that no record gives.";

/** The answer of the question over all reviews that have a due day; a mandate may have none. */
const reviewStatus = ({ student, context, questions }: ExtractCase): string =>
  questions.get(statisticText(STATUSES, ALL_TOGETHER))?.answer(student, context) ?? NOT_APPLICABLE;

/** Targets of a student's plan beside the measures. */
export const PLAN_COLUMNS: readonly ExtractColumn[] = [
  target({
    name: "review_status",
    title: "Review status",
    definition:
      "The student's answer over all reviews of the mandate that have a due day. A student with several has the first of these that any of them gives: no plan, not held, cannot be determined, held late, held on time, not due. Exempt and new students are not due.",
    universe: "Every student of the extract, where the mandate has a review with a due day.",
    source: PLANS,
    codings: [asItIs(REVIEW_PARTS.map(({ id, name }) => ({ value: id, label: name })))],
    valueOf: ofPlans(reviewStatus),
  }),
  target({
    name: "reviews_held",
    title: "Reviews held",
    definition: "Reviews held this school year by the date of the data; two on one day are one.",
    universe: DATED,
    source: PLANS,
    codings: [asItIs("counts")],
    onlyWith: "family_participation",
    isTopCoded: true,
    valueOf: ofPlans(ofHeld((reviews) => String(reviews.length))),
  }),
  target({
    name: "first_review_month",
    title: "Month of the first review",
    definition: "The month in which the first review of the school year was held, YYYY-MM.",
    universe: "Students with a review held by the date of the data, each on a day on record.",
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
    valueOf: ofPlans(ofHeld(([first]) => first?.heldOn.slice(0, 7) ?? NOT_APPLICABLE)),
  }),
  target({
    name: "goals",
    title: "Goals",
    definition: `Goals of the student's plans of this school year, or of an earlier plan that is carried on in it, that were set by the date of the data, of all domains (${GOAL_DOMAINS.join(", ")}), discontinued goals included.`,
    universe: ALL,
    source: PLANS,
    codings: [asItIs("counts")],
    onlyWith: "goal_domains",
    isTopCoded: true,
    valueOf: ofPlans(({ student, context }) =>
      String(goalsOn(context.mandate, student.record, context.asOf)),
    ),
  }),
  target({
    name: "action_steps",
    title: "Action steps",
    definition:
      "Action steps toward the goals that were set by the date of the data. A step has no such day of its own.",
    universe: ALL,
    source: PLANS,
    codings: [asItIs("numbers")],
    onlyWith: "goal_domains",
    isTopCoded: true,
    valueOf: ofPlans((extractCase) => String(stepsBy(extractCase, extractCase.context.asOf))),
  }),
];
