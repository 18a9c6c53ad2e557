import { describe, expect, it } from "vitest";
import { listedValues } from "../../../functions/sources/read/listed-values.ts";
import { FILE_KINDS } from "../../../functions/sources/profiles/profiles.ts";

function valuesOf(kind: string, column: string): readonly string[] {
  const fileKind = FILE_KINDS.find((candidate) => candidate.kind === kind);
  return fileKind === undefined ? [] : listedValues(fileKind, column);
}

describe("the values that a column may hold", () => {
  it("are those of a record that holds and of one that is removed, of a status", () => {
    expect(valuesOf("one-roster/roles.csv", "status")).toEqual([
      "active",
      "tobedeleted",
      "inactive",
    ]);
  });

  it("are the vendor's codes and ours, of a column that says who is enrolled", () => {
    const values = valuesOf("power-school/students.text", "enroll_status");
    expect(values).toEqual(expect.arrayContaining(["0", "2", "Transferred out", "withdrawn"]));
  });
});
