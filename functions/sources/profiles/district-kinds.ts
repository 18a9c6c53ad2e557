import type { FileKind } from "./profiles.ts";

/** The kinds of files that a district's exports may be of, and a name for this set of profiles. */
export interface DistrictKinds {
  readonly kinds: readonly FileKind[];
  /** Those of the kinds that are of the district's own profiles. */
  readonly own: readonly FileKind[];
  readonly version: string;
}
