import type { ConformedFile, RejectCount } from "./conformed-manifest.ts";
import { rejectsOf, setAsideIn, type FileRejects } from "./file-rejects.ts";
import type { JudgedFile } from "./join-feeds.ts";

/** What each file came to, with what the join rejects of it. */
export const conformedFiles = (
  read: readonly JudgedFile[],
  rejects: ReadonlyMap<string, FileRejects>,
  repeated: ReadonlyMap<string, number>,
): readonly ConformedFile[] =>
  // By name and content and not by arrival, so that equal files make an equal version; stable, since
  // a good file follows the newest that it stands in for.
  [...read]
    .sort((a, b) => compareText(placeOf(a), placeOf(b)))
    .map((judged) => {
      const { sha256 } = judged.file;
      return conformedFile(judged, rejects.get(sha256) ?? rejectsOf([]), repeated.get(sha256) ?? 0);
    });

const placeOf = ({ feed: { kind, newest } }: JudgedFile): string =>
  `${kind} ${newest.name} ${newest.sha256}`;

function conformedFile(
  { feed, received, file, outcome }: JudgedFile,
  joinRejects: FileRejects,
  repeatedInRows: number,
): ConformedFile {
  const { records, repeated, unreadStayDays, unreadParts, contradictedDays } = file.reading;
  const isHeldBack = outcome === "stopped" || outcome === "waiting";
  // Of a record that reading rejects the join sees nothing, so that none is counted twice.
  const setAside = isHeldBack ? 0 : setAsideIn(joinRejects);
  const rejected = isHeldBack ? records : file.reading.rejected + joinRejects.records;
  return {
    name: received.name,
    kind: feed.kind,
    mode: feed.mode,
    sha256: received.sha256,
    outcome,
    records,
    accepted: records - rejected,
    rejected,
    leftOut: isHeldBack ? 0 : file.reading.leftOut,
    repeated: isHeldBack ? 0 : file.reading.repeated + repeatedInRows,
    ...(setAside > 0 && { setAside }),
    ...(unreadParts.length > 0 && repeated > 0 && { unreadParts }),
    ...(unreadStayDays.length > 0 && { unreadStayDays }),
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
    for (const { column, reason, records } of [...file.rejects.counts, ...joined]) {
      const key = `${feed.kind}\u0000${column}\u0000${reason}`;
      const count = counts.get(key);
      if (count === undefined) counts.set(key, { kind: feed.kind, column, reason, records });
      else count.records += records;
    }
  }
  return [...counts].sort(([a], [b]) => compareText(a, b)).map(([, count]) => count);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
