import type { ConformedFile } from "../../conformed/conformed-manifest.ts";
import { withoutCopyMarks, withoutDay } from "../../sources/csv/file-names.ts";

/**
 * The files in use of which an ingest brought no version, where it brought most of the others: an
 * export that did not run looks like that. Files that add up day by day, and changes, come once.
 * @param received the names of the files that came
 */
export function filesNotSent(
  files: readonly Pick<ConformedFile, "name" | "kind" | "mode" | "outcome">[],
  received: readonly string[],
): readonly string[] {
  const came = new Set(received.map(seriesOf));
  const expected = files.filter((file) => file.outcome === "used" && isSentWhole(file));
  const missing = expected.filter(({ name }) => !came.has(seriesOf(name)));
  return missing.length * 2 > expected.length ? [] : missing.map(({ name }) => name);
}

/** One name for the versions of a file, as of a feed. */
const seriesOf = (name: string): string => withoutDay(withoutCopyMarks(name.toLowerCase()));

const isSentWhole = ({
  name,
  kind,
  mode,
}: Pick<ConformedFile, "name" | "kind" | "mode">): boolean =>
  mode === "bulk" ||
  (mode === "append" &&
    !RECORDED.test(kind) &&
    withoutDay(name.toLowerCase()) === name.toLowerCase());

/** The kinds of files that the project itself writes, one for each decision. */
const RECORDED = /^plain\/recorded_/;
