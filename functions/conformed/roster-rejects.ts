import { dispositionOf } from "../domain/records/reject.ts";
import type { CanonicalTable } from "../sources/profiles/profile.ts";
import { FILE_KINDS } from "../sources/profiles/profiles.ts";
import type { ConformedManifest } from "./conformed-manifest.ts";
import { ROSTER } from "./dated-tables.ts";

/**
 * How many records of files with people or enrollments were not used, because they could not be read or
 * another record contradicts them: each may be a student who is missing, or in a wrong grade or school.
 */
export function rosterRejects({
  rejects,
  ownKinds = [],
}: Pick<ConformedManifest, "rejects" | "ownKinds">): number {
  const kinds = new Set([
    ...FILE_KINDS.filter(({ profile }) => profile.reads.some(({ table }) => isOfRoster(table))).map(
      ({ kind }) => kind,
    ),
    ...ownKinds.filter(({ tables }) => tables.some(isOfRoster)).map(({ kind }) => kind),
  ]);
  return rejects
    .filter((reject) => kinds.has(reject.kind) && dispositionOf(reject) !== "set-aside")
    .filter(({ reason }) => reason !== "duplicate-record")
    .reduce((sum, { records }) => sum + records, 0);
}

const isOfRoster = (table: CanonicalTable): boolean => ROSTER.some((of) => of === table);
