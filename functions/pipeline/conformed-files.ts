import type { Reject } from "../domain/reject.ts";
import type { ConformedFile, RejectCount } from "./conformed-manifest.ts";
import type { JudgedFile } from "./join-editions.ts";

/** What each file came to, with what the join rejects of it. */
export const conformedFiles = (
  read: readonly JudgedFile[],
  rejects: ReadonlyMap<string, readonly Reject[]>,
): readonly ConformedFile[] =>
  // By name and content and not by arrival, so that equal files make an equal version; stable, since
  // a good file follows the newest that it stands in for.
  [...read]
    .sort((a, b) => compareText(placeOf(a), placeOf(b)))
    .map((judged) => conformedFile(judged, rejects.get(judged.file.sha256) ?? []));

const placeOf = ({ edition: { kind, newest } }: JudgedFile): string =>
  `${kind} ${newest.name} ${newest.sha256}`;

function conformedFile(
  { edition, received, file, outcome }: JudgedFile,
  joinRejects: readonly Reject[],
): ConformedFile {
  const { records } = file.reading;
  const isHeldBack = outcome === "stopped" || outcome === "waiting";
  const rejected = isHeldBack
    ? records
    : file.reading.rejected + recordsAmong(joinRejects, file.rejects);
  return {
    name: received.name,
    kind: edition.kind,
    mode: edition.mode,
    sha256: received.sha256,
    outcome,
    records,
    accepted: records - rejected,
    rejected,
  };
}

/** Records, since one that gives several rows may be rejected for more than one of them. */
export function recordsAmong(rejects: readonly Reject[], before: readonly Reject[]): number {
  const known = new Set(before.map(({ record }) => record));
  return new Set(rejects.map(({ record }) => record).filter((record) => !known.has(record))).size;
}

/** Rejects of one kind, column and reason together. */
export function countRejects(
  read: readonly JudgedFile[],
  rejects: ReadonlyMap<string, readonly Reject[]>,
): readonly RejectCount[] {
  const counts = new Map<string, { -readonly [K in keyof RejectCount]: RejectCount[K] }>();
  for (const { edition, file } of read) {
    for (const { column, reason } of [...file.rejects, ...(rejects.get(file.sha256) ?? [])]) {
      const key = `${edition.kind}\u0000${column}\u0000${reason}`;
      const count = counts.get(key);
      if (count === undefined) counts.set(key, { kind: edition.kind, column, reason, records: 1 });
      else count.records++;
    }
  }
  return [...counts].sort(([a], [b]) => compareText(a, b)).map(([, count]) => count);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
