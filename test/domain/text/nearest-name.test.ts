import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  editDistance,
  namesToTry,
  nearestName,
} from "../../../functions/domain/text/nearest-name.ts";

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

describe("namesToTry", () => {
  const many = [
    ...["Abara, Chidi", "Berg, Ana", "Cho, Min", "Diaz, Rosa", "Evans, Joy", "Fox, Lee"],
    ...[
      "Grau, Ida",
      "Haas, Jo",
      "Ito, Ken",
      "Jung, Eva",
      "Muñoz, Luz",
      "Patel, Anita",
      "Patil, Om",
    ],
  ];

  it("tells all names of a short list, and of a longer one the nearest", () => {
    expect(namesToTry("x", [])).toBe("there are none to choose from");
    expect(namesToTry("x", many.slice(0, 12))).toBe(`use one of: ${many.slice(0, 12).join(", ")}`);
    expect(namesToTry("x", many)).toMatch(/^the nearest of 13 are: /);
  });

  it.each([
    ["patel", "Patel, Anita"],
    ["Patel, Annita", "Patel, Anita"],
    ["Anita Patel", "Patel, Anita"],
    ["munoz", "Muñoz, Luz"],
    ["Evens", "Evans, Joy"],
  ])("names first, for %j, %s", (asked, first) => {
    const tried = namesToTry(asked, many).replace("the nearest of 13 are: ", "");
    expect(tried.startsWith(`${first}, `)).toBe(true);
    expect(tried.match(/, /g)).toHaveLength(9);
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
