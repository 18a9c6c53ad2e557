import { describe, expect, it } from "vitest";
import type { EditionScope } from "../../../functions/releases/tables/places.ts";
import { askedRates } from "../../../functions/releases/tables/rates.ts";
import { scopeOf } from "./drawn-scope.ts";

const ratesAsked = (scope: EditionScope) => [...askedRates(scope)];

describe("the rows of rates", () => {
  const keys = (kind: EditionScope["kind"], measure: string) =>
    ratesAsked(scopeOf(kind))
      .map(({ key }) => key)
      .filter((key) => key.measure === measure && key.level === "district");

  it("are by grade and counselor for staff, by the grades with figures for everybody, a division at a time", () => {
    const breakdowns = (kind: EditionScope["kind"]) => [
      ...new Set(keys(kind, "plan-coverage").map(({ breakdown }) => breakdown)),
    ];
    expect(breakdowns("staff")).toEqual(["all", "grade", "counselor"]);
    expect(keys("public", "plan-coverage").map(({ groupName: name }) => name)).toEqual([
      "All students",
      "Grade 6",
      "Grades 7–8",
    ]);
  });

  it("are by transition where a measure follows one", () => {
    expect(
      keys("public", "transition-coverage").map(({ breakdown, group }) => [breakdown, group]),
    ).toEqual(
      ["transition-6", "transition-9", "transition-12"].map((group) => ["transition", group]),
    );
  });

  it("of milestones and contents are for staff alone", () => {
    expect(keys("public", "component-completeness")).toEqual([]);
    expect(keys("staff", "component-completeness").length).toBeGreaterThan(0);
  });
});
