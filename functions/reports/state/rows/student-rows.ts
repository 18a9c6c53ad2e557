import { standingOf, type RequirementAnswer } from "../../../mandates/clock/answer.ts";
import type { AssessedStudent } from "../../../metrics/students/assessed-student.ts";
import { enrollmentOn } from "../../../domain/people/student.ts";
import { planValue, PLAN_SOURCES } from "./plan-values.ts";
import {
  SCHOOL_CODE,
  type ReportContext,
  type ReportRow,
  type RowKind,
  type RowSubject,
  type RowValue,
  type SchoolOfReport,
  type ValueSource,
} from "./report-row.ts";

const INFORMATION_SYSTEM = "student information system";
const ofRegistrar = (column: string): ValueSource => ({
  ...{ owner: "registrar", system: INFORMATION_SYSTEM, column },
});

const STUDENT_SOURCES: { readonly [name: string]: ValueSource } = {
  "school.id": ofRegistrar("school"),
  "school.name": ofRegistrar("school"),
  "school.stateId": {
    ...{
      owner: "state-reporter",
      system: "report settings",
      column: SCHOOL_CODE,
    },
  },
  "student.id": ofRegistrar("student identifier"),
  "student.stateId": ofRegistrar("state identifier"),
  "student.familyName": ofRegistrar("family name"),
  "student.givenName": ofRegistrar("given name"),
  "student.grade": ofRegistrar("grade level"),
  "student.birthOn": ofRegistrar("date of birth"),
  "enrollment.enteredOn": ofRegistrar("entry date"),
};

const ANSWER = /^answer\.(.+)\.(standing|status|dueOn|doneOn|because)$/;
const OF_ANSWER: ValueSource = {
  ...{ owner: "counselor", system: "plan platform", column: "plan, review or signature" },
};

/** One row per student whom a school counts on the count day and of whom the mandate asks anything, in the grades of the report. */
export const studentRows: RowKind = {
  id: "students",
  sourceOf: (name) =>
    STUDENT_SOURCES[name] ?? PLAN_SOURCES[name] ?? (ANSWER.test(name) ? OF_ANSWER : null),
  rowsOfSchool: (school, context) =>
    reportedStudents(school, context).map((student) => studentRow(student, school, context)),
  givesAnswers: true,
  restsOnPlans: true,
};

/** The students of a school whom a report has: of its grades, or of those that the mandate covers. */
export const reportedStudents = (
  { counted }: SchoolOfReport,
  { definition: { population } }: ReportContext,
): readonly AssessedStudent[] =>
  counted.filter(({ isUnderMandate, record: { student } }) =>
    population.grades === null
      ? isUnderMandate
      : student.grade !== null && population.grades.includes(student.grade),
  );

/** The students whom a school counts and of whom no grade is known. */
export const studentsWithoutGrade = (school: SchoolOfReport): readonly RowSubject[] =>
  school.counted
    .filter(({ record: { student } }) => student.grade === null)
    .map((assessed) => subjectOf(assessed, school));

const subjectOf = (
  { record: { student } }: AssessedStudent,
  { id, name }: Pick<SchoolOfReport, "id" | "name">,
): RowSubject => ({
  ...{ school: id, schoolName: name, student: student.student },
  ...{ familyName: student.familyName, givenName: student.givenName },
});

export function studentRow(
  assessed: AssessedStudent,
  school: SchoolOfReport,
  context: ReportContext,
): ReportRow {
  return {
    about: subjectOf(assessed, school),
    value(name) {
      const asked = ANSWER.exec(name);
      if (asked !== null) return answerValue(assessed, asked[1] ?? "", asked[2] ?? "", context);
      if (name in PLAN_SOURCES) return planValue(name, assessed, context);
      return studentValue(name, assessed, school, context);
    },
  };
}

function studentValue(
  name: string,
  { record }: AssessedStudent,
  school: SchoolOfReport,
  { settings, asOf }: ReportContext,
): RowValue {
  const { student, enrollments } = record;
  switch (name) {
    case "school.id":
      return school.id;
    case "school.name":
      return school.name;
    case "school.stateId":
      return settings.schools[school.id] ?? "";
    case "student.id":
      return student.student;
    case "student.stateId":
      return stateIdOf(record, school);
    case "student.familyName":
      return student.familyName;
    case "student.givenName":
      return student.givenName;
    case "student.grade":
      return student.grade ?? "";
    case "student.birthOn":
      return student.birthOn ?? "";
    case "enrollment.enteredOn":
      return enrollmentOn(enrollments, asOf)?.enteredOn ?? "";
    default:
      throw new Error(`a student's row has no value ${name}`);
  }
}

/** None where it would name somebody else: a state's file is joined by it. */
export function stateIdOf(
  { student: { student, stateIds = null } }: AssessedStudent["record"],
  { records }: SchoolOfReport,
): RowValue {
  if (stateIds === null) return "";
  if (records.sharedIdentities.has(student)) {
    return contradicted("another student has the same state identifier");
  }
  return stateIds.includes(";")
    ? contradicted("the exports give the student more than one state identifier")
    : stateIds;
}

const contradicted = (because: string): RowValue => ({ text: "", because, isContradicted: true });

function answerValue(
  { requirements, isUnderMandate }: AssessedStudent,
  id: string,
  part: string,
  { availability }: ReportContext,
): RowValue {
  const answer = requirements.find(({ requirement }) => requirement.id === id);
  if (answer === undefined) throw new Error(`no answer for requirement ${id}`);
  if (!availability.plans) return notSent(part);
  switch (part) {
    case "standing":
      return isUnderMandate
        ? { text: standingOf(answer), because: answer.because }
        : { text: "not-applicable", because: "the mandate asks nothing of the grade" };
    case "status":
      return answer.status;
    case "dueOn":
      return answer.dueOn ?? "";
    case "doneOn":
      return doneOn(answer);
    case "because":
      return answer.because;
    default:
      throw new Error(`an answer has no part ${part}`);
  }
}

const NO_PLANS = "The district sent no plans for the school year.";

/** Nobody can say what was done where the district sent no plans. */
function notSent(part: string): RowValue {
  if (part === "standing") return { text: "not-determinable", because: NO_PLANS };
  return part === "because" ? NO_PLANS : "";
}

/** The day a review was held, or that of the last record by which a requirement is met. */
function doneOn(answer: RequirementAnswer): string {
  if (answer.kind === "review") return answer.heldOn ?? "";
  if (answer.status !== "met") return "";
  return (
    answer.evidence
      .map(({ on }) => on as string)
      .sort()
      .at(-1) ?? ""
  );
}
