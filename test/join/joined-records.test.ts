import { describe, expect, it } from "vitest";
import { columnsOf } from "../../functions/domain/records/columns-builder.ts";
import { joinedRows } from "../../functions/join/joined-records.ts";

const caseloads = [
  { counselor: "A", student: "S1", school: "" },
  { counselor: "B", student: null, school: "S1" },
  { counselor: "C", student: "S1", school: "" },
];

describe("joined rows", () => {
  it("are the records in the order in which they came", () => {
    expect(joinedRows<"caseload">(columnsOf(caseloads)).all).toEqual(caseloads);
  });
});
