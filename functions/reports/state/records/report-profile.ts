import type { ReportField } from "../definitions/report-definition.ts";
import type { ReportRecord } from "./report-records.ts";

/** How a file was filled, in counts: by field with codes, how many records have each. */
export interface ReportProfile {
  readonly records: number;
  readonly codes: { readonly [field: string]: { readonly [code: string]: number } };
  /** By field with numbers, their sum: a file of counts has as many records each year. */
  readonly sums: { readonly [field: string]: number };
}

/** How a file is filled, in counts: what the next year's file is compared with. It names nobody. */
export function profileOf(
  fields: readonly ReportField[],
  records: readonly ReportRecord[],
): ReportProfile {
  const codes: { [field: string]: { [code: string]: number } } = {};
  for (const [place, { name, codes: set }] of fields.entries()) {
    if (set === undefined) continue;
    const counts: { [code: string]: number } = {};
    for (const code of new Set(Object.values(set))) counts[code] = 0;
    for (const { cells } of records) {
      const cell = cells[place] ?? "";
      if (cell !== "") counts[cell] = (counts[cell] ?? 0) + 1;
    }
    codes[name] = counts;
  }
  return { records: records.length, codes, sums: sumsOf(fields, records) };
}

function sumsOf(
  fields: readonly ReportField[],
  records: readonly ReportRecord[],
): ReportProfile["sums"] {
  const sums: { [field: string]: number } = {};
  for (const [place, { name, isNumber, isKey, source }] of fields.entries()) {
    if (isNumber !== true || isKey === true || "recordNumber" in source) continue;
    sums[name] = records.reduce((sum, { cells }) => sum + Number(cells[place] ?? 0), 0);
  }
  return sums;
}
