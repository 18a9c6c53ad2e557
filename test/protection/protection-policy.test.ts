import { describe, expect, it } from "vitest";
import {
  DEFAULT_PROTECTION,
  protectionStatement,
  smallestGroup,
} from "../../functions/protection/protection-policy.ts";

describe("the protection of a district", () => {
  it("is groups of 20 and a monthly release unless it sets another", () => {
    expect(DEFAULT_PROTECTION).toEqual({ smallestGroup: 20, calendar: "monthly" });
  });

  it.each([15, 20, 30])("may be groups of %d", (students) => {
    expect(smallestGroup(students)).toBe(students);
  });

  it.each([14, 16, 10, 0, 29, 31, Number.NaN])("may not be groups of %d", (students) => {
    expect(() => smallestGroup(students)).toThrow(
      `the smallest group is 15, 20, 30 students, not ${students}`,
    );
  });
});

describe("protectionStatement", () => {
  it("names the district's smallest group, and claims no guarantee", () => {
    const statement = protectionStatement({ smallestGroup: 30, calendar: "monthly" });
    expect(statement).toContain("Groups under 30 students, and students of schools under 30,");
    expect(statement).toContain("at most 5");
    expect(statement).toContain("5 to 8 of its students have moved");
    expect(statement).toContain("This is no mathematical guarantee");
    expect(statement).not.toMatch(/proven|cannot be told|differentially private/i);
  });
});
