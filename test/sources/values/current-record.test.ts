import { beginsNothing } from "../../../functions/sources/values/plain-text.ts";
import { describe, expect, it } from "vitest";
import {
  beginRecord,
  currentRecord,
  failField,
  type CurrentRecord,
} from "../../../functions/sources/values/current-record.ts";

/** A record of a file of two columns, of which the row can do without the second. */
const ofTwoColumns = (): CurrentRecord =>
  currentRecord({
    byField: new Map(),
    width: 2,
    nullTokens: new Set(),
    begins: beginsNothing([]),
    optional: new Set(["note"]),
    sorts: {},
  });

describe("a current record", () => {
  it.each([
    [["1"], null],
    [["1", "2"], null],
    [["1", "2", "", " "], null],
    [["1", "2", "", "4"], { column: "", reason: "too-many-cells" }],
  ])("may fill as many cells as the header names: %j", (cells, fault) => {
    const record = ofTwoColumns();
    beginRecord(record, cells);
    expect(record.fault).toEqual(fault);
  });

  it("keeps the first fault, and sets aside each value that the row can do without", () => {
    const record = ofTwoColumns();
    failField(record, "student", "missing-value");
    failField(record, "on", "not-a-day");
    failField(record, "note", "unreadable-characters");
    failField(record, "note", "not-a-listed-value");
    expect(record.fault?.reason).toBe("missing-value");
    expect(record.setAside.map(({ reason }) => reason)).toEqual([
      "unreadable-characters",
      "not-a-listed-value",
    ]);
  });

  it("forgets the faults of the record before", () => {
    const record = ofTwoColumns();
    failField(record, "student", "missing-value");
    failField(record, "note", "unreadable-characters");
    beginRecord(record, ["1", "2"]);
    expect(record).toMatchObject({ cells: ["1", "2"], fault: null, setAside: [] });
  });
});
