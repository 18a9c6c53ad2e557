import type { Reject, RejectReason } from "../../domain/records/reject.ts";
import { noDayEvidence } from "../values/fields.ts";
import { endBytes, isBetweenRecords, pushBytes, type FileBytes } from "./file-bytes.ts";
import { endsPlainly, recognizedFile } from "./file-reader.ts";
import type { FileReading, FileToRead } from "./file-reading.ts";
import { endOfRecords, type AttendanceTarget, type FileTarget } from "./file-records.ts";

/** What an earlier reading of a file's beginning came to. */
export interface BeginningRead {
  readonly kind: string;
  readonly records: number;
  readonly rejected: number;
  readonly leftOut: number;
  /** How many of its records were rejected, or lost a value, by column and reason. */
  readonly rejects: readonly {
    readonly column: string;
    readonly reason: RejectReason;
    readonly records: number;
  }[];
}

export interface TailReader {
  /** Takes the bytes after the beginning. */
  push(bytes: Uint8Array): void;
  /** What the whole file came to; null where that can only be known by reading all of it. */
  end(): FileReading | null;
  /** As of a `FileReader`, of the whole file. */
  isExtendable(): boolean;
}

const LINE_FEED = 0x0a;

/**
 * Reads an attendance file on from where an earlier reading of its beginning ended, one that was
 * extendable.
 * @param head the first bytes of the file, with its header
 * @param attendance with the book of the beginning, into which the rest goes
 * @returns null where the file does not seem to be what its beginning was
 */
export function tailReader(
  file: FileToRead,
  head: Uint8Array,
  before: BeginningRead,
  onReject: (reject: Reject) => void,
  attendance: AttendanceTarget,
): TailReader | null {
  const target: FileTarget = { onRow: () => undefined, onReject, attendance };
  const evidence = noDayEvidence();
  const begun = recognizedFile(file, [head], evidence, target);
  const { records } = begun;
  if (records.start.kind?.kind !== before.kind || !records.start.hasHeaderRow) return null;
  if (!readHeader(begun, head)) return null;
  goOnFrom(begun, before);
  let isExtendable = false;
  return {
    isExtendable: () => isExtendable,
    push: (bytes) => pushBytes(begun, bytes),
    end() {
      isExtendable = endsPlainly(begun, evidence);
      const fault = endBytes(begun);
      const isDoubtful =
        fault !== null || evidence.open.size > 0 || attendance.book.states.isInTenths;
      if (isDoubtful) return null;
      const reading = endOfRecords(records, fault);
      return { ...reading, leftOut: before.leftOut + reading.leftOut, dayOrder: null };
    },
  };
}

/** Reads the lines until the header is there; false where no record begins after it. */
function readHeader(begun: FileBytes, head: Uint8Array): boolean {
  let from = 0;
  while (begun.records.reader === null) {
    const until = head.indexOf(LINE_FEED, from) + 1;
    if (until === 0) return false;
    pushBytes(begun, head.subarray(from, until));
    from = until;
  }
  // With a carriage return alone after the header, the line goes on with a record.
  return begun.records.records === 0 && isBetweenRecords(begun);
}

function goOnFrom({ records, csv }: FileBytes, before: BeginningRead): void {
  records.records = before.records;
  records.rejected = before.rejected;
  csv?.countOthers(before.records);
  for (const { records: times, ...fault } of before.rejects) {
    records.contradictions?.rejected(fault, times);
  }
}
