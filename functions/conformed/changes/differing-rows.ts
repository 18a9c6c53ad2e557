import type { StoredTable } from "../../domain/record-types/stored-table.ts";
import { compareText } from "../../domain/text/compare-text.ts";
import type { AnyValue, ArrowColumns } from "../../releases/files/arrow-columns.ts";

/** The row numbers in which two versions of a partition differ. */
export interface DifferingRows {
  readonly before: readonly number[];
  readonly now: readonly number[];
}

/**
 * Compares two versions of a partition row by row, in the order of the table: what both have alike is in
 * neither list. In another order a row may be in both lists though both versions have it.
 */
export function differingRows(
  table: StoredTable,
  before: ArrowColumns | null,
  now: ArrowColumns | null,
): DifferingRows {
  const valuesOf = (columns: ArrowColumns | null, names: readonly string[]) =>
    names.map((name) => columns?.column(name) ?? []);
  const all = table.columns.map(({ name }) => name);
  const order = table.sortedBy ?? table.primaryKey;
  const [valuesBefore, valuesNow] = [valuesOf(before, all), valuesOf(now, all)];
  const [orderBefore, orderNow] = [valuesOf(before, order), valuesOf(now, order)];
  const differing: { readonly before: number[]; readonly now: number[] } = { before: [], now: [] };
  const [lengthBefore, lengthNow] = [before?.length ?? 0, now?.length ?? 0];
  let rowBefore = 0;
  let rowNow = 0;
  while (rowBefore < lengthBefore && rowNow < lengthNow) {
    const order = compareRows(orderBefore, rowBefore, orderNow, rowNow);
    if (order !== 0 || !isSameRow(valuesBefore, rowBefore, valuesNow, rowNow)) {
      if (order <= 0) differing.before.push(rowBefore);
      if (order >= 0) differing.now.push(rowNow);
    }
    if (order <= 0) rowBefore++;
    if (order >= 0) rowNow++;
  }
  while (rowBefore < lengthBefore) differing.before.push(rowBefore++);
  while (rowNow < lengthNow) differing.now.push(rowNow++);
  return differing;
}

type Values = readonly (readonly AnyValue[])[];

function isSameRow(before: Values, rowBefore: number, now: Values, rowNow: number): boolean {
  for (let column = 0; column < before.length; column++) {
    if (before[column]?.[rowBefore] !== now[column]?.[rowNow]) return false;
  }
  return true;
}

/** By the texts of the columns that the table is sorted by. */
function compareRows(before: Values, rowBefore: number, now: Values, rowNow: number): number {
  for (let column = 0; column < before.length; column++) {
    const valueBefore = before[column]?.[rowBefore] ?? "";
    const valueNow = now[column]?.[rowNow] ?? "";
    if (valueBefore !== valueNow) return compareText(String(valueBefore), String(valueNow));
  }
  return 0;
}
