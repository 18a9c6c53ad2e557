import type { ReadFile } from "../join/rows/held-rows.ts";
import type { Feed, FileVersion } from "../sources/feeds/feed.ts";
import type { FileOutcome } from "./conformed-manifest.ts";
import type { Removal } from "./removal-guard.ts";

/**
 * A file as read, and whether it is used. If the newest version is not used, the last good one
 * follows it.
 */
export interface JudgedFile {
  readonly feed: Feed;
  readonly received: FileVersion;
  readonly file: ReadFile;
  readonly outcome: FileOutcome;
  /** If the file waits or is refused: what it would remove from the version in use. */
  readonly removals: readonly Removal[];
}
