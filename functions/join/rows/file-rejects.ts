import {
  costsTheRecord,
  dispositionOf,
  type Disposition,
  type Reject,
  type RejectReason,
} from "../../domain/records/reject.ts";

/**
 * Rejects beyond this number are only counted: nobody who fixes a file looks at so many one by one.
 */
export const MOST_KEPT_REJECTS = 10_000;

/** The rejects of one file: all of them counted, the first of them one by one. */
export interface FileRejects {
  /** The first `MOST_KEPT_REJECTS` at most. */
  readonly first: readonly Reject[];
  readonly counts: readonly RejectTally[];
  /** How many records are rejected: one may be for more than one reason, and one of which a value alone is set aside is not. */
  readonly records: number;
}

/** How many rejects name one column, one reason and one cost. */
export interface RejectTally {
  readonly column: string;
  readonly reason: RejectReason;
  /** As in a reject: absent where the reason alone says it. */
  readonly disposition?: Disposition;
  readonly records: number;
}

export interface RejectLog {
  add(reject: Reject): void;
  rejects(): FileRejects;
}

/**
 * Takes the rejects of one file in, memory growing with columns and reasons and not with rejects.
 * @param before what is rejected of the file already, each record of which counts once
 */
export function rejectLog(before: readonly Reject[] = []): RejectLog {
  const first: Reject[] = [];
  const counts = new Map<string, { -readonly [K in keyof RejectTally]: RejectTally[K] }>();
  const rejectedRecords = new Set<number>();
  let records = 0;
  let last: number | null = null;

  const add = (reject: Reject): void => {
    if (first.length < MOST_KEPT_REJECTS) first.push(reject);
    const column = withoutPlaces(reject.column);
    const { reason, disposition } = reject;
    const key = tallyKey({ column, reason, disposition });
    const tally = counts.get(key);
    if (tally !== undefined) tally.records++;
    else counts.set(key, { column, reason, ...(disposition && { disposition }), records: 1 });
    if (!costsTheRecord(reject)) return;
    // A file is read from its first record to its last, so that equal numbers come together.
    if (reject.record !== last && !rejectedRecords.has(reject.record)) records++;
    last = reject.record;
  };
  for (const reject of before) {
    add(reject);
    rejectedRecords.add(reject.record);
  }
  return { add, rejects: () => ({ first, counts: [...counts.values()], records }) };
}

/** How many values are set aside whose records are used all the same. */
export const setAsideIn = ({ counts }: Pick<FileRejects, "counts">): number =>
  counts
    .filter((tally) => dispositionOf(tally) === "set-aside")
    .reduce((sum, { records }) => sum + records, 0);

/** What tells one tally from another. */
export const tallyKey = ({
  column,
  reason,
  disposition,
}: Pick<Reject, "column" | "reason"> & {
  readonly disposition?: Disposition | undefined;
}): string => [column, reason, disposition ?? ""].join("\u0000");

/** The numbers of the records that one tally counts, as far as they are kept one by one, each once. */
export function recordsOfTally(
  { first }: Pick<FileRejects, "first">,
  tally: Pick<RejectTally, "column" | "reason" | "disposition">,
): readonly number[] {
  const wanted = tallyKey(tally);
  const counted = first.filter(
    ({ column, reason, disposition }) =>
      tallyKey({ column: withoutPlaces(column), reason, disposition }) === wanted,
  );
  return [...new Set(counted.map(({ record }) => record))];
}

/** The rejects of a list that is held anyway. */
export const rejectsOf = (all: readonly Reject[]): FileRejects => rejectLog(all).rejects();

/** What is rejected of a file while it is read and while it is joined: never the same record. */
export function together(rejects: FileRejects, other: FileRejects): FileRejects {
  const counts = new Map<string, RejectTally>();
  for (const tally of [...rejects.counts, ...other.counts]) {
    const key = tallyKey(tally);
    const records = (counts.get(key)?.records ?? 0) + tally.records;
    counts.set(key, { ...tally, records });
  }
  return {
    first: [...rejects.first, ...other.first].slice(0, MOST_KEPT_REJECTS),
    counts: [...counts.values()],
    records: rejects.records + other.records,
  };
}

/** Of the lists in a document each item has its number: `goals[2].id` is counted as `goals[].id`. */
const withoutPlaces = (column: string): string => column.replace(/\[\d+\]/g, "[]");
