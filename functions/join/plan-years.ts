import type { AnyRow } from "../domain/record-types/field.ts";
import type { RecordReference } from "../domain/record-types/reference.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import type { Plan } from "../domain/plans/plan.ts";
import { optionalFields } from "../sources/profiles/canonical-fields.ts";
import { planYearFault } from "../sources/plans/plan-year.ts";
import type { HeldTable } from "./rows/held-rows.ts";
import type { JoinLog } from "./rows/join-log.ts";
import type { RecordIndex } from "./record-index.ts";
import { isFault, LEFT_OUT, type Refer } from "./rows/kept-records.ts";

/**
 * Compares the days of what belongs to a plan with the plan's school year, once it refers to the plan: a
 * day of another year that the row can do without is set aside, and the row is used without it.
 */
export function inPlanYear<T extends HeldTable>(
  table: T,
  refer: Refer<T>,
  records: RecordIndex,
  { faults }: JoinLog,
): Refer<T> {
  const toPlan = recordTypeOf(table).references.find(
    (reference): reference is RecordReference =>
      reference.to === "record" && reference.type === "plan",
  );
  if (toPlan === undefined) return refer;
  const optional = optionalFields(table);
  return (sent) => {
    let row = refer(sent);
    for (;;) {
      if (row === LEFT_OUT || isFault(row)) return row;
      // A plan of the index is a row of plans.
      const plan = records.find(toPlan, row as unknown as AnyRow)?.row as unknown as Plan;
      const fault = planYearFault(table, row, plan);
      if (fault === null) return row;
      const [field, reason, range] = fault;
      if (!optional.has(field)) return fault;
      faults.setAside(sent.file, table, sent.record, [field, reason, range]);
      row = { ...row, [field]: null };
    }
  };
}
