import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { sheetOf, type Sheet } from "../spreadsheet-csv.ts";

const text = <N extends string>(name: N, definition: string) =>
  ({ name, type: "text", title: name, definition }) as const;
const dayOf = <N extends string>(name: N, definition: string) =>
  ({ name, type: "day", optional: true, title: name, definition }) as const;

const whole = <N extends string>(name: N, definition: string) =>
  ({ name, type: "integer", optional: true, title: name, definition }) as const;

/** A list of students as a spreadsheet. It names students: it stays inside the district. */
const STUDENTS = {
  name: "students",
  title: "Students of a list",
  description: "One row per student of the list that was asked for.",
  primaryKey: ["studentId"],
  columns: [
    text("school", "The school that counts the student."),
    text("studentId", "The student's identifier in the student information system."),
    text("familyName", "Family name."),
    text("givenName", "Given name."),
    text("grade", "Grade level as CEDS codes it."),
    text("counselors", "Counselors whose caseload the student is in, separated by semicolons."),
    text("status", "The answer to the requirement that was asked for; empty where none was."),
    text("because", "Why, in a sentence, where something is to be done."),
    dayOf("dueOn", "The day it is due."),
    text("nextStep", "What is to be done next; may be empty."),
    text("need", "What the student waits for."),
    dayOf("nextStepDueOn", "The day the next step is due."),
    text("whoActs", "Who can do it: counselor, registrar or vendor."),
    text("overdue", "What is past its due day, the longest first, separated by semicolons."),
    dayOf("overdueSince", "The earliest of those due days; empty where no record gives one."),
    dayOf("lastReviewOn", "The last review held this school year."),
    text("actionSteps", "Whether the action steps are on track; empty where nobody can say."),
    dayOf("actionStepDueOn", "The day on which the next action step is due."),
    text("actionStep", "Its focus area and who does it, separated by a semicolon; may be empty."),
    whole("enrolledDays", "Instructional days enrolled this school year so far."),
    whole("absentDays", "Of those, days absent."),
    text("chronicallyAbsent", "yes or no; empty where no day counts yet."),
    text("programs", "IEP, 504 and English learner, separated by semicolons."),
    text("dataToFix", "Record problems, separated by semicolons."),
  ],
} as const satisfies TableDefinition;

/** What a row is made from: a student of a list has it all. */
export interface StudentsSheetRow {
  readonly schoolName: string;
  readonly student: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly grade: string;
  readonly counselors: readonly { readonly name: string }[];
  readonly answer: {
    readonly statusName: string;
    readonly because: string;
    readonly dueOn: string | null;
  } | null;
  readonly nextStep: {
    readonly name: string;
    readonly needName: string;
    readonly dueOn: string | null;
    readonly whoActs: string;
  } | null;
  readonly overdue: readonly { readonly name: string; readonly dueOn: string | null }[];
  readonly lastReviewOn: string | null;
  readonly actionSteps: {
    readonly partName: string;
    readonly next: {
      readonly dueOn: string;
      readonly focusArea: string;
      readonly owner: string;
    } | null;
  } | null;
  readonly attendance: {
    readonly enrolledDays: number;
    readonly absentDays: number;
    readonly isChronicallyAbsent: boolean;
  } | null;
  readonly programs: readonly string[];
  readonly recordProblems: readonly { readonly name: string }[];
}

export const studentsSheet = (students: readonly StudentsSheetRow[]): Sheet =>
  sheetOf(
    STUDENTS,
    students.map((student) => ({
      school: student.schoolName,
      studentId: student.student,
      familyName: student.familyName,
      givenName: student.givenName,
      grade: student.grade,
      counselors: student.counselors.map(({ name }) => name).join(";"),
      status: student.answer?.statusName ?? "",
      because: student.answer?.because ?? "",
      dueOn: student.answer?.dueOn ?? null,
      nextStep: student.nextStep?.name ?? "",
      need: student.nextStep?.needName ?? "",
      nextStepDueOn: student.nextStep?.dueOn ?? null,
      whoActs: student.nextStep?.whoActs ?? "",
      overdue: student.overdue.map(({ name }) => name).join(";"),
      overdueSince: student.overdue[0]?.dueOn ?? null,
      lastReviewOn: student.lastReviewOn,
      actionSteps: student.actionSteps?.partName ?? "",
      actionStepDueOn: student.actionSteps?.next?.dueOn ?? null,
      actionStep: [student.actionSteps?.next?.focusArea, student.actionSteps?.next?.owner]
        .filter((word) => word !== undefined && word !== "")
        .join(";"),
      enrolledDays: student.attendance?.enrolledDays ?? null,
      absentDays: student.attendance?.absentDays ?? null,
      chronicallyAbsent:
        student.attendance === null ? "" : student.attendance.isChronicallyAbsent ? "yes" : "no",
      programs: student.programs.join(";"),
      dataToFix: student.recordProblems.map(({ name }) => name).join(";"),
    })),
  );
