import type { CanonicalTable } from "../sources/profiles/profile.ts";

/** The record types that say who is a student, where and when. A student has several classes, so one of them decides nothing. */
export const ROSTER = ["person", "enrollment"] as const satisfies readonly CanonicalTable[];
export type RosterTable = (typeof ROSTER)[number];

/** By type of record of the roster, the files in use that have any, by SHA-256 in order. */
export type RosterFiles = { readonly [table in RosterTable]: readonly string[] };
