import type { Day } from "../../domain/calendar/day.ts";
import type { Plan, PlanType } from "../../domain/plans/plan.ts";
import type { DayRange, RejectReason } from "../../domain/records/reject.ts";
import type { SchoolYear } from "../../domain/calendar/school-year.ts";
import { CANONICAL_FIELDS, isDayField } from "../profiles/canonical-fields.ts";
import { CANONICAL_TABLES, type CanonicalTable } from "../profiles/profile.ts";

/** Plans that run from meeting to meeting, not by school years. */
const OF_NO_SCHOOL_YEAR: ReadonlySet<PlanType> = new Set(["504", "IEP"]);

/**
 * When something of a plan can be: from January 1 before the school year begins, since plans for the
 * next year are drawn up and reviewed in spring, until August 31 after it ends, before the next begins.
 */
export const planYearRange = (year: SchoolYear): DayRange => ({
  from: `${year - 1}-01-01` as Day,
  until: `${year}-08-31` as Day,
});

/**
 * The first day of a row that belongs to another school year than its plan; null where none does. A
 * goal or a plan may be older than its year, since both are carried on from year to year.
 * @param isOpenOn whether the plan is open on a day: then it was carried on until that day
 */
export function planYearFault(
  table: CanonicalTable,
  row: object,
  { planType, schoolYear }: Pick<Plan, "planType" | "schoolYear">,
  isOpenOn: (on: Day) => boolean = () => false,
): readonly [field: string, RejectReason, DayRange] | null {
  if (OF_NO_SCHOOL_YEAR.has(planType)) return null;
  const range = planYearRange(schoolYear);
  for (const [name, planYear] of planYearsOf(table)) {
    const on = (row as { readonly [field: string]: Day | null })[name] ?? null;
    if (on === null) continue;
    const isAfter = on > range.until && !isOpenOn(on);
    if (isAfter || (planYear === "within" && on < range.from)) {
      return [name, "outside-its-school-year", range];
    }
  }
  return null;
}

/** The fields of a table whose days belong to the school year of a plan. */
export const planYearsOf = (
  table: CanonicalTable,
): readonly (readonly [field: string, planYear: "within" | "not-after"])[] =>
  DAYS_OF_PLANS.get(table) ?? [];

/** The days of each table that belong to the school year of a plan. */
const DAYS_OF_PLANS: ReadonlyMap<
  CanonicalTable,
  readonly (readonly [field: string, planYear: "within" | "not-after"])[]
> = new Map(CANONICAL_TABLES.map((table) => [table, daysOf(table)]));

function daysOf(table: CanonicalTable) {
  return Object.entries(CANONICAL_FIELDS[table].fields).flatMap(([name, field]) =>
    isDayField(field) && field.planYear !== undefined ? [[name, field.planYear] as const] : [],
  );
}
