import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { sheetOf, spreadsheetCsv } from "../spreadsheet-csv.ts";

const text = <N extends string>(name: N, definition: string) =>
  ({ name, type: "text", title: name, definition }) as const;
const dayOf = <N extends string>(name: N, definition: string) =>
  ({ name, type: "day", optional: true, title: name, definition }) as const;

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
    dayOf("lastReviewOn", "The last review held this school year."),
    text("dataToFix", "Record problems, separated by semicolons."),
  ],
} as const satisfies TableDefinition;

/** What a row is made from: a student of a list has it all. */
export interface StudentsCsvRow {
  readonly schoolName: string;
  readonly student: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly grade: string;
  readonly counselors: readonly string[];
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
  readonly lastReviewOn: string | null;
  readonly recordProblems: readonly { readonly name: string }[];
}

export const studentsCsv = (students: readonly StudentsCsvRow[]): string =>
  spreadsheetCsv(
    sheetOf(
      STUDENTS,
      students.map((student) => ({
        school: student.schoolName,
        studentId: student.student,
        familyName: student.familyName,
        givenName: student.givenName,
        grade: student.grade,
        counselors: student.counselors.join(";"),
        status: student.answer?.statusName ?? "",
        because: student.answer?.because ?? "",
        dueOn: student.answer?.dueOn ?? null,
        nextStep: student.nextStep?.name ?? "",
        need: student.nextStep?.needName ?? "",
        nextStepDueOn: student.nextStep?.dueOn ?? null,
        whoActs: student.nextStep?.whoActs ?? "",
        lastReviewOn: student.lastReviewOn,
        dataToFix: student.recordProblems.map(({ name }) => name).join(";"),
      })),
    ),
  );
