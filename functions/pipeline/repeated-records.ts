import type { HeldRow, HeldTable, ReadFile } from "./read-file.ts";

export interface RepeatedRecords {
  /** One row of the record says what a row of the file has said. */
  add(file: ReadFile, record: number): void;
  /** By the file's SHA-256, the records none of whose rows says anything more. */
  counts(): ReadonlyMap<string, number>;
}

/** Records that a profile lets stand twice: a student who is listed once a section, a school once a student. */
export function repeatedRecords(): RepeatedRecords {
  const rowsOf = new Map<ReadFile, Map<number, number>>();
  return {
    add(file, record) {
      const records = rowsOf.get(file) ?? new Map<number, number>();
      rowsOf.set(file, records.set(record, (records.get(record) ?? 0) + 1));
    },
    counts: () =>
      new Map(
        [...rowsOf].map(([file, records]) => {
          const left = new Map(records);
          for (const rows of Object.values(file.rows) as readonly HeldRow<HeldTable>[][]) {
            for (const { record } of rows) {
              const more = left.get(record);
              if (more !== undefined) left.set(record, more - 1);
            }
          }
          return [file.sha256, [...left.values()].filter((more) => more >= 0).length];
        }),
      ),
  };
}
