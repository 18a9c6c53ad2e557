import { longDay } from "../../domain/calendar/long-day.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { schoolYearName, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { isAimedAt, statusBy } from "../../domain/plans/goal-status.ts";
import {
  isListed,
  type ActionStep,
  type Goal,
  type Plan,
  type PlanDocument,
  type PlanReview,
} from "../../domain/plans/plan.ts";
import { byText } from "../../domain/text/compare-text.ts";
import { isCompletionRecorded } from "../../metrics/plans/step-progress.ts";
import type { LastReview } from "../../metrics/plans/last-review.ts";
import type { StudentRecord } from "../../metrics/students/school-records.ts";
import {
  TIMELINE_KINDS,
  type EnrollmentShown,
  type StatementShown,
  type TimelineEvent,
} from "./student-page.ts";

/**
 * What happened to a student and what is planned, by day. If something was planned and then done,
 * the event is on the day it was done and mentions the planned day. Things without a day are left
 * out.
 * @param enrollments and statements of the same student, as the page shows them
 * @param last the last review of the school year, which says whether it was signed
 */
export function timeline(
  { document, more }: Pick<StudentRecord, "document" | "more">,
  enrollments: readonly EnrollmentShown[],
  statements: readonly StatementShown[],
  last: LastReview | null,
  asOf: Day,
): readonly TimelineEvent[] {
  const documents = [...(more.earlier ?? []), ...(document === null ? [] : [document])];
  return [
    ...enrollments.flatMap(ofEnrollment),
    ...documents.flatMap((document) =>
      ofDocument(document, last, asOf, isCompletionRecorded(more.collected)),
    ),
    ...statements.flatMap(ofStatement),
  ]
    .flatMap(({ on, ...event }): TimelineEvent | [] =>
      on === null
        ? []
        : {
            ...{ on, ...event },
            schoolYear: schoolYearName(schoolYearOf(on)),
            isAhead: on > asOf,
          },
    )
    .sort(byText(({ on, kind }) => `${on} ${TIMELINE_KINDS.indexOf(kind)}`));
}

type Event = Pick<TimelineEvent, "kind" | "what" | "about"> & { readonly on: Day | null };

const ofEnrollment = ({ schoolName, enteredOn, withdrewOn }: EnrollmentShown): readonly Event[] => [
  { on: enteredOn as Day, kind: "enrollment", what: `Entered ${schoolName}`, about: "" },
  { on: withdrewOn as Day | null, kind: "enrollment", what: `Left ${schoolName}`, about: "" },
];

const ofDocument = (
  { plans, goals, actionSteps, reviews }: PlanDocument,
  last: LastReview | null,
  asOf: Day,
  isDoneKnown: boolean,
): readonly Event[] => {
  const closed = new Set(goals.filter((goal) => !isAimedAt(goal, asOf)).map(({ goal }) => goal));
  return [
    ...plans.flatMap(ofPlan),
    ...goals.flatMap((goal) => ofGoal(goal, asOf)),
    ...actionSteps
      // An open step of a goal that is no longer open is not a task.
      .filter(({ goal, completedOn }) => completedOn !== null || !closed.has(goal))
      .map((step) => ofStep(step, isDoneKnown ? asOf : null)),
    ...reviews.map((review) => ofReview(review, review.review === last?.review ? last : null)),
  ];
};

const ofPlan = ({ planType, status, openedOn, closedOn }: Plan): readonly Event[] => [
  {
    on: openedOn,
    kind: "plan",
    what: status === "draft" ? "Plan drafted" : "Plan opened",
    about: planType,
  },
  { on: closedOn, kind: "plan", what: "Plan closed", about: planType },
];

/** @param asOf null where no record says which steps are done */
const ofStep = ({ description, dueOn, completedOn }: ActionStep, asOf: Day | null): Event =>
  completedOn === null
    ? {
        on: dueOn,
        kind: "step",
        what:
          dueOn !== null && asOf !== null && dueOn < asOf
            ? "Action step due, not completed"
            : "Action step due",
        about: description,
      }
    : {
        on: completedOn,
        kind: "step",
        what: "Action step completed",
        about: withDay(description, "due", dueOn),
      };

function ofGoal(goal: Goal, asOf: Day): readonly Event[] {
  const { description, domain, setOn, targetOn, statusOn } = goal;
  const status = statusBy(goal, asOf);
  const set: Event = {
    on: setOn,
    kind: "goal",
    what: domain === null ? "Goal set" : `${DOMAIN_NAMES[domain]} goal set`,
    about: description,
  };
  if (status === "met" || status === "not-met" || status === "discontinued") {
    const about = withDay(description, "target", statusOn === targetOn ? null : targetOn);
    return [set, { on: statusOn ?? targetOn, kind: "goal", what: ENDED[status], about }];
  }
  const what = targetOn !== null && targetOn < asOf ? "Goal due, still open" : "Goal due";
  return [set, { on: targetOn, kind: "goal", what, about: description }];
}

const DOMAIN_NAMES: { readonly [domain in NonNullable<Goal["domain"]>]: string } = {
  academic: "Academic",
  career: "Career",
  personal: "Personal",
};

const ENDED = {
  met: "Goal met",
  "not-met": "Goal not met",
  discontinued: "Goal discontinued",
} as const;

function ofReview(
  { state, scheduledOn, heldOn, participants, meeting }: PlanReview,
  last: LastReview | null,
): Event {
  const withWhom = participants.filter(isListed);
  const with_ = withWhom.length === 0 ? "" : `with ${listed(withWhom)}`;
  const inGroup = meeting === "group" ? "in a group" : "";
  const about = [with_, inGroup].filter((part) => part !== "").join(", ");
  // A day of what was not held contradicts its record.
  const inDoubt = withDay(about, "the same record says held on", heldOn);
  switch (state) {
    case "held": {
      const held = withDay(about, "scheduled for", scheduledOn === heldOn ? null : scheduledOn);
      return {
        on: heldOn ?? scheduledOn,
        kind: "review",
        what: "Review held",
        about: [held, signedInWords(last)].filter((part) => part !== "").join(", "),
      };
    }
    case "scheduled":
      return {
        on: scheduledOn ?? heldOn,
        kind: "review",
        what: "Review scheduled",
        about: inDoubt,
      };
    case "missed":
      return { on: scheduledOn ?? heldOn, kind: "review", what: "Review missed", about: inDoubt };
  }
}

/** When the last review was signed, or that it is not; nothing of earlier ones, and where no signature is sent. */
function signedInWords(last: LastReview | null): string {
  switch (last?.kind) {
    case "signed":
      return last.days === 0
        ? "signed on the same day"
        : `signed on ${longDay(last.signedOn)}, ${inDays(last.days)} later`;
    case "waiting":
      return last.days === 0 ? "not signed yet" : `not signed ${inDays(last.days)} later`;
    case "not-recorded":
    case undefined:
      return "";
  }
}

const inDays = (days: number): string => `${days} ${days === 1 ? "day" : "days"}`;

/** Made when it is asked for: the first list of a process loads the words of all languages. */
const listed = (names: readonly string[]): string => new Intl.ListFormat("en-US").format(names);

/** "Write a résumé (due January 4, 2022)" */
const withDay = (text: string, words: string, on: Day | null): string =>
  on === null ? text : `${text} (${words} ${longDay(on)})`.trim();

const ofStatement = ({
  kind,
  requirementName,
  words,
  by,
  from,
  until,
}: StatementShown): readonly Event[] => {
  const name = kind === "exemption" ? "Exemption" : "Attestation";
  const about = `${requirementName}. ${words}`;
  return [
    { on: from as Day, kind: "statement", what: `${name} by ${by}`, about },
    { on: until as Day | null, kind: "statement", what: `${name} ends`, about: requirementName },
  ];
};
