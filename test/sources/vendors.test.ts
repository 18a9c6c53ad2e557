import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Reject } from "../../functions/domain/reject.ts";
import { fileReader } from "../../functions/sources/file-reader.ts";
import type { ReadRow } from "../../functions/sources/record-rows.ts";
import { encodingOf } from "./read-export.ts";

const SOURCES = join(import.meta.dirname, "../../fixtures/sources");
/** Cut into cells and nothing more: `csv-records.test.ts` reads these. */
const NOT_VENDORS = new Set(["nasty"]);

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
      expect(outcomeOf(name, readFileSync(join(files, name)), file), name).toEqual(file);
    }
  });
});

describe("the exports", () => {
  it("are there for every vendor", () => {
    expect(vendors.length).toBeGreaterThanOrEqual(20);
    for (const vendor of vendors) {
      for (const folder of foldersIn(join(SOURCES, vendor))) {
        expect(existsSync(join(SOURCES, vendor, folder, "expected.json")), folder).toBe(true);
      }
    }
  });
});

/** Reads a file as the pipeline does, again where its own days show their order. */
function outcomeOf(name: string, bytes: Uint8Array, like: ExpectedFile): ExpectedFile {
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
    return { rows, rejects, reading: reader.end() };
  };
  const once = read(null);
  const { rows, rejects, reading } =
    once.reading.dayOrder === null ? once : read(once.reading.dayOrder);
  return {
    kind: reading.kind?.kind ?? null,
    outcome: reading.outcome,
    records: reading.records,
    accepted: reading.accepted,
    rejected: reading.rejected,
    ...(rejects.length > 0 && {
      rejects: rejects.map(({ record, column, reason }) => ({ record, column, reason })),
    }),
    ...(rows.length > 0 && { rows: byTable(rows, like) }),
  };
}

function byTable(rows: readonly ReadRow[], like: ExpectedFile): NonNullable<ExpectedFile["rows"]> {
  const tables = new Map<string, unknown[]>();
  for (const { table, row, modifiedAt, isRemoved } of rows) {
    const listed = tables.get(table) ?? [];
    tables.set(table, listed);
    listed.push({
      ...row,
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
