import { describe, expect, it } from "vitest";
import { readerId, readerOf, rolesOf, SYSTEM } from "../../functions/access/reader.ts";

const MEMBERS = [
  {
    staff: "S-1",
    name: "A. Rivera",
    roles: [{ role: "principal" as const, schools: ["A"], counselors: [] }],
  },
  { staff: "system account", name: "M. Lund", roles: [] },
];

describe("a reader", () => {
  it("is the staff member of the id, with the roles of the list, and unknown where the list has none", () => {
    expect(rolesOf(readerOf("S-1", MEMBERS)).map(({ role }) => role)).toEqual(["principal"]);
    expect(readerOf("s-1", MEMBERS)).toEqual({ kind: "unknown", staff: "s-1" });
    expect(rolesOf(readerOf("S-2", MEMBERS))).toEqual([]);
    expect(rolesOf(SYSTEM)).toEqual([]);
  });

  it("is called in the log by the staff id, and nobody else like the system account", () => {
    expect(readerId(SYSTEM)).toBe("system account");
    expect(readerId(readerOf("S-1", MEMBERS))).toBe("S-1");
    expect(readerId(readerOf("system account", MEMBERS))).toBe("“system account”");
  });
});
