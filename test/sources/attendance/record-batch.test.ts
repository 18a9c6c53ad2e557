import { describe, expect, it } from "vitest";
import { CELL_WORDS } from "../../../functions/sources/attendance/cell-table.ts";
import { recordBatch, splitRecords } from "../../../functions/sources/attendance/record-batch.ts";

const COLUMNS = {
  columns: 4,
  student: 0,
  on: 1,
  kind: 3,
  portionAbsent: -1,
  nullTokens: new Set<string>(),
};
/** So that the last record is not too near to the end. */
const MORE = "x".repeat(13);

function split(text: string, most = 16) {
  const batch = recordBatch(COLUMNS, ",");
  const bytes = new TextEncoder().encode(text + MORE);
  const view = new DataView(bytes.buffer);
  const records = splitRecords(batch, bytes, view, 0, most);
  const textOf = (cells: Int32Array, record: number): string => {
    const place = record * CELL_WORDS;
    const length = (cells[place + 3] ?? 0) - 1;
    return new TextDecoder().decode(new Uint8Array(cells.buffer, 4 * place, length));
  };
  return {
    until: batch.starts[records],
    records: Array.from({ length: records }, (_, record) =>
      [batch.student, batch.on, batch.kind].map((cells) => textOf(cells, record)),
    ),
  };
}

describe("record batch", () => {
  it.each([
    ["a line feed", "7,2022-03-01,,A\n060000000012,1,a note,\n"],
    ["a carriage return and a line feed", "7,2022-03-01,,A\r\n060000000012,1,a note,\r\n"],
  ])("splits records that end in %s", (_which, text) => {
    expect(split(text)).toEqual({
      until: text.length,
      records: [
        ["7", "2022-03-01", "A"],
        ["060000000012", "1", ""],
      ],
    });
  });

  it("splits no more than it is asked to", () => {
    expect(split("7,1,,A\n8,1,,A\n9,1,,A\n", 2)).toMatchObject({ until: 14 });
  });

  it.each([
    ["a long cell", "0600000000123,1,,A\n"],
    ["a quotation mark where nothing is read from", '8,1,"n",A\n'],
    ["a letter beyond ASCII where nothing is read from", "8,1,é,A\n"],
    ["a line end where nothing is read from", "8,1,\n8,1,,A\n"],
    ["no line end", "8,1,,A"],
  ])("stops before a record with %s", (_which, text) => {
    expect(split(`7,1,,A\n${text}`)).toEqual({ until: 7, records: [["7", "1", "A"]] });
  });
});
