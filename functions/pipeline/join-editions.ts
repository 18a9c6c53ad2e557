import type { DistrictId } from "../domain/ids.ts";
import type { Reject } from "../domain/reject.ts";
import { assembleDistrict, type District } from "./assemble-district.ts";
import type { FileOutcome } from "./conformed-manifest.ts";
import type { Edition } from "./ledger.ts";
import type { ObjectStore, Progress } from "./ports.ts";
import type { ReadFile } from "./read-file.ts";
import { readStored } from "./read-part.ts";
import { unknownInAttendance } from "./unknown-in-attendance.ts";

/** An edition as read, and whether it is used. The last good edition follows a newest that is not. */
export interface JudgedFile {
  readonly edition: Edition;
  readonly file: ReadFile;
  readonly outcome: FileOutcome;
}

export interface JoinedEditions {
  readonly joined: District;
  readonly read: readonly JudgedFile[];
  /** What the join rejects of each file, by its SHA-256. */
  readonly rejects: ReadonlyMap<string, readonly Reject[]>;
}

/** More than this share of rejects, out of so many records, and a file stops as a whole. */
const STOP = { share: 0.5, records: 20 } as const;

/**
 * Reads the editions in force and joins them. An edition that cannot be used, or most of whose
 * records refer to nothing, stops as a whole and the last good one takes its place.
 */
export async function joinEditions(
  records: ObjectStore,
  district: DistrictId,
  inForce: readonly Edition[],
  progress: Progress,
): Promise<JoinedEditions> {
  let read: readonly JudgedFile[] = [];
  for (const edition of inForce) {
    const file = await readStored(records, district, edition.name, edition.newest);
    const outcome = outcomeOf(file, edition);
    read = [...read, ...(await withGood({ edition, file, outcome }))];
    progress.advance(1);
  }
  const rejects = new Map<string, readonly Reject[]>();
  for (;;) {
    const used = read.filter(({ outcome }) => outcome === "used");
    const assembled = assembleDistrict(used.map(({ file }) => file));
    const { district: joined } = assembled;
    for (const { file } of used) rejects.set(file.sha256, assembled.rejects.get(file.sha256) ?? []);
    for (const [sha256, more] of await unknownInAttendance(records, district, read, joined)) {
      rejects.set(sha256, [...(rejects.get(sha256) ?? []), ...more]);
    }
    const refused = used.filter((judged) => refersToNothing(judged, rejects));
    if (refused.length === 0) return { joined, read, rejects };
    const next: JudgedFile[] = [];
    for (const judged of read) {
      next.push(
        ...(refused.includes(judged)
          ? await withGood({ ...judged, outcome: "stopped" })
          : [judged]),
      );
    }
    read = next;
  }

  async function withGood(judged: JudgedFile): Promise<readonly JudgedFile[]> {
    const { edition, outcome } = judged;
    if (outcome === "used" || !hasOlderGood(edition)) return [judged];
    const file = await readStored(records, district, edition.name, edition.good);
    return [judged, { edition, file, outcome: "used" }];
  }
}

const hasOlderGood = (
  edition: Edition,
): edition is Edition & { readonly good: NonNullable<Edition["good"]> } =>
  edition.good !== null && edition.good.sha256 !== edition.newest.sha256;

/** A file without a record never wipes what an earlier edition said. */
function outcomeOf({ reading }: ReadFile, edition: Edition): FileOutcome {
  if (reading.outcome !== "used") return reading.outcome;
  const isEmptied = reading.records === 0 && edition.good !== null;
  return isEmptied || isTooMany(reading.rejected, reading.records) ? "stopped" : "used";
}

/**
 * Most records of a newest edition refer to what is not there: it is of another district or year.
 * It gives way to a good one; where there is none, it stays as long as any of it can be used, since
 * a roster may well name fewer students than an attendance file.
 */
function refersToNothing(
  { edition, file, outcome }: JudgedFile,
  rejects: ReadonlyMap<string, readonly Reject[]>,
): boolean {
  const { records } = file.reading;
  const rejected = file.reading.rejected + (rejects.get(file.sha256)?.length ?? 0);
  const isNewest = file.sha256 === edition.newest.sha256;
  return (
    outcome === "used" &&
    isNewest &&
    isTooMany(rejected, records) &&
    (hasOlderGood(edition) || rejected === records)
  );
}

const isTooMany = (rejected: number, records: number): boolean =>
  records >= STOP.records && rejected > records * STOP.share;
