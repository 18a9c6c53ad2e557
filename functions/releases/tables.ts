/** The published tables in the order of the data dictionary. A table that is not here is not published; a column that is not here does not reach a reader. */
import type { RowOf } from "../domain/table-definition.ts";
import { associations, exposureGroups } from "./estimate-tables.ts";
import { files, rejects } from "./file-tables.ts";
import { reconciliation, recordsChanged } from "./record-tables.ts";
import { nextSteps, rates, statuses } from "./share-tables.ts";
import { standings } from "./standings-table.ts";
import { studentGroups } from "./student-groups-table.ts";
import { changes, trend } from "./trend-tables.ts";

export { associations, changes, exposureGroups, files, nextSteps, rates, rejects, statuses, trend };

/** Every published table, in the order of the data dictionary. */
export const TABLES = [
  rates,
  statuses,
  standings,
  studentGroups,
  nextSteps,
  associations,
  exposureGroups,
  trend,
  changes,
  files,
  rejects,
  reconciliation,
  recordsChanged,
] as const;

export type TableName = (typeof TABLES)[number]["name"];
export type RateRow = RowOf<typeof rates>;
export type StatusRow = RowOf<typeof statuses>;
export type StandingRow = RowOf<typeof standings>;
export type StudentGroupRow = RowOf<typeof studentGroups>;
export type NextStepRow = RowOf<typeof nextSteps>;
export type AssociationRow = RowOf<typeof associations>;
export type ExposureGroupRow = RowOf<typeof exposureGroups>;
export type TrendRow = RowOf<typeof trend>;
export type ChangeRow = RowOf<typeof changes>;
export type FileRow = RowOf<typeof files>;
export type RejectRow = RowOf<typeof rejects>;
export type ReconciliationRow = RowOf<typeof reconciliation>;
export type RecordsChangedRow = RowOf<typeof recordsChanged>;
