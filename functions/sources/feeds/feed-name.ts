import { withoutCopyMarks, withoutDay } from "../csv/file-names.ts";
import type { FileMode } from "../profiles/profile.ts";
import type { FileVersion } from "./feed.ts";

/** Stands between a file's name and its package, which tells it from others of the same name. */
export const PACKAGE_MARK = "\u001f";

/**
 * The feed that a file is a version of. Complete files belong to one series, whatever date is in
 * their names. Files that add up are series of their own by name, and by package if one ingest
 * brings several of one name. Each delta is a series of its own.
 */
export function feedNameOf(
  mode: FileMode,
  { name, package: from, sha256 }: Pick<FileVersion, "name" | "package" | "sha256">,
  isShared: boolean,
): string {
  const lower = name.toLowerCase();
  switch (mode) {
    case "bulk":
      return withoutDay(withoutCopyMarks(lower));
    case "append":
      return isShared ? `${lower}${PACKAGE_MARK}${withoutDay(from.toLowerCase())}` : lower;
    case "delta":
      return `${lower}#${sha256}`;
  }
}
