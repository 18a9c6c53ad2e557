import { describe, expect, it } from "vitest";
import {
  groupColumns,
  groupName,
  isBreakdown,
} from "../../../functions/releases/tables/group-columns.ts";
import { scopeOf } from "./drawn-scope.ts";

describe("the group of a row", () => {
  it.each([
    ["all/all", "All students"],
    ["grade/08", "Grade 8"],
    ["grade/09-10", "Grades 9–10"],
    ["grade/KG", "Kindergarten"],
    ["grade/KG-02", "Kindergarten to Grade 2"],
    ["counselor/K-1", "K-1"],
    ["counselor/", "No counselor named"],
  ] as const)("%s is %s", (key, name) => {
    expect(groupName(key)).toBe(name);
  });

  it("is in its columns by division and group", () => {
    const [district] = scopeOf("staff").places;
    expect(groupColumns(district!, "grade/08")).toEqual({
      ...{ level: "district", school: "", schoolName: "Cast" },
      ...{ breakdown: "grade", group: "08", groupName: "Grade 8" },
    });
  });

  it("is a breakdown by grade or counselor; student groups have their own table", () => {
    const keys = ["all/all", "grade/08", "counselor/K-1", "sex/female"] as const;
    expect(keys.map(isBreakdown)).toEqual([true, true, true, false]);
  });
});
