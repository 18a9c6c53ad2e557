import { rejectLog } from "../../join/rows/file-rejects.ts";
import {
  heldBuilder,
  noRows,
  type HeldBuilder,
  type HeldRows,
  type HeldTable,
  type ReadFile,
} from "../../join/rows/held-rows.ts";
import { attendanceBook } from "../../sources/attendance/attendance-book.ts";
import { fileReader } from "../../sources/read/file-reader.ts";
import type { FileToRead } from "../../sources/read/file-reading.ts";
import type { BareRecord } from "../../sources/read/record-state.ts";

/** A file as read, and whether one that begins with all of its bytes can be read on from there. */
export interface ReadToEnd extends ReadFile {
  readonly isExtendable: boolean;
}

/**
 * Reads one stored file into canonical rows. Memory grows with students, not with attendance
 * records or rejects. A file whose days could be read in two ways is read once more, by the order that its
 * other days prove.
 */
export async function readFile(
  file: FileToRead & { readonly sha256: string },
  open: () => AsyncIterable<Uint8Array>,
  /** Told of each attendance record, for a second look at a file. */
  onAttendance?: (student: string, record: number) => void,
  /** The students whose duplicate attendance records are counted; without it, all students. */
  isCounted?: (student: string) => boolean,
): Promise<ReadToEnd> {
  const read = await readOnce(file, open(), onAttendance, isCounted);
  const { dayOrder } = read.reading;
  if (dayOrder === null || dayOrder === "open") return read;
  const asShown = { ...file, dayOrder: dayOrder.order };
  const again = await readOnce(asShown, open(), onAttendance, isCounted);
  // With the order given nothing is left to prove; whoever reads the file once more is to know it.
  return { ...again, reading: { ...again.reading, dayOrder }, isExtendable: false };
}

async function readOnce(
  file: FileToRead & { readonly sha256: string },
  chunks: AsyncIterable<Uint8Array>,
  onAttendance?: (student: string, record: number) => void,
  isCounted?: (student: string) => boolean,
): Promise<ReadToEnd> {
  const builders = new Map<HeldTable, HeldBuilder>();
  const bare: BareRecord[] = [];
  const log = rejectLog();
  const book = attendanceBook();
  const reader = fileReader(
    file,
    (row) => {
      if (row.table === "none") {
        bare.push(row);
        return;
      }
      const { table } = row;
      if (table === "attendance") return;
      let builder = builders.get(table);
      if (builder === undefined) builders.set(table, (builder = heldBuilder()));
      builder.add(row.row, row.record, row);
    },
    log.add,
    { book, onRecord: onAttendance ?? null, isCounted },
  );
  for await (const chunk of chunks) reader.push(chunk);
  const reading = reader.end();
  if (reading.fault !== null) log.add({ file: file.name, column: "", ...reading.fault });
  const attendance = book.columns.years.length === 0 ? null : book;
  return {
    name: file.name,
    sha256: file.sha256,
    reading,
    rows: rowsIn(builders),
    bare,
    attendance,
    rejects: log.rejects(),
    isExtendable: reader.isExtendable(),
  };
}

const rowsIn = (builders: ReadonlyMap<HeldTable, HeldBuilder>): HeldRows => ({
  ...noRows(),
  ...Object.fromEntries([...builders].map(([table, builder]) => [table, builder.end()])),
});
