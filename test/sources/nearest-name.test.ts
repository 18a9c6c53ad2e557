import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, nearestName } from "../../functions/sources/nearest-name.ts";

describe("nearestName", () => {
  it.each([
    ["dataLastModified", "dateLastModified"],
    ["prefferedGivenName", "preferredGivenName"],
    ["courseResourses", "courseResources"],
    ["studentnum", "student_number"],
    ["Studnet ID", "student_id"],
  ])("knows %s for the misspelt %s", (given, meant) => {
    expect(nearestName(given, ["title", "endDate", meant, "beginDate"])).toBe(meant);
  });

  it("guesses at nothing far away", () => {
    expect(nearestName("entry_date", ["end_date", "status"])).toBeNull();
    expect(nearestName("shoe size", ["student_id", "school_id"])).toBeNull();
    expect(nearestName("id", ["dd", "is"])).toBeNull();
    expect(nearestName("anything", [])).toBeNull();
  });

  it("prefers the nearer, and of two as near the first", () => {
    expect(nearestName("studentid", ["studentids", "student_id"])).toBe("student_id");
    expect(nearestName("grades", ["grade", "gradess"])).toBe("grade");
  });
});

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["", "abc", 3],
    ["kitten", "sitting", 3],
    ["recieve", "receive", 1],
    ["ca", "abc", 3],
  ])("from %j to %j is %d", (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });

  it("is the same both ways, 0 for equals alone, and at most the longer text", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (from, to) => {
        const distance = editDistance(from, to);
        expect(distance).toBe(editDistance(to, from));
        expect(distance === 0).toBe(from === to);
        expect(distance).toBeLessThanOrEqual(Math.max(from.length, to.length));
      }),
    );
  });
});
