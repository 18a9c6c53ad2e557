import { describe, expect, it } from "vitest";
import { mergeCubes } from "../../../functions/metrics/cube/merge-cubes.ts";
import { placeColumns, placesOf, questionOf } from "../../../functions/releases/tables/places.ts";
import { cubeWith, questionWith } from "../../support/cube-with.ts";

const cubes = ["3", "1", "2"].map((school) => cubeWith(school, {}));
const named = cubes.map((cube, index) => ({ name: ["North", "West", "North"][index]!, cube }));

describe("placesOf", () => {
  it("has the district first, then its schools by name, and by id where two have one name", () => {
    const places = placesOf("Cast School District", mergeCubes(cubes), named);
    expect(places.map(placeColumns)).toEqual([
      { level: "district", school: "", schoolName: "Cast School District" },
      { level: "school", school: "2", schoolName: "North" },
      { level: "school", school: "3", schoolName: "North" },
      { level: "school", school: "1", schoolName: "West" },
    ]);
    expect(places.map(({ school }) => school)).toEqual([null, "2", "3", "1"]);
  });

  it("is the same in any order of the schools, and changes none", () => {
    const before = [...named];
    const places = placesOf("Cast", mergeCubes(cubes), named);
    expect(placesOf("Cast", mergeCubes(cubes), named.toReversed())).toEqual(places);
    expect(named).toEqual(before);
  });
});

describe("questionOf", () => {
  const questions = [questionWith(), questionWith({ statistic: "goal-domains" })];

  it("is the question of a statistic, and none that the edition does not have", () => {
    expect(questionOf({ questions }, "goal-domains")).toBe(questions[1]);
    expect(questionOf({ questions }, "chronic-absence")).toBeUndefined();
  });
});
