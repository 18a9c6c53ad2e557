import type { Day } from "../domain/calendar/day.ts";
import { fieldOf, rowAt, withField, type Cell, type Column } from "../domain/records/columns.ts";
import type { RecordReference } from "../domain/record-types/reference.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import { isActiveOn, type Plan } from "../domain/plans/plan.ts";
import type { DayRange } from "../domain/records/reject.ts";
import { optionalFields } from "../sources/profiles/canonical-fields.ts";
import { planYearFault, planYearRange, planYearsOf } from "../sources/plans/plan-year.ts";
import type { HeldColumns, HeldTable } from "./rows/held-rows.ts";
import type { JoinLog } from "./rows/join-log.ts";
import type { RecordIndex } from "./record-index.ts";
import { FIRST_FAULT, REFERS, type Refer, type Referred } from "./rows/kept-records.ts";
import type { Fault } from "./rows/row-faults.ts";
import type { SentRows } from "./rows/rows-by-key.ts";

/**
 * Compares the days of what belongs to a plan with the plan's school year, once it refers to the plan: a
 * day of another year that the row can do without is set aside, and the row is used without it.
 */
export function inPlanYear(
  table: HeldTable,
  refer: Refer,
  records: RecordIndex,
  log: JoinLog,
): Refer {
  const toPlan = recordTypeOf(table).references.find(
    (reference): reference is RecordReference =>
      reference.to === "record" && reference.type === "plan",
  );
  if (toPlan === undefined) return refer;
  return (sent) => withinYears(table, toPlan.field, sent, refer(sent), records, log);
}

function withinYears(
  table: HeldTable,
  field: string,
  sent: SentRows,
  { columns, states, faults }: Referred,
  records: RecordIndex,
  log: JoinLog,
): Referred {
  const plans = fieldOf(columns, field);
  const planOf = plans.values.map(
    // A plan of the index is a row of plans.
    (id) => records.find("plan", String(id))?.row() as unknown as Plan | undefined,
  );
  const isOutside = outsideBy(table, columns, planOf, plans);
  const allFaults = [...faults];
  const dropped = new Map<string, number[]>();
  for (let row = 0; row < columns.length; row++) {
    const plan = planOf[plans.codes[row] ?? 0];
    if (states[row] !== REFERS || plan === undefined || !isOutside(row)) continue;
    const fault = setAsideDays(table, rowAt(columns, row), plan, (outside) => {
      log.faults.setAside(sent.file, table, columns.records[row] ?? 0, outside);
      const [day] = outside;
      dropped.set(day, [...(dropped.get(day) ?? []), row]);
    });
    if (fault !== null) states[row] = FIRST_FAULT + allFaults.push(fault) - 1;
  }
  return { columns: withoutCells(columns, dropped), states, faults: allFaults };
}

/** Sets aside each day of another year that the row can do without; the first that it cannot is its fault. */
function setAsideDays(
  table: HeldTable,
  sent: object,
  plan: Plan,
  onSetAside: (fault: Fault) => void,
): Fault | null {
  const optional = optionalFields(table);
  let row = sent;
  for (;;) {
    const fault = planYearFault(table, row, plan, (on) => isActiveOn(plan, on));
    if (fault === null) return null;
    const [field] = fault;
    if (!optional.has(field)) return fault;
    onSetAside(fault);
    row = { ...row, [field]: null };
  }
}

/** Tells rows any of whose days lies outside of the widest range of their plan's year: few do. */
function outsideBy(
  table: HeldTable,
  columns: HeldColumns,
  planOf: readonly (Plan | undefined)[],
  plans: Column,
): (row: number) => boolean {
  const ranges = planOf.map((plan): DayRange | null =>
    plan === undefined ? null : planYearRange(plan.schoolYear),
  );
  const days = planYearsOf(table).map(([name, planYear]) => ({
    ...fieldOf(columns, name),
    isWithin: planYear === "within",
  }));
  return (row) => {
    const range = ranges[plans.codes[row] ?? 0] ?? null;
    return (
      range !== null &&
      days.some(({ codes, values, isWithin }) => {
        const on = (values[codes[row] ?? 0] ?? null) as Day | null;
        return on !== null && (on > range.until || (isWithin && on < range.from));
      })
    );
  };
}

/** The rows without some of their days. @param dropped by field the rows without it */
function withoutCells(
  columns: HeldColumns,
  dropped: ReadonlyMap<string, readonly number[]>,
): HeldColumns {
  let less = columns;
  for (const [name, rows] of dropped) {
    const { codes, values, isList } = fieldOf(less, name);
    const before = values.indexOf(null);
    const empty = before < 0 ? values.length : before;
    const kept: readonly Cell[] = before < 0 ? [...values, null] : values;
    const changed = codes.slice();
    for (const row of rows) changed[row] = empty;
    less = { ...less, ...withField(less, name, { codes: changed, values: kept, isList }) };
  }
  return less;
}
