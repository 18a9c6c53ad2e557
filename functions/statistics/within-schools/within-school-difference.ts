import { clusterRobustStandardErrors } from "./cluster-robust-standard-errors.ts";
import { type Interval, studentTInterval } from "../intervals/interval.ts";
import { jackknifeStandardErrors } from "./jackknife-standard-errors.ts";
import { element, entry, submatrix } from "../moments/matrix.ts";
import type { Moments } from "../moments/moments.ts";
import { type NotEnoughData, notEnoughData } from "../moments/not-enough-data.ts";
import { pooledWithinSchools } from "./pooled-within-schools.ts";
import { twoSidedP } from "../intervals/student-t.ts";
import { type NotDeterminable, withinSchoolFit } from "./within-school-fit.ts";

/** Columns of the moments, by index. */
export interface WithinSchoolModel {
  readonly exposure: number;
  /** Controls; a categorical one is one 0/1 column per category. */
  readonly controls: readonly number[];
  readonly outcome: number;
}

interface Estimate {
  readonly n: number;
  /** Schools with a student in them. */
  readonly schools: number;
  /** Of those, schools whose students differ in the exposure: only they speak to it. */
  readonly schoolsCompared: number;
  /** Outcome per unit of the exposure; for a 0/1 exposure, with it less without it. */
  readonly difference: number;
}

interface Inference {
  readonly standardError: number;
  /** 95 %. */
  readonly interval: Interval;
  readonly t: number;
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly p: number;
}

/** How students who differ in the exposure differ in the outcome, in the same school. */
export type WithinSchoolDifference =
  /** 20 schools compared or more: cluster-robust. */
  | ({ readonly kind: "interval" } & Estimate & Inference)
  /** 8 to 19: cluster jackknife, to be shown with a warning. */
  | ({ readonly kind: "few-schools-interval" } & Estimate & Inference)
  | ({
      readonly kind: "point-estimate";
      readonly reason:
        /** Fewer than 8 compared. */
        | "too-few-schools"
        /** Without one of the schools the design has no answer. */
        | "one-school-decides"
        /** Every school says exactly the same, so their spread says nothing. */
        | "schools-do-not-differ";
    } & Estimate)
  | NotDeterminable
  | NotEnoughData;

const SCHOOLS_FOR_JACKKNIFE = 8;
const SCHOOLS_FOR_CLUSTER_ROBUST = 20;
/** What is this small beside what it was taken from is rounding, not an answer. */
const ROUNDING = 1e-12;

/**
 * The difference within schools, adjusted for the controls, from the schools' moments alone. The
 * number of schools, not of students, decides how much certainty may be claimed; t has one degree
 * of freedom fewer than schools compared (Cameron and Miller 2015, Journal of Human Resources
 * 50(2)).
 *
 * @param all one each, in the order of the schools' ids
 */
export function withinSchoolDifference(
  all: readonly Moments[],
  { exposure, controls, outcome }: WithinSchoolModel,
): WithinSchoolDifference {
  const columns = [exposure, ...controls, outcome];
  const withStudents = all.filter((school) => school.n > 0);
  if (withStudents.length === 0) return notEnoughData("too-few-observations");
  const { n, m2 } = pooledWithinSchools(withStudents);
  const fit = withinSchoolFit(submatrix(m2, columns));
  if (fit.kind === "not-determinable") return fit;
  if (n - withStudents.length - fit.rank <= 0) return notEnoughData("too-few-observations");
  if (fit.residualSquares <= ROUNDING * entry(m2, outcome, outcome)) {
    return { kind: "not-determinable", reason: "no-residual-variation" };
  }

  const schools = withStudents.map((school) => submatrix(school.m2, columns));
  const estimate = {
    n,
    schools: schools.length,
    schoolsCompared: schools.filter((products) => entry(products, 0, 0) > 0).length,
    difference: element(fit.coefficients, 0),
  };
  if (estimate.schoolsCompared < SCHOOLS_FOR_JACKKNIFE) {
    return { kind: "point-estimate", reason: "too-few-schools", ...estimate };
  }
  if (estimate.schoolsCompared < SCHOOLS_FOR_CLUSTER_ROBUST) {
    const jackknife = jackknifeStandardErrors(fit, schools);
    return jackknife.kind === "not-determinable"
      ? { kind: "point-estimate", reason: "one-school-decides", ...estimate }
      : withInterval("few-schools-interval", estimate, element(jackknife.standardErrors, 0));
  }
  const standardErrors = clusterRobustStandardErrors(fit, schools, n);
  return withInterval("interval", estimate, element(standardErrors, 0));
}

function withInterval(
  kind: "interval" | "few-schools-interval",
  estimate: Estimate,
  standardError: number,
): WithinSchoolDifference {
  const { difference } = estimate;
  if (standardError <= ROUNDING * Math.abs(difference)) {
    return { kind: "point-estimate", reason: "schools-do-not-differ", ...estimate };
  }
  const degreesOfFreedom = estimate.schoolsCompared - 1;
  const t = difference / standardError;
  return {
    kind,
    ...estimate,
    standardError,
    interval: studentTInterval(difference, standardError, degreesOfFreedom),
    t,
    degreesOfFreedom,
    p: twoSidedP(t, degreesOfFreedom),
  };
}
