import { describe, expect, it } from "vitest";
import type { ReadFile } from "../../../functions/join/rows/held-rows.ts";
import { columnNameOf, studentIdType } from "../../../functions/join/rows/read-columns.ts";
import type { ColumnMap, TableRead } from "../../../functions/sources/profiles/profile.ts";

/** A file of a kind with these reads. */
const fileWith = (...reads: readonly Pick<TableRead, "table" | "columns">[]): ReadFile =>
  ({ reading: { kind: { kind: "a/b.csv", profile: { reads } } } }) as unknown as ReadFile;

const column = (to: string, from: string): ColumnMap => ({ to, from: [from] });

describe("columnNameOf", () => {
  it("is the column of the first read of the table that fills the field", () => {
    const file = fileWith(
      { table: "goal", columns: [column("student", "of goals")] },
      { table: "plan", columns: [column("plan", "id")] },
      { table: "plan", columns: [column("student", "first"), column("student", "second")] },
      { table: "plan", columns: [column("student", "third")] },
    );
    const namesOfStudents = () =>
      (["plan", "goal", "review"] as const).map((table) => columnNameOf(file, table, "student"));
    expect(namesOfStudents()).toEqual(["first", "of goals", ""]);
    expect(namesOfStudents()).toEqual(["first", "of goals", ""]);
  });

  it("is the first part of a field of several, and empty where the profile states a value", () => {
    const file = fileWith({
      table: "plan",
      columns: [
        { to: "plan", join: ["year", "id"] },
        { to: "status", value: "active" },
      ],
    });
    expect(columnNameOf(file, "plan", "plan")).toBe("year");
    expect(columnNameOf(file, "plan", "status")).toBe("");
  });

  it("is empty in a file of no kind", () => {
    const file = { reading: { kind: null } } as ReadFile;
    expect(columnNameOf(file, "plan", "plan")).toBe("");
  });
});

describe("studentIdType", () => {
  it("is that of the file's own kind, and the student information system's where none is stated", () => {
    const stated = { ...column("student", "id"), idType: "state" } as const;
    const files = [stated, column("student", "id")].map((map) =>
      fileWith({ table: "plan", columns: [map] }),
    );
    expect(files.map((file) => studentIdType(file, "plan"))).toEqual(["state", "sis"]);
  });
});
