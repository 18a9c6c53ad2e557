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
    const rows = joinedRows("caseload", caseloads);
    const counselors = (field: string) =>
      ownedBy(rows, field, "S1").map(({ counselor }) => counselor);
    expect(counselors("student")).toEqual(["A", "C"]);
    expect(counselors("school")).toEqual(["B"]);
    expect(ownedBy(rows, "student", "S2")).toEqual([]);
    expect(rows.all).toBe(caseloads);
  });

  it("of the district itself belong to nobody", () => {
    const duties = [{ duty: "renew" }] as unknown as readonly CanonicalRows["duty"][];
    expect(joinedRows("duty", duties)).toEqual({ all: duties, byOwner: new Map() });
  });
});
