import { rateBand } from "../protection/rate-ladder.ts";
import { isOfTens } from "./arm-sizes.ts";
import type { FindingKind } from "./reading/finding.ts";
import type { SeenRow } from "./reading/read-release.ts";

/** What is wrong with the numbers of a row; null if nothing is. */
export type Fault = readonly [kind: FindingKind, what: string] | null;

/**
 * A shown figure must be a band of the ladder for its number of students; one that is not shown has
 * no numbers.
 */
export function figureFault(row: SeenRow, smallestGroup: number): Fault {
  const { n, low, high, band, state } = row;
  if (state !== "shown") {
    const isEmpty = [n, low, high, band, row["drawnOn"]].every((value) => value === null);
    return isEmpty ? null : ["exact-number", "a figure that is not shown"];
  }
  if (typeof n !== "number" || typeof low !== "number" || typeof high !== "number") {
    return ["exact-number", "no number"];
  }
  if (n < smallestGroup) return ["small-group", `${n} students`];
  for (let count = 0; count <= n;) {
    const rung = rateBand(count, n);
    if (rung === null) break;
    if (
      rung.label === band &&
      rung.leastPercent / 100 === low &&
      rung.greatestPercent / 100 === high
    ) {
      return null;
    }
    count = rung.high + 1;
  }
  return ["narrow-band", String(band)];
}

/** The same for tables whose numbers are not figures of bars. */
export const NUMBER_FAULTS: { readonly [table: string]: (row: SeenRow) => Fault } = {
  associations: estimateFault,
  "exposure-groups": ({ mean, low, high }) =>
    [mean, low, high].every((value) => hasDecimals(value, 3)) ? null : ["arm-size", "decimals"],
  changes: ({ low, high, previousLow, previousHigh }) =>
    [low, high, previousLow, previousHigh].every((value) => hasDecimals(value, 2))
      ? null
      : ["narrow-band", "decimals"],
};

const hasDecimals = (value: SeenRow[string] | undefined, decimals: number): boolean =>
  value === null || (typeof value === "number" && Number(value.toFixed(decimals)) === value);

const STUDENTS_FOR_TWO_DECIMALS = 300;
/** Two arms of 30 students each. */
const FEWEST_COMPARED = 60;

function estimateFault(row: SeenRow): Fault {
  const { estimate, low, high, students, unit, state, method } = row;
  if (state !== "shown") {
    const isEmpty = [estimate, low, high, students].every((value) => value === null);
    return isEmpty ? null : ["arm-size", "an estimate that is not shown"];
  }
  if (typeof students !== "number" || students % 10 !== 0) return ["arm-size", "students"];
  if (students < (row["exposure"] === "plan" ? FEWEST_COMPARED : FEWEST_COMPARED / 2)) {
    return ["arm-size", "too few students"];
  }
  const isLarge = unit !== "percentage-points" && students >= STUDENTS_FOR_TWO_DECIMALS;
  const decimals = isLarge ? 2 : 1;
  if (![estimate, low, high].every((value) => hasDecimals(value, decimals))) {
    return ["arm-size", "decimals"];
  }
  if (method !== "hedges-g" || typeof estimate !== "number") return null;
  if (typeof low !== "number" || typeof high !== "number") return null;
  return isOfTens({ estimate, low, high, decimals, students }) ? null : ["arm-size", "limits"];
}
