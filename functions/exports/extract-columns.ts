// Longer than most: the one place that says what an extract holds, column by column.
import type { Day } from "../domain/day.ts";
import { RACE_ETHNICITIES } from "../domain/demographics.ts";
import { GRADES, gradeName } from "../domain/grade.ts";
import { GOAL_DOMAINS } from "../domain/plan.ts";
import { REVIEW_STATUSES, type ReviewStatus } from "../domain/review-status.ts";
import { PROGRAM_DIVISIONS, studentDivision } from "../domain/student-groups.ts";
import { acceptedPlans, heldReviews } from "../mandates/plan-records.ts";
import { landmarkFacts, LANDMARK_DAY, goalsOn } from "../metrics/attendance-association.ts";
import type { AttendanceDays } from "../metrics/attendance-days.ts";
import type { AssessedStudent, MeasureContext, Metric } from "../metrics/metric.ts";
import { METRICS } from "../metrics/metrics.ts";
import { overallStatus } from "../metrics/overall-status.ts";
import type { SchoolRecords } from "../metrics/school-records.ts";
import { studentGroups } from "../metrics/student-groups.ts";

/** What stands where a value is missing, and why (section 5.5 of the statistics note). Nothing is left empty. */
export const MISSING = {
  "-9": "Not collected: the exports do not say",
  "-8": "Not applicable to this student",
  "-7": "Not told, to protect students",
} as const;
export const NOT_COLLECTED = "-9";
export const NOT_APPLICABLE = "-8";

/** A student as an extract is made from them. */
export interface ExtractCase {
  readonly student: AssessedStudent;
  readonly records: Pick<SchoolRecords, "school" | "calendars">;
  readonly context: MeasureContext;
}

export interface Category {
  readonly value: string;
  readonly label: string;
}

/** Whole numbers of which each is told of enough students, whole numbers of which only the greatest are shared, and months. */
export type NumberKind = "counts" | "numbers" | "months";

/** One way to write a column's values: what becomes of a fine value, and which values there are. */
export interface ColumnCoding {
  readonly coarser: (value: string) => string;
  readonly categories: readonly Category[] | NumberKind;
}

/**
 * What a column is to somebody who looks for a student: a way to find them (`tells`, with the student
 * division of a release), or something that is learnt once they are found (`learnt`, with the
 * published statistics that its tabulation comes near). The worth of a bit of it to research, beside
 * a bit of the others, says what gives way first where something must.
 */
export type ColumnRole =
  | {
      readonly kind: "tells";
      readonly division: string;
      readonly worth: readonly number[];
      /** What stands for those who are in none of the division's groups. */
      readonly rest: string;
    }
  | { readonly kind: "learnt"; readonly statistics: readonly string[]; readonly worth: number };

/** One column of the extract: everything that the codebook says of it, and how it is filled. */
export interface ExtractColumn {
  readonly name: string;
  readonly title: string;
  readonly definition: string;
  /** Whom it speaks of. */
  readonly universe: string;
  readonly source: string;
  /** What was done so that nobody is found by it. */
  readonly treatment: string;
  readonly role: ColumnRole;
  /** From the finest on. */
  readonly codings: readonly ColumnCoding[];
  /** Left out with the column of this name, of which it says a part. */
  readonly onlyWith?: string;
  /** Told only where the column of this name is at its finest, since it tells that one's values. */
  readonly onlyWithFinest?: string;
  /** Whether students to whom it does not apply are left out of the extract, since mostly it would tell that they came late. */
  readonly isForAll?: true;
  /** Whether the greatest values are told as one, so that nobody has a value alone. */
  readonly isTopCoded?: true;
  readonly valueOf: (one: ExtractCase) => string;
}

const ALL = "Every student of the extract.";
const asItIs = (categories: ColumnCoding["categories"]): ColumnCoding => ({
  coarser: (value) => value,
  categories,
});
const recoded = (
  to: { readonly [value: string]: string },
  categories: readonly Category[],
): ColumnCoding => ({ coarser: (value) => to[value] ?? value, categories });

const YES_NO: readonly Category[] = [
  { value: "1", label: "Yes" },
  { value: "0", label: "No" },
];
const yesNo = (is: boolean): string => (is ? "1" : "0");

const groupIn = (division: string, rest: string, { student, context }: ExtractCase): string => {
  const start = `${division}/`;
  const own = studentGroups(student.record, context.asOf).find(
    (group) => group.startsWith(start) && !group.includes("+"),
  );
  return own?.slice(start.length) ?? rest;
};

const BANDS: readonly Category[] = [
  { value: "below-6", label: "Below grade 6" },
  { value: "6-8", label: "Grades 6 to 8" },
  { value: "9-12", label: "Grades 9 to 12" },
  { value: "above-12", label: "Above grade 12, or ungraded" },
];
const bandOf = (grade: string): string => {
  if (!/^\d\d$/.test(grade)) return ["UG", "Other", "PS"].includes(grade) ? "above-12" : "below-6";
  const number = Number(grade);
  if (number < 6) return "below-6";
  return number > 12 ? "above-12" : number < 9 ? "6-8" : "9-12";
};

const SMALLER_RACES = ["american-indian", "asian", "pacific-islander", "multiple"] as const;

const TELLS_TREATMENT =
  "Told as finely as five students or more look alike in all such columns together. Where a student would stand out all the same, the value is not told (-7), and as many others by lot are not.";
const LEARNT_TREATMENT =
  "Told since its tabulation, beside everything that was published, comes near no figure that releases hide, and since it tells no more of who a student is than the columns that are meant to. Students whose value fewer than a group may have are left out.";

const tells = (
  name: string,
  division: string,
  worth: readonly number[],
  about: Pick<ExtractColumn, "title" | "definition" | "source" | "codings">,
  rest: string = NOT_COLLECTED,
): ExtractColumn => ({
  name,
  ...about,
  universe: ALL,
  treatment: TELLS_TREATMENT,
  role: { kind: "tells", division, worth, rest },
  valueOf: (one) => groupIn(division, rest, one),
});

const programColumn = (division: (typeof PROGRAM_DIVISIONS)[number]): ExtractColumn => {
  const { name, groups } = studentDivision(division);
  return tells(division.replaceAll("-", "_"), division, [3], {
    title: name,
    definition: `Whether the student takes part in a program or has a status of this sort on the as-of day: ${groups.map((group) => group.name).join(", or ")}.`,
    source: "Program participation, as the student information system gives it.",
    codings: [asItIs(groups.map(({ id, name: label }) => ({ value: id, label })))],
  });
};

const ANOTHER_OR_UNSAID = "another-or-not-said";
const races = studentDivision("race-ethnicity").groups;

/** By what a student could be found. */
const TELLING: readonly ExtractColumn[] = [
  {
    ...tells("grade", "grade", [0.25, 3], {
      title: "Grade level",
      definition: "Grade level on the as-of day, as CEDS codes it.",
      source: "Student information system.",
      codings: [
        asItIs(GRADES.map((grade) => ({ value: grade, label: gradeName(grade) }))),
        { coarser: bandOf, categories: BANDS },
      ],
    }),
    valueOf: ({ student }) => student.record.student.grade ?? NOT_COLLECTED,
  },
  tells(
    "sex",
    "sex",
    [2],
    {
      title: "Sex",
      definition: "Sex as the student information system records it.",
      source: "Student information system (OneRoster demographics).",
      codings: [
        asItIs([
          ...studentDivision("sex").groups.map(({ id, name }) => ({ value: id, label: name })),
          { value: ANOTHER_OR_UNSAID, label: "Another sex, or not said" },
        ]),
      ],
    },
    ANOTHER_OR_UNSAID,
  ),
  tells("race_ethnicity", "race-ethnicity", [1, 3], {
    title: "Race and ethnicity",
    definition:
      "One of seven as EDFacts reports it, Hispanic or Latino of any race being one; coarser, the four that are smallest in most districts are one.",
    source: "Student information system (OneRoster demographics).",
    codings: [
      asItIs(RACE_ETHNICITIES.map((value) => ({ value, label: labelOf(races, value) }))),
      recoded(Object.fromEntries(SMALLER_RACES.map((race) => [race, "another-or-several"])), [
        ...RACE_ETHNICITIES.filter(
          (race) => !SMALLER_RACES.some((smaller) => smaller === race),
        ).map((value) => ({ value, label: labelOf(races, value) })),
        { value: "another-or-several", label: "Another race, or several" },
      ]),
    ],
  }),
  ...PROGRAM_DIVISIONS.map(programColumn),
];

function labelOf(
  groups: readonly { readonly id: string; readonly name: string }[],
  id: string,
): string {
  return groups.find((group) => group.id === id)?.name ?? id;
}

/** The statistics whose students a measure divides, or that its verdict tells of besides. */
const BEHIND: { readonly [measure: string]: readonly string[] } = {
  "review-timeliness": ["reviews-due"],
  "student-participation": ["reviews-held"],
  "family-participation": ["reviews-held"],
  "counselor-participation": ["reviews-held"],
  "component-completeness": ["components-told", "plan-coverage"],
  "goal-domains": ["plan-coverage"],
  "transition-handover": ["handover-told"],
};

/** Few students are at a transition, and its steps say much of the same. */
const STEP_OF_TRANSITION = 0.25;

const isOfTransition = ({ breakdowns }: Metric): boolean => breakdowns.includes("transition");

const nameOf = (measure: string): string => measure.replaceAll("-", "_");

const NUMBER_TREATMENT =
  "Told since its tabulation, beside everything that was published, comes near no figure that releases hide, and since it tells no more of who a student is than the columns that are meant to. The greatest numbers are told as one; others may be those of single students.";

const learnt = (
  column: Omit<ExtractColumn, "treatment" | "role">,
  statistics: readonly string[],
  worth = 1,
): ExtractColumn => ({
  ...column,
  treatment: column.codings[0]?.categories === "numbers" ? NUMBER_TREATMENT : LEARNT_TREATMENT,
  role: { kind: "learnt", statistics, worth },
});

/** A measure that is published comes to the extract by itself: its verdict on each student. */
const measureColumn = (metric: Metric): ExtractColumn =>
  learnt(
    {
      // Who is at a transition is in its grade.
      ...(isOfTransition(metric) ? { onlyWithFinest: "grade" } : {}),
      name: nameOf(metric.id),
      title: metric.name,
      definition: `${metric.definition} Yes for those of the numerator: ${metric.numerator} ${metric.exclusions}`,
      universe: metric.denominator,
      source: metric.source,
      codings: [asItIs(YES_NO)],
      valueOf: ({ student, context }) => {
        if (!context.holds[metric.needs]) return NOT_COLLECTED;
        const given = metric.measure(student, context);
        return given === "outside" ? NOT_APPLICABLE : yesNo(given === "counted");
      },
    },
    [metric.id, ...(BEHIND[metric.id] ?? [])],
    isOfTransition(metric) ? STEP_OF_TRANSITION : 1,
  );

const percentAbsent = ({ absentDays, enrolledDays }: AttendanceDays): string =>
  enrolledDays === 0 ? NOT_APPLICABLE : String(Math.round((100 * absentDays) / enrolledDays));

const ABSENCES = "Absences and calendars of the student information system.";
/** Who has a review or a goal has a plan. */
const OF_REVIEWS = ["reviews-held", "plan-coverage"];
const OF_GOALS = ["goal-domains", "plan-coverage"];

const PLANS = "Plans, goals, action steps and reviews of the ILP platform.";
const AT_LANDMARK = `Students of a grade that the mandate names whose school counted them on instructional day ${LANDMARK_DAY} as on the as-of day, with twenty instructional days or more after it.`;

const NOT_THE_ASSOCIATION =
  "The published association counts those who left the school after that day too, of whom an extract tells nothing: it is not repeated by these columns, but comes near.";

const atLandmark =
  (value: (facts: Exclude<ReturnType<typeof landmarkFacts>, string>) => string) =>
  ({ student, records, context }: ExtractCase): string => {
    if (!context.holds.plans || !context.holds.attendance) return NOT_COLLECTED;
    const facts = landmarkFacts(student.record, records, context);
    return typeof facts === "string" ? NOT_APPLICABLE : value(facts);
  };

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

/** What is learnt of a student beyond the published measures. */
const MORE: readonly ExtractColumn[] = [
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
  learnt(
    {
      name: "absence_percent",
      title: "Days absent, in percent",
      definition:
        "Days absent in percent of the days enrolled, this school year by the as-of day, to a whole percent; half a day or more missed is an absent day.",
      universe: "Students with a day enrolled.",
      source: ABSENCES,
      codings: [asItIs("numbers")],
      onlyWith: "chronic_absence",
      isTopCoded: true,
      valueOf: ({ student, context }) =>
        context.holds.attendance ? percentAbsent(student.attendance) : NOT_COLLECTED,
    },
    ["chronic-absence"],
  ),
  learnt(
    {
      name: "landmark_plan",
      title: "Plan on the landmark day",
      definition: `Whether the student had an active plan on instructional day ${LANDMARK_DAY}. ${NOT_THE_ASSOCIATION}`,
      universe: AT_LANDMARK,
      source: PLANS,
      codings: [asItIs(YES_NO)],
      onlyWith: "plan_coverage",
      isForAll: true,
      valueOf: atLandmark(({ hasPlan }) => yesNo(hasPlan)),
    },
    ["plan-coverage"],
  ),
  learnt(
    {
      name: "landmark_goals",
      title: "Goals on the landmark day",
      definition: `Goals that were set by instructional day ${LANDMARK_DAY}. ${NOT_THE_ASSOCIATION}`,
      universe: AT_LANDMARK,
      source: PLANS,
      codings: [asItIs("counts")],
      onlyWith: "goal_domains",
      isTopCoded: true,
      isForAll: true,
      valueOf: atLandmark(({ goals }) => String(goals)),
    },
    OF_GOALS,
  ),
  learnt(
    {
      name: "absence_percent_before",
      title: "Days absent before the landmark day, in percent",
      definition: `Days absent in percent of the days enrolled from the first instructional day to day ${LANDMARK_DAY}, to a whole percent.`,
      universe: AT_LANDMARK,
      source: ABSENCES,
      codings: [asItIs("numbers")],
      onlyWith: "chronic_absence",
      isTopCoded: true,
      isForAll: true,
      valueOf: atLandmark(({ before }) => percentAbsent(before)),
    },
    ["chronic-absence"],
  ),
  learnt(
    {
      name: "absence_percent_after",
      title: "Days absent after the landmark day, in percent",
      definition: `Days absent in percent of the days enrolled after instructional day ${LANDMARK_DAY}, to a whole percent. ${NOT_THE_ASSOCIATION}`,
      universe: AT_LANDMARK,
      source: ABSENCES,
      codings: [asItIs("numbers")],
      onlyWith: "chronic_absence",
      isTopCoded: true,
      isForAll: true,
      valueOf: atLandmark(({ after }) => percentAbsent(after)),
    },
    ["chronic-absence"],
  ),
];

/** Every column by which a student could be found, and every one of what is learnt, in the order of the file. */
export const EXTRACT_COLUMNS: readonly ExtractColumn[] = [
  ...TELLING,
  ...METRICS.map(measureColumn),
  ...MORE,
];

/** The column of what nobody should learn of a student who is nearly found. */
export const SENSITIVE = nameOf("chronic-absence");

/** A value as a column writes it at a rung; what is missing stays missing, however coarse. Null where the column is left out. */
export const writtenAt = (
  { codings }: Pick<ExtractColumn, "codings">,
  rung: number,
  value: string,
): string | null => (value in MISSING ? value : (codings[rung]?.coarser(value) ?? null));
