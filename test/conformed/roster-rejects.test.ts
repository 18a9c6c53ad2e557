import { describe, expect, it } from "vitest";
import type { RejectCount } from "../../functions/conformed/conformed-manifest.ts";
import { rosterRejects } from "../../functions/conformed/roster-rejects.ts";

const reject = (kind: string, more: Partial<RejectCount> = {}): RejectCount => ({
  ...{ kind, column: "grade", reason: "not-a-listed-value", records: 1 },
  ...more,
});

describe("records of the roster that were not used", () => {
  it.each([
    ["a person", reject("one-roster/users.csv"), 1],
    ["three stays", reject("power-school/reenrollments.text", { records: 3 }), 3],
    ["a role, by which a student is enrolled", reject("one-roster/roles.csv"), 1],
    [
      "a record that another contradicts",
      reject("power-school/students.text", { disposition: "passed-over" }),
      1,
    ],
    [
      "not a value that is set aside",
      reject("power-school/students.text", { disposition: "set-aside" }),
      0,
    ],
    ["not a duplicate", reject("power-school/students.text", { reason: "duplicate-record" }), 0],
    ["not one class of several", reject("one-roster/enrollments.csv"), 0],
    ["not a review", reject("plain/reviews.csv"), 0],
    ["not attendance", reject("power-school/attendance.text"), 0],
    ["not an unknown kind", reject("mystery/x.csv"), 0],
  ])("are counted: %s", (_what, given, expected) => {
    expect(rosterRejects({ rejects: [given] })).toBe(expected);
  });

  it("are found in the district's own format", () => {
    const ownKinds = [
      { kind: "own/stays.csv", file: "stays.csv", name: "Stays", tables: ["enrollment"] },
      { kind: "own/aims.csv", file: "aims.csv", name: "Aims", tables: ["goal"] },
    ] as const;
    const rejects = [reject("own/stays.csv", { records: 2 }), reject("own/aims.csv")];
    expect(rosterRejects({ rejects, ownKinds })).toBe(2);
  });
});
