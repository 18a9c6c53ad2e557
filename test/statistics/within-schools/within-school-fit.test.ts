import { describe, expect, it } from "vitest";
import { clusterRobustStandardErrors } from "../../../functions/statistics/within-schools/cluster-robust-standard-errors.ts";
import { studentTInterval } from "../../../functions/statistics/intervals/interval.ts";
import { jackknifeStandardErrors } from "../../../functions/statistics/within-schools/jackknife-standard-errors.ts";
import { submatrix } from "../../../functions/statistics/moments/matrix.ts";
import { pooledWithinSchools } from "../../../functions/statistics/within-schools/pooled-within-schools.ts";
import { withinSchoolFit } from "../../../functions/statistics/within-schools/within-school-fit.ts";
import { expectKind } from "../expect-kind.ts";
import { ATTENDANCE, PLAN, PRIOR, schoolMoments } from "../fixture.ts";

const COLUMNS = [PLAN, PRIOR, ATTENDANCE];
const pooled = pooledWithinSchools(schoolMoments);
const schools = schoolMoments.map((school) => submatrix(school.m2, COLUMNS));
const fit = expectKind(withinSchoolFit(submatrix(pooled.m2, COLUMNS)), "fit");

describe("withinSchoolFit", () => {
  it("gives the coefficients of least squares with a dummy a school", () => {
    expect(pooled).toMatchObject({ n: 60, schools: 5 });
    expect(fit.rank).toBe(2);
    expect(fit.coefficients[0]).toBeCloseTo(0.0123897373, 10);
    expect(fit.coefficients[1]).toBeCloseTo(0.5560857115, 10);
  });

  it("cannot tell an exposure from a control that repeats it", () => {
    expect(withinSchoolFit(submatrix(pooled.m2, [PLAN, PLAN, ATTENDANCE]))).toEqual({
      kind: "not-determinable",
      reason: "exposure-constant-within-schools",
    });
  });
});

describe("clusterRobustStandardErrors", () => {
  it("of plan and of prior attendance, school dummies counted", () => {
    const [plan, prior] = clusterRobustStandardErrors(fit, schools, 60);
    expect(plan).toBeCloseTo(0.0032221283, 10);
    expect(prior).toBeCloseTo(0.0513908996, 10);
  });

  it("is the plain sandwich but for the correction", () => {
    const correction = Math.sqrt((5 / 4) * (59 / 53));
    const [plan, prior] = clusterRobustStandardErrors(fit, schools, 60);
    expect(plan! / correction).toBeCloseTo(0.0027314909, 10);
    expect(prior! / correction).toBeCloseTo(0.0435655441, 10);
  });
});

describe("jackknifeStandardErrors", () => {
  const jackknife = expectKind(jackknifeStandardErrors(fit, schools), "jackknife");

  it("of plan and of prior attendance", () => {
    const [plan, prior] = jackknife.standardErrors;
    expect(plan).toBeCloseTo(0.0039390596, 10);
    expect(prior).toBeCloseTo(0.0509144558, 10);
    const interval = studentTInterval(fit.coefficients[0]!, plan!, 4);
    expect(interval.lower).toBeCloseTo(0.0014531546, 10);
    expect(interval.upper).toBeCloseTo(0.02332632, 10);
  });

  it("shows what each school's absence would change", () => {
    const leftOut = [0.01136221407, 0.01354590429, 0.01050809646, 0.01144801875, 0.01593590508];
    leftOut.forEach((beta, school) => {
      expect(jackknife.leftOut[school]![0]).toBeCloseTo(beta, 11);
    });
  });
});
