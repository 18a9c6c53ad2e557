import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import { mergeCubes } from "../../functions/metrics/cube/merge-cubes.ts";
import { publicCameDue } from "../../functions/protection/public-came-due.ts";
import { placesOf } from "../../functions/releases/tables/places.ts";
import { cameDueSince } from "../../functions/releases/tables/came-due.ts";
import { cubeWith } from "../support/cube-with.ts";

const cubes = [
  cubeWith("A", { dueDays: { "review-2": { "2022-01-31": 12, "2022-02-10": 1 } } }),
  cubeWith("B", { dueDays: { "review-2": { "2022-05-13": 30 }, "review-1": { "2022-02-01": 7 } } }),
];
const scope = {
  places: placesOf(
    "Cast",
    mergeCubes(cubes),
    cubes.map((cube) => ({ name: `School ${cube.school}`, cube })),
  ),
  mandate: effectivePractice,
  asOf: day("2022-03-15"),
};
const previous = { asOf: "2022-01-31" };

describe("cameDueSince", () => {
  it("counts at each place for how many students each requirement has come due", () => {
    const rows = cameDueSince(scope, previous);
    expect(rows.map((row) => [row.school, row.requirement, row.count])).toEqual([
      ["", "review-1", 7],
      ["", "review-2", 13],
      ["A", "review-2", 13],
      ["B", "review-1", 7],
    ]);
    expect(rows[0]).toMatchObject({
      requirementName: "First review of the year",
      previousAsOf: "2022-01-31",
    });
  });

  it("has no row in the first release", () => {
    expect(cameDueSince(scope, null)).toEqual([]);
  });
});

describe("publicCameDue", () => {
  it.each([
    [12, ["review-2"]],
    [13, ["review-2"]],
    [14, []],
  ])("with a smallest group of %d names %j, and no number", (smallestGroup, names) => {
    const district = cameDueSince({ ...scope, places: scope.places.slice(0, 1) }, previous);
    const { rows } = publicCameDue(district, smallestGroup);
    expect(rows.map(({ requirement }) => requirement)).toEqual(names);
    expect(rows.filter((row) => "count" in row)).toEqual([]);
  });
});
