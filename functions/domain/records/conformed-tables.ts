/**
 * The conformed tables: what the exports come to once validated. They hold personal data and rest
 * in the records bucket only. Every partition holds all there is about every student who was ever
 * enrolled in its school, so that a school is measured from its own partitions alone. (A table of contents, so longer than most.)
 */
import type { Column, ColumnType, TableDefinition } from "./table-definition.ts";

const column = <N extends string, T extends ColumnType>(name: N, type: T, definition: string) =>
  ({ name, type, title: name, definition }) as const;
const optional = <N extends string, T extends ColumnType>(name: N, type: T, definition: string) =>
  ({ name, type, optional: true, title: name, definition }) as const;

const table = <N extends string, C extends readonly Column[]>(
  name: N,
  description: string,
  primaryKey: readonly string[],
  columns: C,
) => ({ name, title: name, description, primaryKey, columns }) as const;

export const CONFORMED = {
  student: table(
    "student",
    "One row a student ever enrolled in the school.",
    ["student"],
    [
      column("student", "text", "The student's identifier in the student information system."),
      column("givenName", "text", "Given name."),
      column("familyName", "text", "Family name."),
      optional("birthOn", "day", "Day of birth."),
      optional("grade", "text", "Grade level as CEDS codes it."),
      optional("sex", "text", "Sex as OneRoster lists it."),
      optional("raceEthnicity", "text", "One of the seven categories of EDFacts."),
      column(
        "isIdentityShared",
        "boolean",
        "Whether another student has the same state identifier.",
      ),
    ],
  ),
  enrollment: table(
    "enrollment",
    "One row a stay of a student at a school, this one or another.",
    ["student", "school", "enteredOn"],
    [
      column("student", "text", "The student."),
      column("school", "text", "The school of the stay."),
      column("enteredOn", "day", "First day of the stay."),
      optional("withdrewOn", "day", "First day that no longer counts."),
      column("isPrimary", "boolean", "Whether the school answers for the student."),
      optional(
        "calendar",
        "text",
        "Which of the school's calendars holds; empty where none is named.",
      ),
    ],
  ),
  calendar: table(
    "calendar",
    "One row an instructional day of this school, or of another school of one of its students.",
    ["school", "on"],
    [
      column("school", "text", "The school."),
      column("on", "day", "The instructional day."),
      optional(
        "calendars",
        "text",
        "Which of the school's calendars are in session, a tab between two; empty where all are.",
      ),
    ],
  ),
  program: table(
    "program",
    "One row a participation in a program.",
    ["student", "program", "beganOn"],
    [
      column("student", "text", "The student."),
      column("program", "text", "The program's name in the source."),
      column("beganOn", "day", "First day."),
      optional("endedOn", "day", "First day that no longer counts."),
    ],
  ),
  incident: table(
    "incident",
    "One row a discipline incident and student.",
    ["incident", "student"],
    [
      column("incident", "text", "The incident's identifier."),
      column("student", "text", "The student."),
      column("school", "text", "The school where it occurred."),
      column("occurredOn", "day", "The day."),
      column("behavior", "text", "The behavior as the source names it."),
      column("action", "text", "The action taken."),
    ],
  ),
  plan: table(
    "plan",
    "One row a plan.",
    ["plan"],
    [
      column("plan", "text", "The plan's identifier."),
      column("student", "text", "The student."),
      column("planType", "text", "What sort of plan it is."),
      column("schoolYear", "integer", "The year in which its school year ends."),
      column("status", "text", "draft, active or closed."),
      column("openedOn", "day", "The day it was opened."),
      optional("closedOn", "day", "First day on which it is no longer open."),
      column("counselor", "text", "The staff member who looks after it; may be empty."),
      optional(
        "school",
        "text",
        "The school that the plan's platform believes the student to be in.",
      ),
      optional(
        "grade",
        "text",
        "The grade that the plan's platform believes the student to be in.",
      ),
    ],
  ),
  goal: table(
    "goal",
    "One row a goal.",
    ["goal"],
    [
      column("goal", "text", "The goal's identifier."),
      column("plan", "text", "The plan."),
      optional("domain", "text", "academic, career or personal."),
      column("description", "text", "The goal in the student's words."),
      column("measurement", "text", "How one will know; may be empty."),
      optional("setOn", "day", "The day it was set."),
      optional("targetOn", "day", "The day it should be reached."),
      column("status", "text", "not-started, in-progress, met, not-met or discontinued."),
      optional("statusOn", "day", "The day the status was given."),
    ],
  ),
  actionStep: table(
    "actionStep",
    "One row an action step.",
    ["actionStep"],
    [
      column("actionStep", "text", "The action step's identifier."),
      column("goal", "text", "The goal it serves."),
      column("description", "text", "What will be done."),
      column("owner", "text", "Who does it; may be empty."),
      column("focusArea", "text", "The focus area it serves; may be empty."),
      optional("dueOn", "day", "By when."),
      optional("completedOn", "day", "When it was done."),
    ],
  ),
  review: table(
    "review",
    "One row a meeting about a plan.",
    ["review"],
    [
      column("review", "text", "The review's identifier."),
      column("plan", "text", "The plan."),
      column("state", "text", "scheduled, held or missed."),
      optional("scheduledOn", "day", "The day it was planned for."),
      optional("heldOn", "day", "The day it took place."),
      column("participants", "text", "Who took part, with ; between them."),
      column("focusAreas", "text", "What was worked through, with ; between them."),
      optional("meeting", "text", "individual or group."),
    ],
  ),
  exemption: table(
    "exemption",
    "One row a decision that a requirement is not asked of a student for a time.",
    ["student", "requirement", "from"],
    [
      column("student", "text", "The student."),
      column("requirement", "text", "The requirement's id, or all."),
      column("reason", "text", "Why, from a closed list."),
      column("decidedBy", "text", "The staff member who decided."),
      column("from", "day", "First day."),
      optional("until", "day", "First day on which it is asked again."),
    ],
  ),
  attestation: table(
    "attestation",
    "One row a statement of a named person on a requirement that no record decides.",
    ["student", "requirement", "from"],
    [
      column("student", "text", "The student."),
      column("requirement", "text", "The requirement's id."),
      column("isMet", "boolean", "Whether it is stated to be met."),
      column("reason", "text", "On what the statement rests."),
      column("attestedBy", "text", "The staff member who states it."),
      column("from", "day", "First day."),
      optional("until", "day", "First day on which it no longer holds."),
    ],
  ),
  planAssent: table(
    "planAssent",
    "One row a part that somebody took in a student's plan, and how far.",
    ["student", "role", "degree", "givenOn"],
    [
      column("student", "text", "The student."),
      column("role", "text", "student, family, counselor, teacher, administrator or other."),
      column("degree", "text", "From notice to approval."),
      column("givenOn", "day", "The day."),
      column("isDesignee", "boolean", "Whether it is somebody whom the parent appointed."),
      column("isGoodFaithEffort", "boolean", "Whether it is an effort without an answer."),
    ],
  ),
  planComponent: table(
    "planComponent",
    "One row an entry of one component in a student's plan.",
    ["student", "component", "enteredOn", "strand"],
    [
      column("student", "text", "The student."),
      column("component", "text", "What it is an entry of."),
      column("enteredOn", "day", "The day it was made."),
      column("quantity", "number", "What is counted where a rule asks for an amount."),
      column("strand", "text", "The strand it belongs to; may be empty."),
      column("marks", "text", "What it shows beyond being there, with ; between them."),
    ],
  ),
  studentEvent: table(
    "studentEvent",
    "One row an event around a student's plan.",
    ["student", "kind", "occurredOn"],
    [
      column("student", "text", "The student."),
      column("kind", "text", "What happened, from a closed list."),
      column("occurredOn", "day", "The day."),
    ],
  ),
  caseload: table(
    "caseload",
    "One row a counselor with a student of the school, or with all its students of a grade, a range of family names or both.",
    ["counselor", "student", "school", "grade", "familyNameFrom", "familyNameUntil"],
    [
      column("counselor", "text", "The counselor, as plans name the person."),
      optional("student", "text", "The one student; missing where the row is of a school."),
      column("school", "text", "The school; empty where the row is of one student."),
      optional("grade", "text", "The grade; missing for every grade of the school."),
      column("familyNameFrom", "text", "The beginning of the first family name; may be empty."),
      column("familyNameUntil", "text", "The beginning of the last family name; may be empty."),
    ],
  ),
  attendanceTotal: table(
    "attendanceTotal",
    "One row a student, school and school year: totals as the source gives them, of which no day is made.",
    ["student", "school", "schoolYear"],
    [
      column("student", "text", "The student."),
      optional("school", "text", "The school."),
      column("schoolYear", "integer", "The year in which the school year ends."),
      optional("asOf", "day", "The last day that is in it."),
      optional("enrolledDays", "number", "Days enrolled."),
      column("absentDays", "number", "Days absent."),
      optional("excusedDays", "number", "Days absent and excused."),
      optional("unexcusedDays", "number", "Days absent and not excused."),
    ],
  ),
  absence: table(
    "absence",
    "One row a student and day absent, in part or whole.",
    ["student", "on"],
    [
      column("student", "text", "The student."),
      column("on", "day", "The day."),
      column("absentMilli", "integer", "Thousandths of the day missed, 1 to 1000."),
      column("excusal", "text", "excused, unexcused or unknown."),
    ],
  ),
} as const satisfies { readonly [name: string]: TableDefinition };

export type ConformedTable = keyof typeof CONFORMED;
