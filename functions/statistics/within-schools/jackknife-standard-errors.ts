import { leaveOneOut } from "./leave-one-out.ts";
import { type Matrix, type Vector, element } from "../moments/matrix.ts";
import { type DeterminedFit, type NotDeterminable, withinSchoolFit } from "./within-school-fit.ts";

export interface Jackknife {
  readonly kind: "jackknife";
  /** One per predictor. */
  readonly standardErrors: Vector;
  /** The coefficients without each school in turn. */
  readonly leftOut: readonly Vector[];
}

/**
 * The cluster jackknife CV3J: √((G-1)/G · Σ(β₋ₛ - β)²), each school left out in turn, centered at
 * the full β: MacKinnon, Nielsen and Webb (2023, Journal of Applied Econometrics 38(5)). It holds
 * with fewer schools than the sandwich does. Go with t on G - 1 degrees of freedom.
 *
 * @param schools each school's products of [exposure, ...controls, outcome], two or more
 */
export function jackknifeStandardErrors(
  fit: DeterminedFit,
  schools: readonly Matrix[],
): Jackknife | NotDeterminable {
  const leftOut: Vector[] = [];
  for (const others of leaveOneOut(schools)) {
    const without = withinSchoolFit(others);
    if (without.kind === "not-determinable") return without;
    leftOut.push(without.coefficients);
  }
  const share = (schools.length - 1) / schools.length;
  const standardErrors = fit.coefficients.map((coefficient, i) =>
    Math.sqrt(
      share * leftOut.reduce((sum, beta) => sum + (element(beta, i) - coefficient) ** 2, 0),
    ),
  );
  return { kind: "jackknife", standardErrors, leftOut };
}
