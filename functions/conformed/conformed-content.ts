import { contentHash } from "../hashing/content-hash.ts";
import type { ConformedManifest } from "./conformed-manifest.ts";

/** What of a conformed version decides its name; the order of its fields does too. */
export type ConformedContent = Omit<
  ConformedManifest,
  | "version"
  | "madeFrom"
  | "joinedFrom"
  | "datedFiles"
  | "profiles"
  | "absencesOutside"
  | "sharedAttendance"
  | "undatedEnrollments"
  | "gradeLevels"
>;

/** The name of a version: equal content, equal name. */
export const versionOf = (content: ConformedContent): string =>
  contentHash(JSON.stringify(withoutSizes(content)));

/** How many bytes a partition has follows from its hash: a version of before that was noted keeps its name. */
const withoutSizes = (content: ConformedContent): ConformedContent => ({
  ...content,
  schools: content.schools.map((school) => ({
    ...school,
    partitions: school.partitions.map(({ size: _size, ...partition }) => partition),
  })),
});
