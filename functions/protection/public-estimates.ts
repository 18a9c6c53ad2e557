import type { Day } from "../domain/calendar/day.ts";
import type { FigureState } from "../domain/figures/figure.ts";
import { asProtected, type ProtectedTable } from "./protected-table.ts";

/** An estimate over students as it was measured: exact, before protection. */
export interface MeasuredEstimate<Key> {
  readonly key: Key;
  /** The school's id; null for the district. */
  readonly school: string | null;
  /** What is compared, such as the exposure: a district and its schools share one. */
  readonly comparison: string;
  /** Whether the public edition has it at all. */
  readonly isPublic: boolean;
  readonly students: number;
  /** Students of each group that is compared; the students alone where nothing is grouped. */
  readonly arms: readonly number[];
  /**
   * The estimate with its 95 % interval, from numbers of students as `of` gives them; null if the
   * data are too few.
   */
  readonly estimate: (of: (students: number) => number) => Estimate | null;
  readonly unit: "percentage-points" | "share" | "others";
  /** Whether the data have an estimate of schools left out to subtract. */
  readonly isOfSchools: boolean;
}

export interface Estimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** An estimate as it is in a table. */
export interface ShownEstimate {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly students: number | null;
  readonly state: FigureState;
}

/** An estimate as it was last drawn, and the students behind it: kept in the records bucket. */
export interface DrawnEstimate {
  readonly drawnOn: Day;
  readonly arms: readonly number[];
  readonly shown: ShownEstimate;
}

export interface DrawnEstimates {
  readonly [key: string]: DrawnEstimate;
}

const SMALLEST_ARM = 30;
/** From this many students on, a standard deviation or a correlation has two decimals. */
const STUDENTS_FOR_TWO_DECIMALS = 300;
const FEWEST_MOVED = 5;

const inTens = (students: number): number => Math.floor(students / 10) * 10;

/**
 * The estimates that may be public, drawn anew or as they were drawn before. At least 30 students in
 * each arm; intervals of numbers of students rounded down to tens, since an exact interval gives the
 * numbers away; of the district only where the schools without an estimate of their own are together
 * as many, or none. An estimate of one day remains until five or more students of an arm moved; on a
 * later day the outcome of every student has.
 */
export function publicEstimates<Key>(
  estimates: readonly MeasuredEstimate<Key>[],
  keyOf: (key: Key) => string,
  before: DrawnEstimates | null,
  asOf: Day,
): { readonly table: ProtectedTable<Key & ShownEstimate>; readonly drawn: DrawnEstimates } {
  const drawn: { [key: string]: DrawnEstimate } = {};
  const rows = estimates
    .filter(({ isPublic }) => isPublic)
    .map((measured) => {
      const name = keyOf(measured.key);
      const last = before?.[name];
      const isHeld =
        last !== undefined &&
        last.drawnOn === asOf &&
        measured.arms.every((arm, index) => Math.abs(arm - (last.arms[index] ?? 0)) < FEWEST_MOVED);
      const own = isHeld
        ? last
        : { drawnOn: asOf, arms: measured.arms, shown: shownEstimate(measured, estimates) };
      drawn[name] = own;
      return { ...measured.key, ...own.shown };
    });
  return { table: asProtected(rows), drawn };
}

function shownEstimate<Key>(
  measured: MeasuredEstimate<Key>,
  all: readonly MeasuredEstimate<Key>[],
): ShownEstimate {
  // In one group or school, "nobody" must look the same as "few": zero is published only where
  // nobody at all is compared.
  const isAnybody = all.some(
    ({ comparison, students }) => comparison === measured.comparison && students > 0,
  );
  if (!isAnybody) return noEstimate("not-enough-data");
  if (!mayShow(measured) || leavesFewOut(measured, all)) return noEstimate("too-few-students");
  const estimate = measured.estimate(inTens);
  if (estimate === null) return noEstimate("not-enough-data");
  const rounded = (value: number | null): number | null =>
    value === null ? null : roundedTo(value, decimalsOf(measured));
  return {
    estimate: rounded(estimate.value),
    low: rounded(estimate.low),
    high: rounded(estimate.high),
    students: inTens(measured.students),
    state: "shown",
  };
}

const mayShow = ({ arms }: Pick<MeasuredEstimate<unknown>, "arms">): boolean =>
  arms.every((arm) => arm >= SMALLEST_ARM);

/** Whether the district's estimate, beside those of its schools, is about the few students of the other schools. */
function leavesFewOut<Key>(
  { school, comparison, arms, isOfSchools }: MeasuredEstimate<Key>,
  all: readonly MeasuredEstimate<Key>[],
): boolean {
  if (school !== null || !isOfSchools) return false;
  const shown = new Map<string, readonly number[]>();
  for (const other of all) {
    if (other.school === null || other.comparison !== comparison || !other.isPublic) continue;
    if (mayShow(other) && other.estimate(inTens) !== null) shown.set(other.school, other.arms);
  }
  if (shown.size === 0) return false;
  const leftOut = arms.map(
    (arm, index) => arm - [...shown.values()].reduce((sum, own) => sum + (own[index] ?? 0), 0),
  );
  return leftOut.some((arm) => arm > 0) && leftOut.some((arm) => arm < SMALLEST_ARM);
}

function decimalsOf({
  unit,
  students,
}: Pick<MeasuredEstimate<unknown>, "unit" | "students">): number {
  switch (unit) {
    case "percentage-points":
      return 1;
    case "share":
      return 3;
    case "others":
      return students >= STUDENTS_FOR_TWO_DECIMALS ? 2 : 1;
  }
}

const roundedTo = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals;

export const noEstimate = (state: FigureState): ShownEstimate => ({
  estimate: null,
  low: null,
  high: null,
  students: null,
  state,
});
