import type { ProtectedTable } from "../disclosure/protected-table.ts";
import type {
  AssociationRow,
  ChangeRow,
  ExposureGroupRow,
  FileRow,
  NextStepRow,
  RateRow,
  ReconciliationRow,
  RecordsChangedRow,
  RejectRow,
  StandingRow,
  StatusRow,
  StudentGroupRow,
  TrendRow,
} from "./tables.ts";

/** All tables of one release, each through the one door. */
export interface ReleaseTables {
  readonly rates: ProtectedTable<RateRow>;
  readonly statuses: ProtectedTable<StatusRow>;
  readonly standings: ProtectedTable<StandingRow>;
  readonly "student-groups": ProtectedTable<StudentGroupRow>;
  readonly "next-steps": ProtectedTable<NextStepRow>;
  readonly associations: ProtectedTable<AssociationRow>;
  readonly "exposure-groups": ProtectedTable<ExposureGroupRow>;
  readonly trend: ProtectedTable<TrendRow>;
  readonly changes: ProtectedTable<ChangeRow>;
  readonly files: ProtectedTable<FileRow>;
  readonly rejects: ProtectedTable<RejectRow>;
  readonly reconciliation: ProtectedTable<ReconciliationRow>;
  readonly "records-changed": ProtectedTable<RecordsChangedRow>;
}
