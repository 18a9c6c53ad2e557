import { dispositionOf } from "../domain/records/reject.ts";
import type { CanonicalTable } from "../sources/profiles/profile.ts";
import { FILE_KINDS } from "../sources/profiles/profiles.ts";
import type { ConformedManifest } from "./conformed-manifest.ts";

/** The record types that say who is a student, where and when. A student has several classes, so one of them decides nothing. */
const ROSTER: readonly CanonicalTable[] = ["person", "enrollment"];

/**
 * How many records of files with people or enrollments were not used, because they could not be read or
 * another record contradicts them: each may be a student who is missing, or in a wrong grade or school.
 */
export function rosterRejects({
  rejects,
  ownKinds = [],
}: Pick<ConformedManifest, "rejects" | "ownKinds">): number {
  const kinds = new Set([
    ...FILE_KINDS.filter(({ profile }) =>
      profile.reads.some(({ table }) => ROSTER.includes(table)),
    ).map(({ kind }) => kind),
    ...ownKinds
      .filter(({ tables }) => tables.some((table) => ROSTER.includes(table)))
      .map(({ kind }) => kind),
  ]);
  return rejects
    .filter((reject) => kinds.has(reject.kind) && dispositionOf(reject) !== "set-aside")
    .filter(({ reason }) => reason !== "duplicate-record")
    .reduce((sum, { records }) => sum + records, 0);
}
