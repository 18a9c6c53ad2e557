import type { CanonicalTable } from "../sources/profiles/profile.ts";

/** The record types that say who is a student, where and when. A student has several classes, so one of them decides nothing. */
export const ROSTER = ["person", "enrollment"] as const satisfies readonly CanonicalTable[];

/** The record types that plan platforms export of a plan and of what was done in it. */
const OF_PLANS = [
  "plan",
  "goal",
  "actionStep",
  "review",
  "planAssent",
  "planComponent",
] as const satisfies readonly CanonicalTable[];

/** The record types of which a file for a state must not rest on older files. */
export const DATED_TABLES = [...ROSTER, ...OF_PLANS] as const;
export type DatedTable = (typeof DATED_TABLES)[number];

/** By type of record, the files in use that have any, by SHA-256 in order. */
export type DatedFiles = { readonly [table in DatedTable]: readonly string[] };
