import type { RowOf } from "../../../functions/domain/records/table-definition.ts";
import type {
  LatenessRow,
  PlanPatternRow,
  ReconciliationRow,
  ReviewSignatureRow,
  StaffTableName,
  TableName,
  TABLES,
} from "../../../functions/releases/tables/tables.ts";

/** A row of an exact place has the number of students, too. */
interface Counted {
  readonly count?: number | null;
}

/** Every published table, and those that the staff edition has besides. */
export type PageTable = TableName | StaffTableName;

/** The row of each table, by the table's name. */
export type RowsByTable = {
  readonly [N in TableName]: RowOf<Extract<(typeof TABLES)[number], { readonly name: N }>> &
    Counted;
} & {
  readonly reconciliation: ReconciliationRow & Counted;
  readonly lateness: LatenessRow & Counted;
  readonly "plan-patterns": PlanPatternRow & Counted;
  readonly "review-signatures": ReviewSignatureRow;
};
