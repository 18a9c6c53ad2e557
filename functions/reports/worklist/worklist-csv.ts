import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { sheetOf, type Sheet } from "../spreadsheet-csv.ts";
import type { WorklistNeed } from "../../metrics/questions/worklist-needs.ts";

const text = <N extends string>(name: N, definition: string) =>
  ({ name, type: "text", title: name, definition }) as const;

/** The worklist as a counselor's spreadsheet. It names students: it stays inside the district. */
const WORKLIST = {
  name: "worklist",
  title: "Who needs a review next",
  description: "One row per student and requirement that needs action now.",
  primaryKey: ["studentId", "requirement"],
  columns: [
    text("school", "The school that counts the student."),
    text("studentId", "The student's identifier in the student information system."),
    text("familyName", "Family name."),
    text("givenName", "Given name."),
    text("grade", "Grade level as CEDS codes it."),
    text("counselor", "The staff member responsible for the plan; may be empty."),
    text("requirement", "The requirement's name."),
    text(
      "need",
      "overdue (a review), plan-missing, content-missing, signature-missing (or another part that somebody takes), record-missing, due-soon, no-plan (a review waits for it) or fix-record.",
    ),
    text("status", "The review status or standing; empty where a record is to be fixed."),
    {
      name: "dueOn",
      type: "day",
      optional: true,
      title: "dueOn",
      definition: "The day it is due.",
    },
    {
      name: "daysLeft",
      type: "integer",
      optional: true,
      title: "daysLeft",
      definition: "Days until the due date; negative when it has passed.",
    },
    text("because", "Why, in a sentence."),
    text("owner", "Who can do it: counselor, registrar or vendor."),
    {
      name: "sinceOn",
      type: "day",
      optional: true,
      title: "sinceOn",
      definition: "The day since when a record is to be fixed.",
    },
    text("rule", "The rule in plain words, or what to do about a record."),
    text("citation", "Where the rule is written; empty where a record is to be fixed."),
  ],
} as const satisfies TableDefinition;

/** What the CSV is made from: an entry of the worklist has it all. */
export interface WorklistRow {
  readonly schoolName: string;
  readonly student: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly grade: string;
  readonly counselor: string;
  readonly requirementName: string;
  readonly rule: string;
  readonly citation: string;
  readonly need: WorklistNeed;
  readonly status: string;
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  readonly because: string;
  readonly owner: string;
  readonly sinceOn: string | null;
}

/** The worklist as rows of a spreadsheet. */
export const worklistSheet = (entries: readonly WorklistRow[]): Sheet =>
  sheetOf(
    WORKLIST,
    entries.map((entry) => ({
      school: entry.schoolName,
      studentId: entry.student,
      familyName: entry.familyName,
      givenName: entry.givenName,
      grade: entry.grade,
      counselor: entry.counselor,
      requirement: entry.requirementName,
      rule: entry.rule,
      citation: entry.citation,
      need: entry.need,
      status: entry.status,
      dueOn: entry.dueOn,
      daysLeft: entry.daysLeft,
      because: entry.because,
      owner: entry.owner,
      sinceOn: entry.sinceOn,
    })),
  );
