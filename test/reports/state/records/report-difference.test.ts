import { describe, expect, it } from "vitest";
import {
  differenceSheet,
  reportDifference,
  type FrozenRecords,
} from "../../../../functions/reports/state/records/report-difference.ts";

const frozen = (
  fields: string,
  ...records: readonly (readonly [student: string, ...cells: string[]])[]
): FrozenRecords => ({
  fields: fields.split(" ").map((name) => ({
    name: name.replace("*", ""),
    isKey: name.endsWith("*"),
  })),
  records: records.map(([student, ...cells]) => ({ student, school: "A", cells })),
});
const inShort = (before: FrozenRecords, after: FrozenRecords): readonly string[] =>
  reportDifference(before, after).map(({ student, change, field, before: was, after: is }) =>
    [student, change, field, was, is].join(" ").trimEnd(),
  );

describe("the difference of two versions of a report", () => {
  it("is none between equal records in another order", () => {
    expect(
      inShort(
        frozen("id* answer", ["1", "1", "Y"], ["2", "2", "N"]),
        frozen("id* answer", ["2", "2", "N"], ["1", "1", "Y"]),
      ),
    ).toEqual([]);
  });

  it("names each field that differs, and each record that only one has", () => {
    expect(
      inShort(
        frozen("id* answer day", ["1", "1", "Y", "May"], ["2", "2", "N", ""]),
        frozen("id* answer day", ["1", "1", "N", "June"], ["3", "3", "Y", ""]),
      ),
    ).toEqual(["1 changed answer Y N", "1 changed day May June", "2 removed", "3 added"]);
  });

  it("finds a field by its name, wherever it stands, and says what a field had that is gone", () => {
    expect(
      inShort(
        frozen("id* answer old", ["1", "1", "Y", "x"]),
        frozen("new id* answer", ["1", "z", "1", "Y"]),
      ),
    ).toEqual(["1 changed old x", "1 changed new  z"]);
  });

  it("takes a record under another key for another record", () => {
    expect(inShort(frozen("id*", ["1", "10"]), frozen("id*", ["1", "11"]))).toEqual([
      "1 removed",
      "1 added",
    ]);
  });

  it("takes keys of the same letters for different ones where they are parted otherwise", () => {
    expect(inShort(frozen("a* b*", ["1", "x", "yz"]), frozen("a* b*", ["1", "xy", "z"]))).toEqual([
      "1 removed",
      "1 added",
    ]);
  });

  it("counts each of several equal records where the layout has no key", () => {
    expect(inShort(frozen("school", ["", "A"], ["", "A"]), frozen("school", ["", "A"]))).toEqual(
      ["removed"].map((change) => ` ${change}`),
    );
  });

  it("becomes a sheet of who, which field, and both values", () => {
    const changes = reportDifference(
      frozen("id* answer", ["1", "1", "Y"]),
      frozen("id* answer", ["1", "1", "N"]),
    );
    const { definition, rows } = differenceSheet(changes);
    expect(definition.columns.map(({ name }) => name)).toEqual(
      "school student change field before after".split(" "),
    );
    expect(rows).toMatchObject([
      { school: "A", student: "1", change: "changed", field: "answer", before: "Y", after: "N" },
    ]);
  });
});
