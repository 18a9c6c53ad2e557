import type { Day } from "../../domain/calendar/day.ts";

/** How bad a state says that an error is. `fatal`: the file or the record is not taken. */
export const SEVERITIES = ["fatal", "error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What an error is about: one record, a whole file, two files of the same submission, or a change since last year. */
export type ErrorScope = "record" | "file" | "crossFile" | "swing";

/** Texts of an error that a column, a file's name or a message can give. */
export const ERROR_TEXTS = [
  "schoolYear",
  "ruleId",
  "studentStateId",
  "studentLocalId",
  "schoolCode",
  "recordType",
  "field",
  "value",
  "expected",
  "message",
  "resolution",
] as const;
export type ErrorText = (typeof ERROR_TEXTS)[number];

/**
 * One error that a state reported, whatever the state: one row of its report. It may name a student
 * and hold the student's values, so it is only for those who may see the data to fix.
 * A text is empty where the report does not say it.
 */
export interface StateError extends Readonly<Record<ErrorText, string>> {
  /** Two letters, such as "PA". */
  readonly state: string;
  /** "CALPADS" */
  readonly collection: string;
  /** The day on which the state ran its checks; null where the report does not say. */
  readonly runDay: Day | null;
  readonly severity: Severity;
  readonly scope: ErrorScope;
  /** The number of the record in the file that was sent to the state; null where the report does not say. */
  readonly recordNumber: number | null;
  /** The number of the record in the state's report, counted from 1 without the header. */
  readonly reportRecord: number;
}
