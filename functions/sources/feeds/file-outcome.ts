import type { Feed, FileVersion } from "./feed.ts";
import type { ReceivedAs } from "./received-as.ts";
import { sameName, type RecognizedFile } from "./recognized-file.ts";

/** The feeds before and after an ingest, and the latest file of each that it brings, all by key. */
export interface Ingested {
  readonly before: ReadonlyMap<string, Feed>;
  readonly after: ReadonlyMap<string, Feed>;
  readonly latest: ReadonlyMap<string, FileVersion>;
}

/**
 * What became of a file of an ingest.
 * @param isRepeated whether an earlier one of it is the same, byte for byte
 */
export function fileOutcome(
  { key, file }: Pick<RecognizedFile, "key" | "file">,
  isRepeated: boolean,
  { before, after, latest }: Ingested,
): Exclude<ReceivedAs, { outcome: "unreadable" }> {
  const { name, sha256 } = file;
  const inForce = after.get(key)?.newest.sha256;
  const isKnown = before.get(key)?.newest.sha256 === sha256;
  if (inForce === sha256) {
    return { file: name, outcome: isKnown || isRepeated ? "known" : "received", sha256 };
  }
  const other = latest.get(key) ?? file;
  const isOneOfSeveral = other.sha256 === inForce && sameName(other, file);
  return {
    ...{ file: name, outcome: "superseded", sha256 },
    ...(before.get(key)?.good?.sha256 === sha256 && { wasGood: true }),
    ...(isOneOfSeveral && {
      supersededBy: { sha256: other.sha256, note: oneOfSeveral(other) },
    }),
  };
}

/** The files that are the same, byte for byte, as an earlier one of their ingest. */
export function repeatedFiles(files: readonly RecognizedFile[]): ReadonlySet<RecognizedFile> {
  const contents = new Set<string>();
  return new Set(
    files.filter(({ key, file }) => {
      const content = `${key} ${file.sha256}`;
      const isRepeated = contents.has(content);
      contents.add(content);
      return isRepeated;
    }),
  );
}

const oneOfSeveral = ({ package: from }: FileVersion): string =>
  `Another file of its name came with it${from === "" ? "" : ` in ${from}`} and takes its place: where each holds one school, give each a name of its own.`;
