import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import {
  costsTheRecord,
  REJECT_REASONS,
  type Reject,
} from "../../functions/domain/records/reject.ts";
import { attendanceBook } from "../../functions/sources/attendance/attendance-book.ts";
import { fileReader } from "../../functions/sources/read/file-reader.ts";
import type { FileReading } from "../../functions/sources/read/file-reading.ts";
import { columnNames } from "../../functions/sources/profiles/profiles.ts";
import { mutations } from "../support/mutations.ts";
import { readChunks } from "./read-defect.ts";
import { cut, encodingOf } from "./read-export.ts";

const SOURCES = join(import.meta.dirname, "../../fixtures/sources");
const CAST = join(import.meta.dirname, "../../fixtures/cast/exports");
const LARGEST = 20_000;

export interface ExportOfKind {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The beginning of one export of each kind that anything is read from. */
export function exportsByKind(): ReadonlyMap<string, ExportOfKind> {
  const byKind = new Map<string, ExportOfKind>();
  for (const path of [...filesUnder(SOURCES), ...filesUnder(CAST)]) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const bytes = readFileSync(path).subarray(0, LARGEST);
    const { reading, rows } = readChunks(name, [bytes]);
    const kind = reading.kind?.kind;
    if (kind !== undefined && rows.length > 0 && !byKind.has(kind)) {
      byKind.set(kind, { name, bytes });
    }
  }
  return byKind;
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesUnder(path) : [path]))
    .filter((path) => !/\/(expected\.json|ilp\.profile\.json|[^/]*\.md|\.[^/]*)$/.test(path));
}

const places = fc.array(fc.nat(LARGEST + 2_000), { maxLength: 12 });

/**
 * Damages an export so many times and expects that reading it throws nothing, accepts or rejects each
 * record, names no value in a reject, and comes to the same wherever the file is cut.
 */
export function expectReadsDamaged({ name, bytes }: ExportOfKind, times: number): void {
  fc.assert(
    fc.property(mutations, places, (mutate, cuts) => {
      const damaged = mutate(bytes);
      const whole = intoBook(name, [damaged]);
      const { reading, rejects } = whole;
      const { accepted, rejected, repeated, contradicted, records } = reading;
      expect(accepted + rejected + repeated + contradicted).toBe(records);
      if (reading.outcome === "used") {
        expect(rejects.filter(costsTheRecord)).toHaveLength(reading.rejected);
      }
      const names = namesOf(reading);
      for (const { file, record, column, reason, range, disposition, ...more } of rejects) {
        expect([undefined, "set-aside"]).toContain(disposition);
        expect(more).toEqual({});
        // The days that the column takes, which are the reader's own and no value of the file.
        if (range !== undefined) expect(reason).toMatch(/^day-(?:out-of-range|still-to-come)$/);
        expect(file).toBe(name);
        expect(record).toBeGreaterThan(0);
        expect(REJECT_REASONS).toContain(reason);
        expect(names).toContain(column.slice(column.lastIndexOf(".") + 1));
      }
      expect(intoBook(name, cut(damaged, cuts))).toEqual(whole);
    }),
    { numRuns: times },
  );
}

/** Makes up bytes so many times and expects that none is taken for an export, wherever they are cut. */
export function expectRefusesNoExport(times: number): void {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), places, (bytes, cuts) => {
      const whole = intoBook("plans.csv", [bytes]);
      expect(whole.reading.outcome).toMatch(/not-recognized|unreadable/);
      expect(whole.reading.accepted).toBe(0);
      expect(intoBook("plans.csv", cut(bytes, cuts))).toEqual(whole);
    }),
    { numRuns: times },
  );
}

interface ReadIntoBook {
  readonly reading: FileReading;
  readonly rejects: readonly Reject[];
  readonly rows: number;
  readonly days: readonly unknown[];
}

/** Reads chunks with attendance going into a book, as a district's is. */
function intoBook(name: string, chunks: readonly Uint8Array[]): ReadIntoBook {
  const book = attendanceBook();
  const rejects: Reject[] = [];
  let rows = 0;
  const reader = fileReader(
    { name, encoding: encodingOf(chunks) },
    () => rows++,
    (reject) => rejects.push(reject),
    { book, onRecord: null },
  );
  for (const chunk of chunks) reader.push(chunk);
  const reading = reader.end();
  const days = [...book.students()].map((student) => [student, ...book.daysOf(student)]);
  return { reading, rejects, rows, days };
}

/** Every name that a profile may put into a reject: of a column as the format has it, or of a field. */
const namesOf = ({ kind }: FileReading): ReadonlySet<string> =>
  new Set([
    "",
    ...(kind === null ? [] : columnNames(kind)),
    ...(kind?.profile.reads ?? []).flatMap(({ columns }) => columns.map(({ to }) => to)),
  ]);
