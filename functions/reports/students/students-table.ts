import type { Day } from "../../domain/calendar/day.ts";
import type { OnTrackPart } from "../../domain/figures/parts.ts";
import type { Column, TableDefinition } from "../../domain/records/table-definition.ts";

/** What every edition has of a student, whatever the mandate. */
interface FixedValues {
  readonly student: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly grade: string;
  readonly school: string;
  readonly schoolName: string;
  readonly counselor: string;
  readonly caseload: string;
  readonly isEnrolled: boolean;
  readonly isUnderMandate: boolean;
  readonly hasOpenPlan: boolean;
  readonly requirements: string;
  readonly reviews: string;
  readonly nextStep: string;
  readonly nextStepNeed: string;
  readonly nextStepDueOn: Day | null;
  readonly whoActs: string;
  readonly lastReviewOn: Day | null;
  /** Null in editions of before action steps were noted, as are the three columns of the step. */
  readonly onTrack: OnTrackPart | "" | null;
  readonly actionStepDueOn: Day | null;
  readonly actionStepArea: string | null;
  readonly actionStepOwner: string | null;
  /** Null in editions of before plans were looked at, as are the next two where there is no day. */
  readonly conversation: string | null;
  readonly lastTouchedOn: Day | null;
  readonly daysBetweenTouches: number | null;
  /** Null in editions of before shared texts were noted. */
  readonly sharedTexts: string | null;
  readonly enrolledDays: number;
  readonly absentDays: number;
  readonly isChronicallyAbsent: boolean;
  readonly raceEthnicity: string;
  readonly sex: string;
  readonly englishLearner: string;
  readonly disability: string;
  readonly economicStatus: string;
  readonly homeless: string;
  readonly section504: string;
  readonly recordProblems: string;
}

/** One student of the staff edition as its Arrow file has them: fixed columns, and four per requirement. */
export interface StudentRow extends FixedValues {
  readonly [ofRequirement: string]: string | number | boolean | null;
}

/** The name of a column that every edition has. */
export type FixedColumn = keyof FixedValues;

/** The columns of one requirement. */
export const requirementColumns = (requirement: string) => ({
  status: `${requirement}.status`,
  dueOn: `${requirement}.dueOn`,
  need: `${requirement}.need`,
  because: `${requirement}.because`,
});

const text = (name: string, title: string, definition: string): Column => ({
  name,
  type: "text",
  title,
  definition,
});
const program = (name: string, title: string): Column =>
  text(name, title, "yes or no on the edition's day; empty where the exports do not say.");
const whole = (name: string, title: string, definition: string): Column => ({
  name,
  type: "integer",
  title,
  definition,
});
const yesNo = (name: string, title: string, definition: string): Column => ({
  name,
  type: "boolean",
  title,
  definition,
});
const dayOf = (name: string, title: string, definition: string): Column => ({
  name,
  type: "day",
  optional: true,
  title,
  definition,
});

/** The columns that every edition has, whatever the mandate. */
const COLUMNS: readonly Column[] = [
  text("student", "Student id", "The student's identifier in the student information system."),
  text("familyName", "Family name", "Family name."),
  text("givenName", "Given name", "Given name."),
  text("grade", "Grade", "Grade level as CEDS codes it; empty where the exports give none."),
  text("school", "School id", "The school that counts the student."),
  text("schoolName", "School", "Its name."),
  text("counselor", "Counselor", "The staff member responsible for the plan; may be empty."),
  {
    ...text(
      "caseload",
      "Caseload",
      "Every counselor whose caseload the student is in, by plan or by the district's list, separated by semicolons; empty for a student without a counselor.",
    ),
    // Earlier editions have no such column.
    optional: true,
  },
  yesNo(
    "isEnrolled",
    "Enrolled",
    "Whether the school counts the student on the edition's day; no where the student left the district and still has an open plan.",
  ),
  yesNo("isUnderMandate", "Under the mandate", "Whether the mandate covers the student's grade."),
  yesNo("hasOpenPlan", "Plan open", "Whether a plan of an accepted type is open."),
  text("requirements", "All requirements", "met, not-met, not-determinable or not-applicable."),
  text(
    "reviews",
    "All reviews",
    "on-time, held-late, not-held, no-plan, not-determinable or not-due.",
  ),
  text(
    "nextStep",
    "Next step",
    "The requirement or record problem that is most urgent; may be empty.",
  ),
  text(
    "nextStepNeed",
    "Need",
    "overdue, plan-missing, content-missing, signature-missing, record-missing, due-soon, no-plan or fix-record; empty without a next step.",
  ),
  dayOf("nextStepDueOn", "Due", "The day the next step is due."),
  text("whoActs", "Who acts", "counselor, registrar or vendor; empty without a next step."),
  dayOf("lastReviewOn", "Last review", "The last review held this school year."),
  // Earlier editions have none of the four.
  ...[
    text(
      "onTrack",
      "Action steps",
      "on-track, overdue, undated-only, no-steps or not-determinable; empty for students not under the mandate, and where no plans were sent.",
    ),
    dayOf(
      "actionStepDueOn",
      "Action step due",
      "The earliest due day of an action step that is not done, of a goal that is still open. Where no step of the district has a day of completion, past days are left out.",
    ),
    text(
      "actionStepArea",
      "Action step's focus area",
      "The focus area that this step serves; empty where the export gives none. What the step says is not here.",
    ),
    text("actionStepOwner", "Action step's owner", "Who does this step, as sent; may be empty."),
  ].map((column): Column => ({ ...column, optional: true })),
  // Earlier editions have none of the three.
  ...[
    text(
      "conversation",
      "Reasons for a conversation",
      "steps-overdue, plan-unchanged, no-goals, domains-missing, goals-shared and no-steps, as they hold of the open plan, separated by semicolons. They are questions to look into.",
    ),
    dayOf(
      "lastTouchedOn",
      "Plan last touched",
      "The last day on which a plan was opened, a goal was set, met, missed or given up, an action step was done or a review was held.",
    ),
    whole(
      "daysBetweenTouches",
      "Days between touches",
      "The median of the days from one such day to the next, in all school years on record; empty with fewer than two.",
    ),
  ].map((column): Column => ({ ...column, optional: true })),
  {
    ...text(
      "sharedTexts",
      "Shared goal texts",
      "Texts of the student's goals in open plans that three or more students of the district have, with the student, numbers and dates masked, separated by semicolons; goals discontinued by the date of the data are left out. Restricted, as goals are.",
    ),
    // Earlier editions have no such column.
    optional: true,
  },
  whole("enrolledDays", "Days enrolled", "Instructional days enrolled this school year so far."),
  whole("absentDays", "Days absent", "Of those, days absent."),
  yesNo(
    "isChronicallyAbsent",
    "Chronically absent",
    "Absent on a tenth or more of the days enrolled, with at least 10 days.",
  ),
  text("raceEthnicity", "Race and ethnicity", "As EDFacts groups it; empty where not sent."),
  text("sex", "Sex", "As sent; empty where not sent."),
  program("englishLearner", "English learner"),
  program("disability", "Disability (IDEA)"),
  program("economicStatus", "Economically disadvantaged"),
  program("homeless", "Homeless"),
  // Earlier editions have no such column.
  { ...program("section504", "Section 504"), optional: true },
  text(
    "recordProblems",
    "Record problems",
    "Records that do not agree, as problem and the day since when, such as wrong-school@2022-01-10, separated by semicolons.",
  ),
];

/** The four columns of one requirement. */
const columnsOf = (requirement: string): readonly Column[] => {
  const columns = requirementColumns(requirement);
  return [
    text(
      columns.status,
      `${requirement}: status`,
      "The answer; empty for students not under the mandate.",
    ),
    dayOf(columns.dueOn, `${requirement}: due`, "The day it is due for this student."),
    text(
      columns.need,
      `${requirement}: need`,
      "overdue, plan-missing, content-missing, signature-missing, record-missing, due-soon or no-plan; empty otherwise.",
    ),
    text(columns.because, `${requirement}: why`, "Why, in a sentence, where there is a need."),
  ];
};

/**
 * The students of a staff edition: one row per student, by school and counselor.
 * It names students: it stays in the records bucket.
 * @param requirements the ids of the mandate's requirements, in their order
 */
export const studentsTable = (requirements: readonly string[]): TableDefinition => ({
  name: "students",
  title: "Students",
  description:
    "One row per student enrolled on the edition's day, and per student who left and still has an open plan, by school and counselor: answers, due days, next step, last review, attendance so far.",
  primaryKey: ["student"],
  columns: [...COLUMNS, ...requirements.flatMap(columnsOf)],
});
