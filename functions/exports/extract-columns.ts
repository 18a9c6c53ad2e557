import { ATTENDANCE_COLUMNS } from "./attendance-columns.ts";
import type { ExtractColumn } from "./extract-column.ts";
import { MEASURE_COLUMNS, measureColumnName } from "./measure-columns.ts";
import { PLAN_COLUMNS } from "./plan-columns.ts";
import { TELLING_COLUMNS } from "./telling-columns.ts";

/** Every column by which a student could be found, and every one of what is learnt, in the order of the file. */
export const EXTRACT_COLUMNS: readonly ExtractColumn[] = [
  ...TELLING_COLUMNS,
  ...MEASURE_COLUMNS,
  ...PLAN_COLUMNS,
  ...ATTENDANCE_COLUMNS,
];

/** The column of what nobody should learn of a student who is nearly found. */
export const SENSITIVE = measureColumnName("chronic-absence");
