import type { ReconciliationRow } from "../tables/tables.ts";
import type { Written } from "../messages/messages.ts";
import type { PastRate } from "./last-year.ts";

/** The tables that a first screen is written from: those of the edition, or of it as one reader sees it. */
export interface EditionTables extends Written {
  /** The editions of the school year before. */
  readonly lastYear: readonly PastRate[];
  /** Of the staff edition alone. */
  readonly reconciliation: readonly ProblemRow[];
}

/** What a first screen reads of a row of the reconciliation, with the exact number of the staff edition. */
export type ProblemRow = Pick<
  ReconciliationRow,
  "level" | "school" | "problem" | "problemName" | "owner"
> & { readonly count: number | null };
