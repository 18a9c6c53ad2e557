import type { Day } from "../../functions/domain/calendar/day.ts";
import { csvRecords, type CsvFault } from "../../functions/sources/csv/csv-records.ts";
import type { DayOrder } from "../../functions/sources/values/day-formats.ts";
import { detectEncoding } from "../../functions/sources/csv/detect-encoding.ts";
import { textDecoder } from "../../functions/sources/csv/encoding.ts";
import { fileReader } from "../../functions/sources/read/file-reader.ts";
import type { FileReading } from "../../functions/sources/read/file-reading.ts";
import type { ReadRow } from "../../functions/sources/read/read-row.ts";
import type { Reject } from "../../functions/domain/records/reject.ts";

export interface RawReading {
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
  readonly fault: CsvFault | null;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes cut before each of the places. */
export function cut(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const ends = [...places, bytes.length].map((place) => Math.min(place, bytes.length));
  ends.sort((a, b) => a - b);
  return ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end));
}

/** Reads chunks as the pipeline does: the encoding in one pass, the records in another. */
export function readRecords(
  chunks: readonly Uint8Array[],
  delimiter: string | null = null,
): RawReading {
  const header: string[] = [];
  const records: (readonly string[])[] = [];
  const csv = csvRecords(
    {
      header: (cells) => header.push(...cells),
      record: (cells, _record, hasStrayQuote) =>
        records.push(hasStrayQuote ? ["stray quote"] : cells),
    },
    { delimiter },
  );
  const decoder = textDecoder(encodingOf(chunks));
  for (const chunk of chunks) csv.push(decoder.push(chunk));
  csv.push(decoder.end());
  return { header, records, fault: csv.end() };
}

export function encodingOf(chunks: readonly Uint8Array[]) {
  const detector = detectEncoding();
  for (const chunk of chunks) detector.push(chunk);
  return detector.end().encoding;
}

/** Reads text as a file under a name, to rows and rejects. */
export function readFile(
  name: string,
  text: string,
  dayOrder: DayOrder | null = null,
  receivedOn?: Day,
): {
  readonly reading: FileReading;
  readonly rows: readonly ReadRow[];
  rejects: readonly Reject[];
} {
  const rows: ReadRow[] = [];
  const rejects: Reject[] = [];
  const reader = fileReader(
    { name, encoding: "utf-8", dayOrder, ...(receivedOn && { receivedOn }) },
    (row) => {
      if (row.table !== "none") rows.push(row);
    },
    (reject) => rejects.push(reject),
  );
  reader.push(utf8(text));
  return { reading: reader.end(), rows, rejects };
}
