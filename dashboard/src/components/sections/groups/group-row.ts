import type { RowsByTable } from "../../../release/rows-by-table.ts";

/** The share of one student group of a measure at a place, and its gap. */
export type GroupRow = RowsByTable["student-groups"];

/** The measure and the place that the address asks for. */
export interface AskedGroups {
  readonly measure: string;
  /** The name of the measure, with its transition. */
  readonly what: string;
  readonly level: "district" | "school";
  /** Empty for the district. */
  readonly school: string;
  readonly schoolName: string;
  /** Whether a school has groups of its own, too. */
  readonly isBySchool: boolean;
  /** In the order of the table. */
  readonly rows: readonly GroupRow[];
}
