import type { ReadFile } from "../join/rows/held-rows.ts";
import type { Feed, FileVersion } from "../sources/feeds/feed.ts";
import type { FileOutcome } from "./conformed-manifest.ts";
import type { Removal } from "./removal-guard.ts";

/** A file as read, and whether it is used. The last good one follows a newest that is not. */
export interface JudgedFile {
  readonly feed: Feed;
  readonly received: FileVersion;
  readonly file: ReadFile;
  readonly outcome: FileOutcome;
  /** Of a file that waits or is refused: what it would remove of the version in use. */
  readonly removals: readonly Removal[];
}
