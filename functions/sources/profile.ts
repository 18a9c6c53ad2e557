/**
 * A profile is data: it says how one vendor's export names its files and columns and how its
 * values map to ours. Adding a vendor adds one JSON file and touches no code.
 */
export interface Profile {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly files: readonly FileProfile[];
}

/** How one file of the export is known and read. */
export interface FileProfile {
  /** The name the format gives the file, as published on the Data quality page. */
  readonly file: string;
  readonly name: string;
  /** Matched against the file's name without folders, in any case. */
  readonly pattern: string;
  /** Columns that the file must have; a file that lacks one is not this file. */
  readonly signature: readonly string[];
  /** The canonical table its records go to; null when nothing in it is needed. */
  readonly table: CanonicalTable | null;
  /** Only records whose column holds one of the values are ours; the others are accepted and left out. */
  readonly keep?: { readonly column: string; readonly values: readonly string[] };
  readonly columns: readonly ColumnMap[];
}

export const CANONICAL_TABLES = [
  "organization",
  "session",
  "calendarDay",
  "person",
  "enrollment",
  "attendance",
  "program",
  "incident",
  "plan",
  "goal",
  "actionStep",
  "review",
] as const;
export type CanonicalTable = (typeof CANONICAL_TABLES)[number];

/** How one canonical field is read from a column. */
export interface ColumnMap {
  readonly to: string;
  /** The column's names, the first that the header has is taken; compared in any case. */
  readonly from: readonly string[];
  readonly isRequired?: boolean;
  /** By which the local values become ours; compared in any case. */
  readonly values?: { readonly [local: string]: string };
  /** Whether an end day is the last day that counts (inclusive), where ours is the first that does not. */
  readonly isLastDay?: boolean;
}
