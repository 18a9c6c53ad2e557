import type { RowKindId } from "../definitions/report-definition.ts";
import { chronicAbsenceCounts } from "./chronic-absence-counts.ts";
import { educationPlans } from "./education-plans.ts";
import { planReconciliation } from "./plan-reconciliation.ts";
import type { RowKind } from "./report-row.ts";
import { requirementCounts } from "./requirement-counts.ts";
import { studentRows } from "./student-rows.ts";

/** Every maker of rows. */
const ROW_KINDS: { readonly [id in RowKindId]: RowKind } = {
  students: studentRows,
  "chronic-absence-counts": chronicAbsenceCounts,
  "education-plans": educationPlans,
  "plan-reconciliation": planReconciliation,
  "requirement-counts": requirementCounts,
};

export const rowKind = (id: RowKindId): RowKind => ROW_KINDS[id];
