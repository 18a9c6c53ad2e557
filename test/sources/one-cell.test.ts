import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { ReadExport } from "./read-defect.ts";
import { readChunks } from "./read-defect.ts";
import { exportsByKind, type ExportOfKind } from "./damaged-exports.ts";
import { utf8 } from "./read-export.ts";

/** What somebody may type into a cell: nothing, no such thing, another order of days, marks of other systems. */
const TYPED = ["", "??", "ZZZ", "99/99/9999", "13/02/2022", "02/13/2022", "x;y", "NA", "Zoë", "-1"];

/** The file as whole records of text, with the delimiter that its header line has. */
function tableOf({ bytes }: ExportOfKind): {
  readonly cells: readonly (readonly string[])[];
  readonly delimiter: string;
} {
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
  const delimiter = [",", "\t", "|", ";", "^"].reduce((best, candidate) =>
    text.split("\n")[0]!.split(candidate).length > text.split("\n")[0]!.split(best).length
      ? candidate
      : best,
  );
  const cells = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true }).data;
  return { cells: cells.slice(0, -1), delimiter };
}

/** Exports whose first line is their header and each further one a record, as text that anybody edits. */
const exports = [...exportsByKind()]
  .filter(([, { name, bytes }]) => !name.endsWith(".jsonl") && !bytes.includes(0))
  .filter(([, sent]) => {
    const { cells, delimiter } = tableOf(sent);
    const { reading } = readChunks(sent.name, [written(cells, delimiter)]);
    return cells.length > 2 && reading.records === cells.length - 1;
  });

function written(table: readonly (readonly string[])[], delimiter: string): Uint8Array {
  return utf8(Papa.unparse(table as string[][], { delimiter }));
}

/** What is read of every record but one: its rows, and what is rejected and set aside of it. */
const others = ({ rows, rejects }: ReadExport, but: number) => ({
  rows: rows.filter(({ record }) => record !== but && record !== 0),
  rejects: rejects.filter(({ record }) => record !== but),
});

it("is held by most kinds of files", () => {
  expect(exports.length).toBeGreaterThan(45);
});

describe.each(exports)("a record of %s", (_kind, sent) => {
  it("is read alike whatever stands in one cell of another", () => {
    const { cells, delimiter } = tableOf(sent);
    const before = readChunks(sent.name, [written(cells, delimiter)]);
    const change = fc.record({
      record: fc.integer({ min: 1, max: cells.length - 1 }),
      column: fc.nat(cells[0]!.length - 1),
      value: fc.constantFrom(...TYPED),
    });
    fc.assert(
      fc.property(change, ({ record, column, value }) => {
        const changed = cells.map((row, index) =>
          index === record ? row.map((cell, index) => (index === column ? value : cell)) : row,
        );
        const after = readChunks(sent.name, [written(changed, delimiter)]);
        expect(others(after, record)).toEqual(others(before, record));
      }),
      { numRuns: 12 },
    );
  });
});
