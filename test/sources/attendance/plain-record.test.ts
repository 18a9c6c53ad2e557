import { describe, expect, it } from "vitest";
import {
  emptyRecord,
  NOT_PLAIN,
  plainCells,
  readPlainRecord,
} from "../../../functions/sources/attendance/plain-record.ts";
import { LONGEST_ID } from "../../../functions/sources/values/identifier-fault.ts";

const COLUMNS = {
  columns: 4,
  student: 0,
  on: 1,
  kind: 3,
  portionAbsent: -1,
  nullTokens: new Set<string>(),
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) =>
  readPlainRecord(plainCells(COLUMNS, ","), emptyRecord(), bytesOf(text), 0);

describe("plain record", () => {
  it.each([
    ["a line feed", "7,2022-03-01,note,A\n8,"],
    ["a carriage return and a line feed", "7,2022-03-01,note,A\r\n8,"],
    ["a space in any cell but the student's", "7,2022-03-01,a note,Absent all day\n8,"],
    ["an empty cell in any column but the student's", "7,,,\n8,"],
  ])("ends before the next one begins: %s", (_which, text) => {
    expect(read(text)).toBe(text.length - 2);
  });

  it.each([
    ["no line end yet", "7,2022-03-01,note,A"],
    ["a carriage return alone", "7,2022-03-01,note,A\r8,"],
    ["a cell too few", "7,2022-03-01,A\n"],
    ["a cell too many", "7,2022-03-01,note,A,\n"],
    ["no student", ",2022-03-01,note,A\n"],
    ["a space in the student", "7 ,2022-03-01,note,A\n"],
    ["a quotation mark", '7,2022-03-01,"note",A\n'],
    ["a backslash", "7,2022-03-01,\\note,A\n"],
    ["a letter beyond ASCII", "7,2022-03-01,nóte,A\n"],
    ["another delimiter", "7;2022-03-01;note;A\n"],
  ])("is left to the reader of text: %s", (_which, text) => {
    expect(read(text)).toBe(NOT_PLAIN);
  });

  it.each([
    [LONGEST_ID, true],
    [LONGEST_ID + 1, false],
  ])("may have a student of %i characters: %s", (length, isPlain) => {
    expect(read(`${"7".repeat(length)},2022-03-01,,A\n`) !== NOT_PLAIN).toBe(isPlain);
  });

  it("may have a cell of any length in a column that nothing is read from", () => {
    expect(read(`7,2022-03-01,${"n".repeat(LONGEST_ID + 1)},A\n`)).not.toBe(NOT_PLAIN);
  });

  it("numbers equal cells of a column alike, from record to record", () => {
    const cells = plainCells(COLUMNS, ",");
    const record = emptyRecord();
    const bytes = bytesOf("7,2022-03-01,,A\n8,2022-03-01,,A\n7,2022-03-02,,P\n");
    const numbers: (readonly number[])[] = [];
    for (let from = 0; from < bytes.length;) {
      from = readPlainRecord(cells, record, bytes, from);
      numbers.push([record.student, record.day, record.kind]);
    }
    expect(numbers).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [0, 1, 1],
    ]);
  });
});
