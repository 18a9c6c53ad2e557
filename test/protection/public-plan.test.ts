import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import type { Sizes } from "../../functions/protection/public-groups.ts";
import { decidePopulation, type PublicGroup } from "../../functions/protection/public-plan.ts";

const ON = day("2021-08-31");

const decided = (
  schools: { readonly [school: string]: Sizes | number },
  within: readonly string[] | null = null,
) =>
  decidePopulation({
    on: ON,
    smallestGroup: 20,
    sizes: new Map(
      Object.entries(schools).map(([school, sizes]) => [
        school,
        typeof sizes === "number" ? { "all/all": sizes } : sizes,
      ]),
    ),
    within,
  });

/** The places of a plan with a figure of everybody: the district and schools. */
const places = (groups: readonly PublicGroup[]) =>
  groups.filter(({ group }) => group === "all/all").map(({ school }) => school ?? "district");
const drawnAs = (groups: readonly PublicGroup[], school: string | null, group: string) =>
  groups.find((candidate) => candidate.school === school && candidate.group === group)?.drawnAs;

describe("the schools of a population", () => {
  it.each([
    [0, ["A", "B"], ["district", "A", "B"]],
    [1, ["A", "B"], ["district", "A", "B"]],
    [19, ["A", "B"], ["district", "A", "B"]],
    [20, ["A", "B", "C"], ["district", "A", "B", "C"]],
  ])(
    "are in every figure from 20 students on, and in none below: %d",
    (students, schools, shown) => {
      const plan = decided({ A: 50, B: 60, C: students });
      expect(plan.schools).toEqual(schools);
      expect(places(plan.groups)).toEqual(shown);
    },
  );

  it("are none where every school is too small, and then the district has no figure", () => {
    expect(decided({ A: 19, B: 19 })).toEqual({ decidedOn: ON, schools: [], groups: [] });
  });

  it("are in the order of their ids, whatever order they come in", () => {
    expect(decided({ B: 60, A: 50 })).toEqual(decided({ A: 50, B: 60 }));
  });

  it("keep students of schools that are left out from the sizes of the district's groups", () => {
    const small: Sizes = { "all/all": 19, "homeless/yes": 19 };
    const plan = decided({ A: { "all/all": 50, "homeless/yes": 19 }, B: 60, C: small });
    expect(plan.groups.filter(({ group }) => group === "homeless/yes")).toEqual([]);
    const larger = decided({ A: { "all/all": 50, "homeless/yes": 20 }, B: 60, C: small });
    expect(larger.groups.filter(({ group }) => group === "homeless/yes")).toHaveLength(1);
  });
});

describe("a single grade of a population", () => {
  it("is of the population's schools, whatever the size of the grade there", () => {
    const plan = decided({ A: 40, B: 15, C: 40 }, ["A", "B"]);
    expect(plan.schools).toEqual(["A", "B"]);
    expect(places(plan.groups)).toEqual(["district", "A"]);
  });

  it("does not count a school that has nobody in the grade", () => {
    expect(decided({ A: 40, B: 0 }, ["A", "B"]).schools).toEqual(["A"]);
  });

  it.each([
    [9, ["A", "B"]],
    [10, ["A", "B", "C", "D"]],
  ])(
    "leaves students of schools without a figure out where they are 1 to 9 together: %d",
    (students, schools) => {
      const plan = decided({ A: 40, B: 30, C: students - 4, D: 4 }, ["A", "B", "C", "D"]);
      expect(plan.schools).toEqual(schools);
      expect(places(plan.groups)).toEqual(["district", "A", "B"]);
    },
  );

  it("has a figure of the district only from 20 students on, and is divided no further", () => {
    expect(decided({ A: 10, B: 9 }, ["A", "B"]).groups).toEqual([]);
    const sizes: Sizes = { "all/all": 100, "sex/female": 50, "sex/male": 50, "grade/08": 100 };
    const plan = decided({ A: sizes, B: sizes }, ["A", "B"]);
    expect(plan.groups.map(({ group }) => group)).toEqual(["all/all", "all/all", "all/all"]);
  });
});

describe("the bar that a group is drawn as", () => {
  const everybody = (school: string | null) => ({ school, group: "all/all" });

  it("is that of the school where the district has one in its figures", () => {
    const { groups } = decided({ A: 40, B: 19 });
    expect(drawnAs(groups, null, "all/all")).toEqual(everybody("A"));
    expect(drawnAs(groups, "A", "all/all")).toEqual(everybody("A"));
    expect(drawnAs(decided({ A: 40, B: 20 }).groups, null, "all/all")).toEqual(everybody(null));
  });

  it("is that of the school that alone has a grade, everybody of it where that is all it has", () => {
    const { groups } = decided({
      A: { "all/all": 80, "grade/06": 40, "grade/07": 40 },
      B: { "all/all": 70, "grade/08": 70 },
      C: { "all/all": 100, "grade/07": 100 },
    });
    expect(drawnAs(groups, null, "grade/06")).toEqual({ school: "A", group: "grade/06" });
    expect(drawnAs(groups, "A", "grade/06")).toEqual({ school: "A", group: "grade/06" });
    expect(drawnAs(groups, null, "grade/07")).toEqual({ school: null, group: "grade/07" });
    expect(drawnAs(groups, null, "grade/08")).toEqual(everybody("B"));
    expect(drawnAs(groups, "B", "grade/08")).toEqual(everybody("B"));
  });

  it("is everybody where a group is everybody", () => {
    const { groups } = decided({
      A: { "all/all": 40, "economic-status/yes": 40 },
      B: { "all/all": 40, "economic-status/yes": 40 },
    });
    expect(drawnAs(groups, null, "economic-status/yes")).toEqual(everybody(null));
    expect(drawnAs(groups, "A", "economic-status/yes")).toEqual(everybody("A"));
  });

  it("is everybody where grades put together are all of them", () => {
    const { groups } = decided({
      A: { "all/all": 20, "grade/06": 10, "grade/07": 10 },
      B: { "all/all": 20, "grade/06": 10, "grade/07": 10 },
    });
    expect(drawnAs(groups, null, "grade/06-07")).toEqual(everybody(null));
  });

  it("is that of the one school that has the grade of a transition", () => {
    const { groups } = decided({ A: 40, B: 0 }, ["A", "B"]);
    expect(drawnAs(groups, null, "all/all")).toEqual(everybody("A"));
  });
});
