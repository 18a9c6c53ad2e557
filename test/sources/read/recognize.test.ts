import { describe, expect, it } from "vitest";
import { fileKinds } from "../../../functions/sources/profiles/profiles.ts";
import type { FileProfile, Profile } from "../../../functions/sources/profiles/profile.ts";
import { recognize, withoutTableNames } from "../../../functions/sources/read/recognize.ts";

const profileOf = (file: Pick<FileProfile, "delimiter" | "signature">): Profile => ({
  id: "ours",
  version: 1,
  title: "Ours",
  files: [{ file: "ours.csv", name: "Ours", pattern: "^ours\\.csv$", reads: [], ...file }],
});

describe("recognize", () => {
  it("cuts cells by the delimiter that a profile states, whatever the header seems to have", () => {
    const head = "id|name, in full, as on paper|grade\n1|Vance, Rue|9\n";
    const stating = fileKinds([profileOf({ delimiter: "|", signature: ["id", "grade"] })]);
    expect(recognize("ours.csv", head, stating)).toMatchObject({
      ...{ delimiter: "|", header: ["id", "name, in full, as on paper", "grade"] },
      kind: { kind: "ours/ours.csv" },
    });
    // The names alone would fit under a comma too.
    const both = "id|x,grade,grade|y\n";
    const other = fileKinds([profileOf({ delimiter: "|", signature: ["id", "grade|y"] })]);
    expect(recognize("ours.csv", both, other).delimiter).toBe(",");
    expect(
      recognize("ours.csv", both, fileKinds([profileOf({ delimiter: "|", signature: ["id"] })])),
    ).toMatchObject({ delimiter: "|", header: ["id", "x,grade,grade", "y"] });
  });

  it("reads a file that has changed its delimiter all the same", () => {
    const kinds = fileKinds([profileOf({ delimiter: "\t", signature: ["id", "grade"] })]);
    expect(recognize("ours.csv", "id,grade\n1,9\n", kinds)).toMatchObject({
      ...{ delimiter: ",", kind: { kind: "ours/ours.csv" } },
    });
  });
});

describe("withoutTableNames", () => {
  it("leaves out the table of each name, but where another table has the name too", () => {
    expect(withoutTableNames(["STUDENTS.ID", "STUDENTS.Last_Name", "SCHOOLS.ID", ""])).toEqual([
      ...["ID", "Last_Name", "SCHOOLS.ID", ""],
    ]);
  });

  it("is nothing where some name has no table", () => {
    expect(withoutTableNames(["STUDENTS.ID", "Last_Name"])).toBeNull();
    expect(withoutTableNames(["ID"])).toBeNull();
  });
});
