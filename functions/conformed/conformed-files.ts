import { byKey, byText } from "../domain/text/compare-text.ts";
import type { ConformedFile, RejectCount } from "./conformed-manifest.ts";
import { NO_DUPLICATES, type DuplicateCounts } from "../sources/attendance/duplicate-counts.ts";
import { rejectsOf, setAsideIn, tallyKey, type FileRejects } from "../join/rows/file-rejects.ts";
import type { JudgedFile } from "./judged-file.ts";

/** The result of each file, with what the join rejects of it. */
export const conformedFiles = (
  read: readonly JudgedFile[],
  rejects: ReadonlyMap<string, FileRejects>,
  duplicates: ReadonlyMap<string, DuplicateCounts>,
): readonly ConformedFile[] =>
  // By name and content, not by arrival, so that equal files make an equal version. The order is
  // stable, since a good file follows the newer one that it stands in for.
  [...read].sort(byText(placeOf)).map((judged) => {
    const { sha256 } = judged.file;
    return conformedFile(
      judged,
      rejects.get(sha256) ?? rejectsOf([]),
      duplicates.get(sha256) ?? judged.file.reading,
    );
  });

const placeOf = ({ feed: { kind, newest } }: JudgedFile): string =>
  `${kind} ${newest.name} ${newest.sha256}`;

function conformedFile(
  { feed, received, file, outcome, removals }: JudgedFile,
  joinRejects: FileRejects,
  duplicates: DuplicateCounts,
): ConformedFile {
  const { records, unreadEnrollmentDays, unreadParts, contradictedDays } = file.reading;
  // Only of a file that no profile reads: in a known file, each row reports the column that it lacks.
  const lacked =
    file.reading.kind === null
      ? [...new Set(file.reading.lacking.flatMap(({ columns }) => columns))]
      : [];
  const isHeldBack = outcome === "stopped" || outcome === "waiting" || outcome === "refused";
  const setAside = isHeldBack ? 0 : setAsideIn(file.rejects) + setAsideIn(joinRejects);
  // The join does not see a record that reading rejected, so no record is counted twice.
  const rejected = isHeldBack ? records : file.reading.rejected + joinRejects.records;
  const leftOut = isHeldBack ? 0 : file.reading.leftOut;
  const { repeated, contradicted } = isHeldBack ? NO_DUPLICATES : duplicates;
  return {
    name: received.name,
    kind: feed.kind,
    mode: feed.mode,
    sha256: received.sha256,
    outcome,
    records,
    accepted: records - rejected - repeated - contradicted,
    rejected,
    ...{ leftOut, repeated, contradicted },
    ...(setAside > 0 && { setAside }),
    ...(removals.length > 0 && { removals }),
    ...(unreadParts.length > 0 && repeated + contradicted > 0 && { unreadParts }),
    ...(lacked.length > 0 && { lackedColumns: lacked }),
    ...(unreadEnrollmentDays.length > 0 && { unreadEnrollmentDays }),
    ...(contradictedDays.length > 0 && { contradictedDays }),
  };
}

/** Rejects of one kind, column and reason together. */
export function countRejects(
  read: readonly JudgedFile[],
  rejects: ReadonlyMap<string, FileRejects>,
): readonly RejectCount[] {
  const counts = new Map<string, { -readonly [K in keyof RejectCount]: RejectCount[K] }>();
  for (const { feed, file } of read) {
    const joined = rejects.get(file.sha256)?.counts ?? [];
    for (const tally of [...file.rejects.counts, ...joined]) {
      const key = `${feed.kind}\u0000${tallyKey(tally)}`;
      const count = counts.get(key);
      if (count === undefined) counts.set(key, { kind: feed.kind, ...tally });
      else count.records += tally.records;
    }
  }
  return [...counts].sort(byKey).map(([, count]) => count);
}
