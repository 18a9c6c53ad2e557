import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Reject } from "../../functions/domain/records/reject.ts";
import { attendanceBook } from "../../functions/sources/attendance/attendance-book.ts";
import { holdsOver, type DayState } from "../../functions/sources/attendance/day-states.ts";
import { fileReader } from "../../functions/sources/read/file-reader.ts";
import { FILE_KINDS, PROFILES } from "../../functions/sources/profiles/profiles.ts";
import type { ReadRow } from "../../functions/sources/read/read-row.ts";
import { encodingOf } from "./read-export.ts";

const SOURCES = join(import.meta.dirname, "../../fixtures/sources");
/** Cut into cells and nothing more: `csv-records.test.ts` reads these. */
const NOT_VENDORS = new Set(["nasty", "defects"]);

/** What comes of an export, as `expected.json` beside its files states it. */
interface Expected {
  /** Where the files are, if not beside: an export that is kept once. */
  readonly folder?: string;
  readonly files: { readonly [file: string]: ExpectedFile };
}

interface ExpectedFile {
  readonly kind: string | null;
  readonly outcome: string;
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly rejects?: readonly unknown[];
  /** By table: the rows, or of many how many. */
  readonly rows?: { readonly [table: string]: readonly unknown[] | number };
}

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

const vendors = foldersIn(SOURCES).filter((vendor) => !NOT_VENDORS.has(vendor));

describe.each(vendors)("%s", (vendor) => {
  const cases = foldersIn(join(SOURCES, vendor)).map((folder) => ({
    folder,
    fact: folder.replaceAll("-", " "),
  }));

  it.each(cases)("$fact", ({ folder }) => {
    const place = join(SOURCES, vendor, folder);
    const expected = JSON.parse(readFileSync(join(place, "expected.json"), "utf8")) as Expected;
    const files = join(place, expected.folder ?? ".");
    const names = readdirSync(files).filter((name) => name !== "expected.json");
    expect(Object.keys(expected.files).sort()).toEqual(names.sort());
    for (const [name, file] of Object.entries(expected.files)) {
      const { outcome, inBook, inRows } = readExport(name, readFileSync(join(files, name)), file);
      expect(outcome, name).toEqual(file);
      expect(inBook, name).toEqual(inRows);
    }
  });
});

describe("the profiles", () => {
  it("are each shown by an export, but the plain one", () => {
    const shown = new Set(vendors);
    const ids = PROFILES.map(({ id }) => id).filter((id) => id !== "plain");
    expect(ids.filter((id) => !shown.has(id))).toEqual([]);
  });

  it("say what their columns rest on", () => {
    const silent = PROFILES.filter(({ id, sources = [] }) => id !== "plain" && sources.length < 2);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it("stand on the page about vendors, with each file that is read", () => {
    const page = readFileSync(join(import.meta.dirname, "../../docs/formats/vendors.md"), "utf8");
    const rows = new Map(
      [...page.matchAll(/^\| `([\w-]+)`.*$/gm)].map(([row, id = ""]) => [id, row]),
    );
    expect([...rows.keys()].sort()).toEqual(PROFILES.map(({ id }) => id).sort());
    for (const { kind, profile } of FILE_KINDS) {
      const [id = "", file = ""] = kind.split("/");
      if (id === "plain" || profile.reads.length === 0) continue;
      expect(rows.get(id), kind).toContain(file);
    }
  });
});

interface Read {
  readonly outcome: ExpectedFile;
  /** Attendance by student and day, read row by row, and as it is read straight into a book. */
  readonly inRows: ReadonlyMap<string, unknown>;
  readonly inBook: ReadonlyMap<string, unknown>;
}

/** Reads a file as the pipeline does, again where its own days show their order. */
function readExport(name: string, bytes: Uint8Array, like: ExpectedFile): Read {
  const encoding = encodingOf([bytes]);
  const read = (dayOrder: "month-first" | "day-first" | null) => {
    const rows: ReadRow[] = [];
    const rejects: Reject[] = [];
    const reader = fileReader(
      { name, encoding, dayOrder },
      (row) => rows.push(row),
      (reject) => rejects.push(reject),
    );
    reader.push(bytes);
    return { rows, rejects, reading: reader.end(), dayOrder };
  };
  const once = read(null);
  const { rows, rejects, reading, dayOrder } =
    once.reading.dayOrder === null || once.reading.dayOrder === "open"
      ? once
      : read(once.reading.dayOrder.order);

  const inRows = new Map<string, DayState>();
  const takenBack: string[] = [];
  for (const { table, row, isRemoved } of rows) {
    if (table !== "attendance") continue;
    const { student, on, absentMilli, excusal } = row;
    const key = `${student} ${on}`;
    const before = inRows.get(key);
    if (isRemoved) takenBack.push(key);
    else if (before === undefined || holdsOver({ absentMilli, excusal }, before)) {
      inRows.set(key, { absentMilli, excusal });
    }
  }
  for (const key of takenBack) {
    if (!inRows.has(key)) inRows.set(key, { absentMilli: 0, excusal: "unknown" });
  }
  const inBook = new Map<string, unknown>();
  const book = attendanceBook();
  const reader = fileReader(
    { name, encoding, dayOrder },
    () => undefined,
    () => undefined,
    { book, onRecord: null },
  );
  reader.push(bytes);
  reader.end();
  for (const student of book.students()) {
    for (const [on, state] of book.daysOf(student)) inBook.set(`${student} ${on}`, state);
  }

  const outcome = {
    kind: reading.kind?.kind ?? null,
    outcome: reading.outcome,
    records: reading.records,
    accepted: reading.accepted,
    rejected: reading.rejected,
    ...(rejects.length > 0 && {
      rejects: rejects.map(({ record, column, reason, disposition }) => ({
        ...{ record, column, reason },
        ...(disposition && { disposition }),
      })),
    }),
    ...(rows.some(isShown) && { rows: byTable(rows.filter(isShown), like) }),
  };
  return { outcome, inRows, inBook };
}

/** A record without a row is worth showing where it takes something back. */
const isShown = ({ table, isRemoved }: ReadRow): boolean => table !== "none" || isRemoved;

function byTable(rows: readonly ReadRow[], like: ExpectedFile): NonNullable<ExpectedFile["rows"]> {
  const tables = new Map<string, unknown[]>();
  for (const { table, row, source, modifiedAt, isRemoved } of rows) {
    const listed = tables.get(table) ?? [];
    tables.set(table, listed);
    listed.push({
      ...row,
      ...(table === "none" && { source }),
      ...(modifiedAt !== "" && { modifiedAt }),
      ...(isRemoved && { isRemoved }),
    });
  }
  return Object.fromEntries(
    [...tables].map(([table, listed]) => [
      table,
      typeof like.rows?.[table] === "number" ? listed.length : listed,
    ]),
  );
}
