import { describe, expect, it } from "vitest";
import {
  CELL_WORDS,
  cellTable,
  learnCell,
  lookUpCells,
  tagOf,
  UNKNOWN,
  valueOf,
} from "../../../functions/sources/attendance/cell-table.ts";

/** Texts of up to twelve letters as cells, one after the other. */
function cellsOf(texts: readonly string[]): Int32Array {
  const cells = new Int32Array(CELL_WORDS * texts.length);
  for (const [index, text] of texts.entries()) {
    const bytes = new Uint8Array(12);
    bytes.set(new TextEncoder().encode(text));
    const view = new DataView(bytes.buffer);
    for (let word = 0; word < 3; word++) {
      cells[index * CELL_WORDS + word] = view.getInt32(4 * word, true);
    }
    cells[index * CELL_WORDS + 3] = tagOf(text.length);
  }
  return cells;
}

describe("cell table", () => {
  it("knows thousands of cells, and none that it has not learned", () => {
    const table = cellTable();
    const texts = Array.from({ length: 5000 }, (_, nth) => `S${nth * 7}`);
    const cells = cellsOf(texts);
    for (let cell = 0; cell < 4999; cell++) learnCell(table, cells, cell * CELL_WORDS, cell);
    const values = new Int32Array(5000);
    expect(lookUpCells(table, cells, values, 0, 5000)).toBe(4999);
    expect([...values.subarray(0, 4999)]).toEqual(Array.from({ length: 4999 }, (_, nth) => nth));
  });

  it.each([
    ["of another length with equal words", "7", "7\u0000"],
    ["of none", "7", ""],
    ["of another last letter", "060000000012", "060000000013"],
    ["of another letter in the middle", "060000000012", "060001000012"],
  ])("does not take a cell for one %s", (_which, learned, other) => {
    const table = cellTable();
    learnCell(table, cellsOf([learned]), 0, 0);
    expect(valueOf(table, cellsOf([learned]), 0)).toBe(0);
    expect(valueOf(table, cellsOf([other]), 0)).toBe(UNKNOWN);
    expect(lookUpCells(table, cellsOf([other]), new Int32Array(1), 0, 1)).toBe(0);
  });

  it("keeps what it learned first, and finds cells in any order", () => {
    const table = cellTable();
    const cells = cellsOf(["a", "b", "", "c", "a"]);
    for (let cell = 0; cell < 5; cell++) learnCell(table, cells, cell * CELL_WORDS, 40 - cell);
    const values = new Int32Array(5);
    expect(lookUpCells(table, cells, values, 0, 5)).toBe(5);
    expect([...values]).toEqual([40, 39, 38, 37, 40]);
  });
});
