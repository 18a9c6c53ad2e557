import { contentHash } from "../hashing/content-hash.ts";
import type { ArrivedFile } from "../join/rows/rows-by-key.ts";
import type { RuleIds } from "../mandates/rules/rule-ids.ts";
import type { FileVersion } from "../sources/feeds/feed.ts";
import type { DistrictKinds } from "../sources/profiles/district-kinds.ts";
import { CONFORM_VERSION } from "./conform-version.ts";

/** A file in use, with what was noted when it came. */
export interface FileInUse {
  readonly file: ArrivedFile;
  readonly received: Pick<FileVersion, "encoding" | "receivedOn">;
}

/**
 * A hash of all that a district's records but those of attendance are joined from: the files in use that
 * have any other record, in the order in which they hold, and how they are read. While it is the same, so
 * are these records.
 */
export function joinedFrom(
  files: readonly FileInUse[],
  { version }: DistrictKinds,
  { districtOwn }: RuleIds,
): string {
  const others = files.filter(({ file }) => hasOtherRecords(file));
  // A file of attendance that came between two others changes nothing in which of these is later.
  const arrivals = [...new Set(others.map(({ file }) => file.arrival))].sort((a, b) => a - b);
  return contentHash(
    String(CONFORM_VERSION),
    version,
    districtOwn.join(" "),
    ...others.map(({ file, received }) =>
      JSON.stringify([
        ...[file.name, file.sha256, arrivals.indexOf(file.arrival), file.on],
        ...[file.reading.kind?.kind, file.reading.dayOrder],
        ...[received.encoding, received.receivedOn],
      ]),
    ),
  );
}

/** Records that say that something is no longer so count too, though they give no row. */
const hasOtherRecords = ({ rows, bare }: ArrivedFile): boolean =>
  bare.length > 0 || Object.values(rows).some(({ length }) => length > 0);
