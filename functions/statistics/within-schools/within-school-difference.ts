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
  /**
   * The number of those schools whose students differ in the exposure: only these inform the
   * estimate.
   */
  readonly schoolsCompared: number;
  /**
   * The outcome per unit of the exposure. For an exposure of 0 or 1: the outcome with it, less the
   * outcome without it.
   */
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

/** How the outcome differs between students of the same school who differ in the exposure. */
export type WithinSchoolDifference =
  /** 20 or more schools are compared: cluster-robust standard errors. */
  | ({ readonly kind: "interval" } & Estimate & Inference)
  /** 8 to 19 schools are compared: cluster jackknife, shown with a warning. */
  | ({ readonly kind: "few-schools-interval" } & Estimate & Inference)
  | ({
      readonly kind: "point-estimate";
      readonly reason:
        /** Fewer than 8 schools are compared. */
        | "too-few-schools"
        /** If one of the schools is left out, the difference cannot be estimated. */
        | "one-school-decides"
        /**
         * Every school has exactly the same difference, so there is no spread to estimate
         * uncertainty from.
         */
        | "schools-do-not-differ";
    } & Estimate)
  | NotDeterminable
  | NotEnoughData;

const SCHOOLS_FOR_JACKKNIFE = 8;
const SCHOOLS_FOR_CLUSTER_ROBUST = 20;
/** A remainder this small, as a share of what it was computed from, is rounding error. */
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
