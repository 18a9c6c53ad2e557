import { ATTENDANCE_COLUMNS } from "./attendance-columns.ts";
import type { ExtractColumn } from "./extract-column.ts";
import { MEASURE_COLUMNS, measureColumnName } from "./measure-columns.ts";
import { PLAN_COLUMNS } from "./plan-columns.ts";
import { QUASI_IDENTIFIER_COLUMNS } from "./quasi-identifier-columns.ts";

/** Every quasi-identifier and every target, in the order of the file. */
export const EXTRACT_COLUMNS: readonly ExtractColumn[] = [
  ...QUASI_IDENTIFIER_COLUMNS,
  ...MEASURE_COLUMNS,
  ...PLAN_COLUMNS,
  ...ATTENDANCE_COLUMNS,
];

/** The target that nobody should learn of a student whose equivalence class is known. */
export const SENSITIVE = measureColumnName("chronic-absence");
