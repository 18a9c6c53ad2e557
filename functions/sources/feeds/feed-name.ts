import { withoutCopyMarks, withoutDay } from "../csv/file-names.ts";
import type { FileMode } from "../profiles/profile.ts";
import type { FileVersion } from "./feed.ts";

/** Between a file's name and the package that tells it from others of its name. */
export const PACKAGE_MARK = "\u001f";

/**
 * The feed that a file is a version of. Whole files are of one series whatever day their names state; files
 * that add up are series of their own by name, and by package where one ingest brings several of one
 * name; each delta stands for itself.
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
