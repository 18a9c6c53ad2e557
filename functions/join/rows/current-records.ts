import { studentId, type StudentId } from "../../domain/ids.ts";
import { grouped } from "../../domain/text/grouped.ts";
import type { RecordState } from "../../sources/read/record-state.ts";
import { isNewer, type ArrivedFile } from "./rows-by-key.ts";
import { keptRows, stateAt, type HeldColumns } from "./held-rows.ts";

export interface CurrentRecords {
  /** The files with the rows that their source still stands by. */
  readonly files: readonly ArrivedFile[];
  /** Students whom the roster itself has taken out: what it still says of them elsewhere goes with them. */
  readonly removedStudents: ReadonlySet<StudentId>;
}

/** One record as one file has it. */
interface Version extends RecordState {
  readonly file: ArrivedFile;
  readonly record: number;
  /** It is removed, or of a sort that is not read. */
  readonly isBare: boolean;
}

/**
 * Of each record that its source names by an identifier of its own the newest version: a role moved
 * to another school, or begun on another day, is no second role. All that an earlier version gave
 * goes, be it one row or several. Records without such an identifier are distinguished by their
 * content.
 */
export function currentRecords(files: readonly ArrivedFile[]): CurrentRecords {
  const newestOf = new Map<ArrivedFile, ReadonlyMap<string, Version>>();
  const removedStudents = new Set<StudentId>();
  const versioned = files.filter((file) => statusOf(file)?.record !== undefined);
  for (const [, ofKind] of grouped(versioned, ({ reading: { kind } }) => kind?.kind ?? "")) {
    if (isEachCurrent(ofKind)) continue;
    const newest = new Map<string, Version>();
    for (const file of ofKind) noteVersions(file, newest);
    for (const file of ofKind) newestOf.set(file, newest);
    if (!ofKind.some((file) => statusOf(file)?.takesStudent === true)) continue;
    for (const { isRemoved, source } of newest.values()) {
      if (isRemoved) removedStudents.add(studentId(source));
    }
  }
  return { files: files.map((file) => standing(file, newestOf.get(file))), removedStudents };
}

const statusOf = ({ reading: { kind } }: ArrivedFile) => kind?.profile.status;

/**
 * Whether each record of a kind is its own newest version, as nearly always: one file has them, none
 * is taken back, and no identifier names two.
 */
function isEachCurrent(ofKind: readonly ArrivedFile[]): boolean {
  const [file] = ofKind;
  if (file === undefined || ofKind.length > 1 || file.bare.length > 0) return false;
  const recordOf = new Map<unknown, number>();
  return Object.values(file.rows).every((rows) => isOneRecordEach(rows, recordOf));
}

function isOneRecordEach(
  { length, records, states: { source, isRemoved } }: HeldColumns,
  recordOf: Map<unknown, number>,
): boolean {
  if (isRemoved.values.includes(true)) return false;
  const recordOfCode = new Int32Array(source.values.length);
  for (let row = 0; row < length; row++) {
    const code = source.codes[row] ?? 0;
    const record = records[row] ?? 0;
    if (recordOfCode[code] === 0) recordOfCode[code] = record;
    else if (recordOfCode[code] !== record && source.values[code] !== "") return false;
  }
  return source.values.every((value, code) => {
    if (value === "") return true;
    const before = recordOf.get(value);
    recordOf.set(value, recordOfCode[code] ?? 0);
    return before === undefined || before === recordOfCode[code];
  });
}

function noteVersions(file: ArrivedFile, newest: Map<string, Version>): void {
  for (const version of versionsIn(file)) {
    const before = newest.get(version.source);
    if (before === undefined || replaces(version, before)) newest.set(version.source, version);
  }
}

/** The records of a file that have an identifier, in the order in which they stand. */
function versionsIn(file: ArrivedFile): readonly Version[] {
  const versions = new Map<number, Version>();
  for (const rows of Object.values(file.rows)) {
    for (const [row, record] of rows.records.entries()) {
      if (versions.has(record)) continue;
      const state = stateAt(rows, row);
      if (state.source !== "") versions.set(record, { file, record, ...state, isBare: false });
    }
  }
  for (const { table: _table, row: _row, ...state } of file.bare) {
    versions.set(state.record, { ...state, file, isBare: true });
  }
  return [...versions.values()].sort((a, b) => a.record - b.record);
}

/**
 * Of one file no order of lines decides: what was changed later holds, then what says when it was
 * changed, then what is still so over what is taken back. Two records with the same values there
 * are not versions; their identifier was used twice: both are read, and `rowsInForce` decides
 * where they are about the same.
 */
function replaces(version: Version, before: Version): boolean {
  if (version.file !== before.file) return isNewer(version, before);
  if (version.modifiedAt !== before.modifiedAt) return version.modifiedAt > before.modifiedAt;
  return before.isBare && !version.isBare;
}

function standing(
  file: ArrivedFile,
  newest: ReadonlyMap<string, Version> | undefined,
): ArrivedFile {
  if (newest === undefined) return file;
  const stands = ({ source, modifiedAt }: RecordState): boolean => {
    const version = newest.get(source);
    if (version === undefined) return true;
    if (version.isBare || version.file !== file) return false;
    return version.modifiedAt === modifiedAt;
  };
  return { ...file, rows: keptRows(file.rows, (rows, row) => stands(stateAt(rows, row))) };
}
