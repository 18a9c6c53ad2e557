import { columnsOf } from "../../functions/domain/records/columns-builder.ts";
import { describe, expect, it } from "vitest";
import type { CanonicalRows } from "../../functions/sources/read/canonical-rows.ts";
import { joinedRows, ownedBy } from "../../functions/join/joined-records.ts";

const caseloads = [
  { counselor: "A", student: "S1", school: "" },
  { counselor: "B", student: null, school: "S1" },
  { counselor: "C", student: "S1", school: "" },
] as unknown as readonly CanonicalRows["caseload"][];

describe("joined rows", () => {
  it("belong to the first owner that they name, in the order in which they came", () => {
    const rows = joinedRows("caseload", columnsOf(caseloads));
    const counselors = (field: string) =>
      ownedBy(rows, field, "S1").map(({ counselor }) => counselor);
    expect(counselors("student")).toEqual(["A", "C"]);
    expect(counselors("school")).toEqual(["B"]);
    expect(ownedBy(rows, "student", "S2")).toEqual([]);
    expect(rows.all).toEqual(caseloads);
  });

  it("of the district itself belong to nobody", () => {
    const duties = [{ duty: "renew" }] as unknown as readonly CanonicalRows["duty"][];
    const rows = joinedRows("duty", columnsOf(duties));
    expect(rows.all).toEqual(duties);
    expect(ownedBy(rows, "duty", "renew")).toEqual([]);
  });
});
