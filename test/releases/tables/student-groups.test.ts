import { describe, expect, it } from "vitest";
import type { EditionScope } from "../../../functions/releases/tables/places.ts";
import { askedStudentGroups } from "../../../functions/releases/tables/student-groups.ts";
import { scopeOf } from "./drawn-scope.ts";

const studentGroupsAsked = (scope: EditionScope) => [...askedStudentGroups(scope)];

describe("the rows of student groups", () => {
  it("have nobody's complement in the public edition", () => {
    const groups = (kind: EditionScope["kind"]) =>
      new Set(studentGroupsAsked(scopeOf(kind)).map(({ key }) => `${key.division}/${key.group}`));
    expect([...groups("public")].filter((group) => group.endsWith("/no"))).toEqual([]);
    expect([...groups("staff")]).toContain("homeless/no");
    expect([...groups("public")]).toContain("homeless/yes");
  });

  it("have, in the public edition, the measures of all students alone", () => {
    const measures = new Set(studentGroupsAsked(scopeOf("public")).map(({ key }) => key.measure));
    expect([...measures]).toEqual([
      ...["requirements-met", "review-timeliness", "plan-coverage", "chronic-absence"],
    ]);
  });

  it("compare one sex with the other, and every other group with all students", () => {
    const compared = new Map(
      studentGroupsAsked(scopeOf("staff"))
        .filter(({ key }) => key.measure === "plan-coverage" && key.level === "district")
        .map(({ key }) => [`${key.division}/${key.group}`, key.comparedWith]),
    );
    expect(compared.get("sex/female")).toBe("male");
    expect(compared.get("sex/male")).toBe("");
    expect(compared.get("race-ethnicity/asian")).toBe("all");
    expect(compared.get("homeless/yes")).toBe("all");
    expect(compared.get("homeless/no")).toBe("");
  });

  it("have every group at the district, and at a school those that somebody is in", () => {
    const races = (school: string) =>
      studentGroupsAsked(scopeOf("staff"))
        .map(({ key }) => key)
        .filter((key) => key.measure === "chronic-absence" && key.school === school)
        .filter((key) => key.division === "race-ethnicity")
        .map(({ group }) => group);
    expect(races("")).toHaveLength(7);
    expect(races("S0")).toEqual(["asian", "white"]);
    expect(races("S2")).toEqual([]);
  });

  it("say of nobody that they are in no program that no record of the district names", () => {
    const divisions = (level: string) => [
      ...new Set(
        studentGroupsAsked(scopeOf("staff"))
          .filter(({ key }) => key.level === level && key.group === "no")
          .map(({ key }) => key.division),
      ),
    ];
    expect(divisions("district")).toEqual(["disability", "homeless"]);
    expect(divisions("school")).toEqual(["disability", "homeless"]);
  });
});
