import type { RowsByTable } from "../../../release/rows-by-table.ts";

/** The share of one student group of a measure at a place, and its gap. */
export type GroupRow = RowsByTable["student-groups"];
