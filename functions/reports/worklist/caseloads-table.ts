import type { TableDefinition } from "../../domain/records/table-definition.ts";
import type { Caseload } from "./caseloads.ts";
import { sheetOf, type Sheet } from "../spreadsheet-csv.ts";

const text = <N extends string>(name: N, definition: string) =>
  ({ name, type: "text", title: name, definition }) as const;
const whole = <N extends string>(name: N, definition: string) =>
  ({ name, type: "integer", title: name, definition }) as const;

/** How much waits for each counselor, as a spreadsheet. It names no student. */
const CASELOADS = {
  name: "caseloads",
  title: "Caseloads",
  description: "One row per school and counselor for whom something waits.",
  primaryKey: ["school", "counselor"],
  columns: [
    text("school", "The school that counts the students."),
    text("counselor", "The staff member responsible for the plans; empty where no plan names one."),
    whole("students", "Students of whom something is to be done."),
    whole("overdue", "Reviews that are past their due day."),
    whole("planMissing", "Plans that are past their due day."),
    whole("contentMissing", "Plans that lack content on the day it is due."),
    whole(
      "signatureMissing",
      "Signatures, or other parts that somebody takes, past their due day.",
    ),
    whole("recordMissing", "Records that are past their due day."),
    whole("dueSoon", "What is due soon."),
    whole("noPlan", "Reviews that wait for a plan."),
    whole("fixRecord", "Records to fix."),
    {
      name: "nextDueOn",
      type: "day",
      optional: true,
      title: "nextDueOn",
      definition: "The earliest due day that is still to come; empty where none is.",
    },
  ],
} as const satisfies TableDefinition;

export const caseloadsSheet = (caseloads: readonly Caseload[]): Sheet =>
  sheetOf(
    CASELOADS,
    caseloads.map(({ schoolName, counselor, students, entries, nextDueOn }) => ({
      school: schoolName,
      counselor,
      students,
      overdue: entries.overdue,
      planMissing: entries["plan-missing"],
      contentMissing: entries["content-missing"],
      signatureMissing: entries["signature-missing"],
      recordMissing: entries["record-missing"],
      dueSoon: entries["due-soon"],
      noPlan: entries["no-plan"],
      fixRecord: entries["fix-record"],
      nextDueOn,
    })),
  );
