import type { Feed, FileVersion } from "./feed.ts";

/** The kind of a file that no profile knows. It is kept as sent all the same. */
export const UNKNOWN_KIND = "unknown";

/** How a package names the file that says how its other files are to be taken. */
export const MANIFEST_NAME = /^manifest\.csv$/i;

/** A file of an ingest that is recognized. */
export interface RecognizedFile {
  readonly sent: FileVersion;
  /** The same, with how its package says that it is to be taken. */
  readonly file: FileVersion;
  /** The feed that it would begin. */
  readonly feed: Feed;
  readonly key: string;
}

export const sameName = (a: FileVersion, b: FileVersion): boolean =>
  a.name.toLowerCase() === b.name.toLowerCase();
