import { describe, expect, it } from "vitest";
import { clusterRobustStandardErrors } from "../../../functions/statistics/within-schools/cluster-robust-standard-errors.ts";
import { jackknifeStandardErrors } from "../../../functions/statistics/within-schools/jackknife-standard-errors.ts";
import { addMatrices } from "../../../functions/statistics/moments/matrix.ts";
import { type Moments, emptyMoments } from "../../../functions/statistics/moments/moments.ts";
import { momentsOf } from "../moments-of.ts";
import { withinSchoolDifference } from "../../../functions/statistics/within-schools/within-school-difference.ts";
import { withinSchoolFit } from "../../../functions/statistics/within-schools/within-school-fit.ts";
import { expectKind } from "../expect-kind.ts";
import { ATTENDANCE, PLAN, PRIOR, WIDTH, schoolMoments } from "../fixture.ts";
import { mulberry32 } from "../mulberry32.ts";

const MODEL = { exposure: 0, controls: [1], outcome: 2 };

/** Schools of 15 students [plan, prior, attendance], attendance 0.02 higher with a plan. */
function schoolsOf(count: number, seed = 7): readonly Moments[] {
  const next = mulberry32(seed);
  return Array.from({ length: count }, () => {
    const level = 0.8 + 0.1 * next();
    return momentsOf(
      3,
      Array.from({ length: 15 }, () => {
        const plan = Number(next() < 0.5);
        const prior = 0.7 + 0.3 * next();
        return [plan, prior, level + 0.02 * plan + 0.1 * prior + 0.05 * next()];
      }),
    );
  });
}

/** A school in which every student has a plan. */
const alike = momentsOf(3, [
  [1, 0.8, 0.9],
  [1, 0.9, 0.7],
  [1, 0.7, 0.8],
]);

describe("withinSchoolDifference", () => {
  it("gives the fixture's five schools an estimate and no interval", () => {
    const model = { exposure: PLAN, controls: [PRIOR], outcome: ATTENDANCE };
    const result = withinSchoolDifference([...schoolMoments, emptyMoments(WIDTH)], model);
    expect(result).toEqual({
      kind: "point-estimate",
      reason: "too-few-schools",
      n: 60,
      schools: 5,
      schoolsCompared: 5,
      difference: expect.closeTo(0.0123897373, 10),
    });
  });

  it.each([
    [7, "point-estimate"],
    [8, "few-schools-interval"],
    [19, "few-schools-interval"],
    [20, "interval"],
  ])("gives %d schools a %s", (count, kind) => {
    expect(withinSchoolDifference(schoolsOf(count), MODEL).kind).toBe(kind);
  });

  it("goes by the jackknife and t(7) with eight schools", () => {
    const schools = schoolsOf(8);
    const result = expectKind(withinSchoolDifference(schools, MODEL), "few-schools-interval");
    const products = schools.map((school) => school.m2);
    const fit = expectKind(withinSchoolFit(products.reduce(addMatrices)), "fit");
    const jackknife = expectKind(jackknifeStandardErrors(fit, products), "jackknife");
    expect(result.standardError).toBe(jackknife.standardErrors[0]);
    expect(result.degreesOfFreedom).toBe(7);
    expect(result.interval.upper - result.difference).toBeCloseTo(
      2.3646242515927844 * result.standardError,
      12,
    );
  });

  it("goes by the cluster-robust error and t(39) with forty schools", () => {
    const schools = schoolsOf(40);
    const result = expectKind(withinSchoolDifference(schools, MODEL), "interval");
    const products = schools.map((school) => school.m2);
    const fit = expectKind(withinSchoolFit(products.reduce(addMatrices)), "fit");
    expect(result.standardError).toBe(clusterRobustStandardErrors(fit, products, 600)[0]);
    expect(result.degreesOfFreedom).toBe(39);
    expect(result.interval.lower).toBeLessThan(0.02);
    expect(result.interval.upper).toBeGreaterThan(0.02);
    expect(result.p).toBeLessThan(1e-6);
  });

  it("has intervals that hold the true difference in about 95 of 100 districts", () => {
    const covered = Array.from({ length: 200 }, (_, seed) =>
      expectKind(withinSchoolDifference(schoolsOf(10, seed), MODEL), "few-schools-interval"),
    ).filter(({ interval }) => interval.lower <= 0.02 && 0.02 <= interval.upper).length;
    expect(covered).toBeGreaterThanOrEqual(180);
    expect(covered).toBeLessThanOrEqual(199);
  });

  it("does not count schools whose students all have plans as schools compared", () => {
    const schools = [...schoolsOf(7), ...new Array<Moments>(20).fill(alike)];
    const result = expectKind(withinSchoolDifference(schools, MODEL), "point-estimate");
    expect(result).toMatchObject({
      reason: "too-few-schools",
      schools: 27,
      schoolsCompared: 7,
    });
  });

  it("keeps its answer when a control is the same for every student", () => {
    const schools = schoolsOf(8);
    const model = { ...MODEL, controls: [1, 3] };
    expect(withinSchoolDifference(schools.map(widen), model)).toEqual(
      withinSchoolDifference(schools, MODEL),
    );
  });

  it("is not determinable when each school gives a plan to all or to none", () => {
    const none = momentsOf(3, [
      [0, 0.8, 0.9],
      [0, 0.9, 0.7],
      [0, 0.7, 0.8],
    ]);
    expect(withinSchoolDifference([alike, none, alike], MODEL)).toEqual({
      kind: "not-determinable",
      reason: "exposure-constant-within-schools",
    });
  });

  it("has an estimate only when one school's students alone differ apart from the control", () => {
    // In seven schools the plan goes by prior attendance exactly.
    const bound = momentsOf(3, [
      [0, 0.8, 0.9],
      [1, 0.9, 0.7],
      [1, 0.9, 0.75],
    ]);
    const free = schoolsOf(1);
    expect(
      withinSchoolDifference([...new Array<Moments>(7).fill(bound), ...free], MODEL),
    ).toMatchObject({ kind: "point-estimate", reason: "one-school-decides", schoolsCompared: 8 });
  });

  it("claims no certainty from schools that say exactly the same", () => {
    const [school] = schoolsOf(1);
    const result = withinSchoolDifference(new Array<Moments>(24).fill(school!), MODEL);
    expect(result).toMatchObject({ kind: "point-estimate", reason: "schools-do-not-differ" });
  });

  it("is not to be had without students, or with no more of them than the design takes up", () => {
    const answer = { kind: "not-enough-data", reason: "too-few-observations" };
    expect(withinSchoolDifference([], MODEL)).toEqual(answer);
    expect(withinSchoolDifference([emptyMoments(3)], MODEL)).toEqual(answer);
    const two = momentsOf(3, [
      [0, 0.8, 0.9],
      [1, 0.7, 0.7],
    ]);
    expect(withinSchoolDifference([two], { ...MODEL, controls: [] })).toEqual(answer);
  });

  it("is not determinable when the predictors give the outcome, or it never varies", () => {
    const answer = { kind: "not-determinable", reason: "no-residual-variation" };
    const repeated = { ...MODEL, controls: [2] };
    expect(withinSchoolDifference(schoolsOf(8), repeated)).toEqual(answer);
    const constant = { exposure: 0, controls: [1], outcome: 3 };
    expect(withinSchoolDifference(schoolsOf(8).map(widen), constant)).toEqual(answer);
  });
});

/** The same school with one more column, constant. */
const widen = (school: Moments): Moments => ({
  n: school.n,
  means: [...school.means, 1],
  m2: [...school.m2.map((line) => [...line, 0]), [0, 0, 0, 0]],
});
