import { studentId, type StudentId } from "../../domain/ids.ts";
import type { RecordState } from "../../sources/read/record-state.ts";
import { isNewer, type ArrivedFile } from "./rows-by-key.ts";
import type { HeldRows, HeldTable } from "./held-rows.ts";

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
  const newest = new Map<string, Version>();
  const removable = new Set<string>();
  for (const file of files) {
    const status = file.reading.kind?.profile.status;
    if (status?.record === undefined) continue;
    for (const version of versionsIn(file)) {
      const key = keyOf(file, version.source);
      const before = newest.get(key);
      if (before === undefined || replaces(version, before)) newest.set(key, version);
      if (status.takesStudent === true) removable.add(key);
    }
  }
  const removed = [...removable].flatMap((key) => newest.get(key) ?? []);
  return {
    files: files.map((file) => standing(file, newest)),
    removedStudents: new Set(
      removed.filter(({ isRemoved }) => isRemoved).map(({ source }) => studentId(source)),
    ),
  };
}

const keyOf = ({ reading: { kind } }: ArrivedFile, source: string): string =>
  `${kind?.kind ?? ""}\u0000${source}`;

/** The records of a file that have an identifier, in the order in which they stand. */
function versionsIn(file: ArrivedFile): readonly Version[] {
  const versions = new Map<number, Version>();
  for (const rows of Object.values(file.rows)) {
    for (const { record, source, modifiedAt, isRemoved } of rows) {
      if (source === "" || versions.has(record)) continue;
      versions.set(record, { file, record, source, modifiedAt, isRemoved, isBare: false });
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

function standing(file: ArrivedFile, newest: ReadonlyMap<string, Version>): ArrivedFile {
  if (file.reading.kind?.profile.status?.record === undefined) return file;
  const stands = ({ source, modifiedAt }: RecordState): boolean => {
    const version = newest.get(keyOf(file, source));
    if (version === undefined) return true;
    if (version.isBare || version.file !== file) return false;
    return version.modifiedAt === modifiedAt;
  };
  const rows = Object.fromEntries(
    Object.entries(file.rows).map(([table, all]) => [
      table,
      (all as HeldRows[HeldTable]).filter(stands),
    ]),
  );
  // Each table keeps the type of its rows.
  return { ...file, rows: rows as unknown as HeldRows };
}
