import { type Matrix, addMatrices } from "../moments/matrix.ts";
import type { Moments } from "../moments/moments.ts";

/**
 * Sums of squares and products about each school's own means: they hold no difference between
 * schools.
 */
export interface WithinSchools {
  readonly n: number;
  /** Schools with at least one student. */
  readonly schools: number;
  readonly m2: Matrix;
}

/**
 * Adds up the schools' products. Pass the schools in the order of their ids: the last digit
 * depends on it.
 *
 * @throws Error when there is no school, or schools have different columns
 */
export function pooledWithinSchools(schools: readonly Moments[]): WithinSchools {
  return {
    n: schools.reduce((sum, school) => sum + school.n, 0),
    schools: schools.filter((school) => school.n > 0).length,
    m2: schools.map((school) => school.m2).reduce(addMatrices),
  };
}
