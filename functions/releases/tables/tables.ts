/** The tables of an edition in the order of the data dictionary. A table that is not here is not published; a column that is not here does not reach a reader. */
import type { RowOf, TableDefinition } from "../../domain/records/table-definition.ts";
import { cameDue, staffCameDue } from "./came-due.ts";
import { withCount, withExactRecords } from "./columns.ts";
import { associations, exposureGroups } from "./estimates.ts";
import { files, rejects, staffFiles } from "./files.ts";
import { lastYear } from "./last-year.ts";
import { lateness } from "./lateness.ts";
import { nextSteps } from "./next-steps.ts";
import { planPatterns } from "./plan-patterns.ts";
import { rates } from "./rates.ts";
import { reconciliation, recordsChanged } from "./records.ts";
import { reviewSignatures } from "./review-signatures.ts";
import { standings } from "./standings.ts";
import { statuses } from "./statuses.ts";
import { studentGroups } from "./student-groups.ts";
import { answers } from "./answers.ts";
import { changes, trend } from "./trends.ts";

/** Every table of the public edition. */
export const TABLES = [
  rates,
  statuses,
  standings,
  answers,
  studentGroups,
  nextSteps,
  associations,
  exposureGroups,
  trend,
  lastYear,
  changes,
  cameDue,
  files,
  rejects,
  recordsChanged,
] as const;

/** The rates as the staff edition has them. */
export const EXACT_RATES = withCount(rates);
export const EXACT_PLAN_PATTERNS = withCount(planPatterns);

/** Every table of the staff edition: the same names and columns with exact counts, and what is for staff alone. */
export const STAFF_TABLES: readonly TableDefinition[] = [
  EXACT_RATES,
  ...[statuses, standings, answers, studentGroups, nextSteps].map((table: TableDefinition) =>
    withCount(table),
  ),
  associations,
  exposureGroups,
  withCount(trend),
  withCount(lastYear),
  changes,
  staffCameDue,
  staffFiles,
  ...[rejects, recordsChanged].map(withExactRecords),
  withCount(reconciliation),
  withCount(lateness),
  EXACT_PLAN_PATTERNS,
  reviewSignatures,
];

export type TableName = (typeof TABLES)[number]["name"];
export type RateRow = RowOf<typeof rates>;
export type ExactRateRow = RowOf<typeof EXACT_RATES>;
export type ExactPlanPatternRow = RowOf<typeof EXACT_PLAN_PATTERNS>;
export type StatusRow = RowOf<typeof statuses>;
export type StandingRow = RowOf<typeof standings>;
export type AnswerRow = RowOf<typeof answers>;
export type StudentGroupRow = RowOf<typeof studentGroups>;
export type NextStepRow = RowOf<typeof nextSteps>;
export type AssociationRow = RowOf<typeof associations>;
export type ExposureGroupRow = RowOf<typeof exposureGroups>;
export type TrendRow = RowOf<typeof trend>;
export type LastYearRow = RowOf<typeof lastYear>;
export type ChangeRow = RowOf<typeof changes>;
export type CameDueRow = RowOf<typeof cameDue>;
export type FileRow = RowOf<typeof files>;
export type StaffFileRow = RowOf<typeof staffFiles>;
export type RejectRow = RowOf<typeof rejects>;
export type RecordsChangedRow = RowOf<typeof recordsChanged>;
export type ReconciliationRow = RowOf<typeof reconciliation>;
export type LatenessRow = RowOf<typeof lateness>;
export type PlanPatternRow = RowOf<typeof planPatterns>;
export type ReviewSignatureRow = RowOf<typeof reviewSignatures>;
/** The tables that the staff edition has besides. */
export type StaffTableName = (
  | typeof reconciliation
  | typeof lateness
  | typeof planPatterns
  | typeof reviewSignatures
)["name"];
