import type { Reject } from "../../domain/records/reject.ts";
import { FILE_KINDS } from "../profiles/profiles.ts";
import { noDayEvidence, type DayEvidence } from "../values/fields.ts";
import { provenOrder } from "../values/proven-order.ts";
import { endBytes, fileBytes, isBetweenRecords, pushBytes, type FileBytes } from "./file-bytes.ts";
import { headText, statedEncoding } from "./file-head.ts";
import type { FileReading, FileToRead } from "./file-reading.ts";
import {
  endOfRecords,
  fileRecords,
  type AttendanceTarget,
  type FileTarget,
} from "./file-records.ts";
import type { ReadRow } from "./read-row.ts";
import { HEAD_BYTES, recognize } from "./recognize.ts";

export interface FileReader {
  push(bytes: Uint8Array): void;
  end(): FileReading;
  /** Whether a file that begins with these bytes, all of them, can be read on from their end. */
  isExtendable(): boolean;
}

/**
 * Reads one export in chunks: bytes to text, text to records, records to canonical rows or rejects.
 * What a row refers to (its student, its plan) is not looked up here, since that may be in a file
 * still to come.
 */
export function fileReader(
  file: FileToRead,
  onRow: (row: ReadRow) => void,
  onReject: (reject: Reject) => void,
  attendance: AttendanceTarget | null = null,
): FileReader {
  const target: FileTarget = { onRow, onReject, attendance };
  const evidence = noDayEvidence();
  const head: Uint8Array[] = [];
  let headBytes = 0;
  let begun: FileBytes | null = null;
  let isExtendable = false;
  return {
    isExtendable: () => isExtendable,
    push(bytes) {
      if (begun !== null) {
        pushBytes(begun, bytes);
        return;
      }
      // The caller may use the chunk again.
      head.push(headBytes === 0 && bytes.length >= HEAD_BYTES ? bytes : bytes.slice());
      headBytes += bytes.length;
      if (headBytes >= HEAD_BYTES) begun = begunFile(file, head, evidence, target);
    },
    end() {
      begun ??= begunFile(file, head, evidence, target);
      isExtendable = endsPlainly(begun, evidence);
      const reading = endOfRecords(begun.records, endBytes(begun));
      return { ...reading, dayOrder: file.dayOrder === "open" ? "open" : provenOrder(evidence) };
    },
  };
}

/** Once enough of the file is there to recognize it, it is read from its first byte. */
function begunFile(
  file: FileToRead,
  head: readonly Uint8Array[],
  evidence: DayEvidence,
  target: FileTarget,
): FileBytes {
  const begun = recognizedFile(file, head, evidence, target);
  for (const bytes of head) pushBytes(begun, bytes);
  return begun;
}

/**
 * Whether nothing of a file that goes on could change what was read of it: it ends with a record, its
 * days leave no order of month and day open, and it has not so many states that they are rounded.
 */
export const endsPlainly = (file: FileBytes, { open }: DayEvidence): boolean =>
  isBetweenRecords(file) &&
  file.records.start.hasHeaderRow &&
  open.size === 0 &&
  file.records.target.attendance?.book.states.isInTenths === false;

/** A file that was recognized by the first of its bytes, none of which is read yet. */
export function recognizedFile(
  file: FileToRead,
  head: readonly Uint8Array[],
  evidence: DayEvidence,
  target: FileTarget,
): FileBytes {
  const { name, kinds = FILE_KINDS, dayOrder = null, receivedOn = null } = file;
  const start = recognize(name, headText(head, file.encoding), kinds);
  const encoding = statedEncoding(file.encoding, start.kind?.rules.encoding, head);
  const days = { order: dayOrder === "open" ? null : dayOrder, evidence, receivedOn };
  return fileBytes(fileRecords({ ...file, encoding }, start, days, target));
}
