import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { planOfYear, populationKey } from "../../functions/protection/plan-of-year.ts";
import type { PublicPlan } from "../../functions/protection/public-plan.ts";
import { cubeWith, questionWith } from "../support/cube-with.ts";

const GRADES = ["06", "07", "08"];
const AUGUST = day("2021-08-31");
const JANUARY = day("2022-01-31");
const MANDATE = "mandate of 06,07,08";
const questions = [questionWith()];

const schools = (sizes: { readonly [school: string]: number }) =>
  Object.entries(sizes).map(([school, students]) =>
    cubeWith(school, {
      students: {
        mandate: { "all/all": students },
        enrolled: { "all/all": 2 * students },
        "grade 08": { "all/all": Math.ceil(students / 2) },
      },
    }),
  );

const planOn = (
  on: typeof AUGUST,
  before: PublicPlan | null,
  sizes: { readonly [school: string]: number },
  given = { questions, grades: GRADES },
) =>
  planOfYear(before, given.questions, given.grades, schools(sizes), { on, smallestGroup: 20 })
    .populations;

describe("populationKey", () => {
  it("names the grades of a mandate, and none of everybody enrolled", () => {
    expect(populationKey({ kind: "enrolled" }, GRADES)).toBe("enrolled");
    expect(populationKey({ kind: "mandate" }, GRADES)).toBe(MANDATE);
    expect(populationKey({ kind: "grade", grade: "08" }, GRADES)).toBe("grade 08 of 06,07,08");
  });
});

describe("planOfYear", () => {
  const august = planOn(AUGUST, null, { A: 40, B: 20, C: 19 });

  it("decides each population at the first public release of the year", () => {
    expect(Object.keys(august)).toEqual([MANDATE]);
    expect(august[MANDATE]).toMatchObject({ decidedOn: AUGUST, schools: ["A", "B"] });
  });

  it("keeps that all year, whoever grows past the size, falls under it, comes or goes", () => {
    const january = planOn(JANUARY, { populations: august }, { A: 40, B: 19, C: 20, D: 90 });
    expect(january).toEqual(august);
    expect(planOn(JANUARY, { populations: august }, { A: 40 })).toEqual(august);
  });

  it("decides the grades of a new mandate anew, and keeps those of the old one", () => {
    const grades = ["07", "08"];
    const january = planOn(
      JANUARY,
      { populations: august },
      { A: 40, B: 19, C: 20 },
      { questions, grades },
    );
    expect(january[MANDATE]).toEqual(august[MANDATE]);
    expect(january["mandate of 07,08"]).toMatchObject({ decidedOn: JANUARY, schools: ["A", "C"] });
  });

  it("keeps everybody enrolled as decided, whatever the mandate", () => {
    const enrolled = [
      questionWith({ statistic: "chronic-absence", population: { kind: "enrolled" } }),
    ];
    const before = planOn(AUGUST, null, { A: 40, B: 9 }, { questions: enrolled, grades: GRADES });
    expect(before["enrolled"]?.schools).toEqual(["A"]);
    const after = planOn(
      JANUARY,
      { populations: before },
      { A: 40, B: 40 },
      { questions: enrolled, grades: ["07"] },
    );
    expect(after).toEqual(before);
  });

  it("takes the schools of a single grade from the whole population as it was decided", () => {
    const grade8 = [questionWith({ population: { kind: "grade", grade: "08" } })];
    const given = { questions: grade8, grades: GRADES };
    const first = planOn(AUGUST, null, { A: 40, B: 20, C: 19 }, given);
    expect(first["grade 08 of 06,07,08"]?.schools).toEqual(["A", "B"]);
    const later = planOn(JANUARY, { populations: august }, { A: 40, B: 19, C: 40 }, given);
    expect(later["grade 08 of 06,07,08"]).toMatchObject({
      decidedOn: JANUARY,
      schools: ["A", "B"],
    });
  });
});
