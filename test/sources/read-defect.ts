import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Reject } from "../../functions/domain/records/reject.ts";
import type { DayOrder } from "../../functions/sources/values/day-formats.ts";
import type { Encoding } from "../../functions/sources/csv/encoding.ts";
import { fileReader } from "../../functions/sources/read/file-reader.ts";
import type { FileReading } from "../../functions/sources/read/file-reading.ts";
import { fileKinds, PROFILES, type FileKind } from "../../functions/sources/profiles/profiles.ts";
import type { ReadRow } from "../../functions/sources/read/read-row.ts";
import { isFaulty, validateProfile } from "../../functions/sources/profiles/validate-profile.ts";
import { encodingOf } from "./read-export.ts";

export const DEFECTS = join(import.meta.dirname, "../../fixtures/sources/defects");

export interface ReadExport {
  readonly encoding: Encoding;
  readonly reading: FileReading;
  readonly rows: readonly ReadRow[];
  readonly rejects: readonly Reject[];
}

/** The names of the folders, one a defect. */
export const defectFolders: readonly string[] = readdirSync(DEFECTS)
  .filter((name) => /^\d\d-/.test(name))
  .sort();

/** The kinds that the files of a defect may be of: its own profile's before those that ship. */
export function kindsBeside(folder: string): readonly FileKind[] {
  const path = join(DEFECTS, folder, "ilp.profile.json");
  if (!existsSync(path)) return fileKinds(PROFILES);
  const profile = validateProfile(JSON.parse(readFileSync(path, "utf8")));
  if (isFaulty(profile)) throw new Error(JSON.stringify(profile));
  return fileKinds([profile, ...PROFILES]);
}

/** Reads bytes in chunks as the pipeline does, once more where the file shows the order of its days. */
export function readChunks(
  name: string,
  chunks: readonly Uint8Array[],
  kinds: readonly FileKind[] = fileKinds(PROFILES),
  dayOrder: DayOrder | null = null,
): ReadExport {
  const rows: ReadRow[] = [];
  const rejects: Reject[] = [];
  const encoding = encodingOf(chunks);
  const reader = fileReader(
    { name, encoding, kinds, dayOrder },
    (row) => {
      if (row.table !== "none") rows.push(row);
    },
    (reject) => rejects.push(reject),
  );
  for (const chunk of chunks) reader.push(chunk);
  const reading = reader.end();
  if (reading.dayOrder !== null && reading.dayOrder !== "open" && dayOrder === null) {
    return readChunks(name, chunks, kinds, reading.dayOrder.order);
  }
  if (reading.fault !== null) rejects.push({ file: name, column: "", ...reading.fault });
  return { encoding, reading, rows, rejects };
}
