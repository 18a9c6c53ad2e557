import { cellKeyText } from "../domain/figures/bar-key.ts";
import { countProgram, isOfOneDay, leftoverTerms, TRUST } from "./count-program.ts";
import type { YearOfDrawings } from "./drawings-of-year.ts";
import type { Finding } from "./reading/finding.ts";
import type { LinearSolver, Minimize, Range, Term } from "./linear-solver.ts";
import type { PartTerm } from "./relation.ts";
import type { Leftover, Relations } from "./relations.ts";
import type { SeenBar } from "./seen-bars.ts";

/** At least this many values must remain possible for a part of a group under ten students. */
const VALUES_OF_FEW = 5;
const FEW = 10;
/**
 * At least this many values must remain possible for a part of any other group, among them nobody
 * and everybody.
 */
const VALUES = 2;

/** A count that a reader is after, and how many values of it must remain possible. */
export interface Target {
  readonly text: string;
  readonly terms: readonly PartTerm[];
  readonly values: number;
}

export interface Bounded {
  readonly counts: number;
  readonly findings: readonly Finding[];
}

/** Every part of every bar, and of every group of students that a subtraction isolates. */
export const targetsOf = (
  bars: readonly SeenBar[],
  { leftovers }: Relations,
): readonly Target[] => [
  ...bars.flatMap((bar) =>
    bar.parts.map((part, partIndex): Target => ({
      text: cellKeyText({ ...bar.key, part }),
      terms: [[bar, partIndex, 1]],
      values: VALUES,
    })),
  ),
  ...leftovers.flatMap((leftover) => {
    const values = valuesOf(leftover);
    return leftover.whole.parts.map((part, partIndex): Target => ({
      text: `${leftover.text}|${part}`,
      terms: leftoverTerms(leftover, partIndex),
      values,
    }));
  }),
];

/**
 * A group without students has nothing to find out. Between bars of several days, the number left
 * over is not known.
 */
function valuesOf({ whole, groups }: Leftover): number {
  if (!isOfOneDay([whole, ...groups])) return VALUES;
  const students = groups.reduce((left, group) => left - group.students, whole.students);
  return students < FEW ? Math.min(VALUES_OF_FEW, Math.max(0, students) + 1) : VALUES;
}

/**
 * Bounds every target from below and above by linear programs over all that a reader knows, until as
 * many whole numbers as policy asks for lie between. Figures that contradict what is usual are tried
 * again with what always holds.
 * @param possible what the drawings of the year leave possible for the parts of bars
 */
export function boundCounts(
  asOf: string,
  bars: readonly SeenBar[],
  relations: Relations,
  solve: LinearSolver,
  possible: YearOfDrawings["possible"] = new Map(),
): Bounded {
  const targets = targetsOf(bars, relations);
  if (targets.length === 0) return { counts: 0, findings: [] };
  for (const trust of TRUST) {
    const counts = countProgram(asOf, bars, relations, trust, possible);
    const columns = targets.map(({ terms }) => counts.columnsOf(terms));
    const narrow = solve(counts.program, (minimize) => narrowTargets(targets, columns, minimize));
    if (narrow === null) continue;
    const findings = narrow.map(({ text }): Finding => ({ kind: "narrow-count", where: text }));
    return { counts: targets.length, findings };
  }
  return { counts: targets.length, findings: [{ kind: "contradiction", where: asOf }] };
}

/** The targets with too few possible values; null where no counts fit. @throws when the solver gives up */
function narrowTargets(
  targets: readonly Target[],
  columns: readonly (readonly Term[])[],
  minimize: Minimize,
): readonly Target[] | null {
  const seen = targets.map(() => ({ low: Infinity, high: -Infinity }));
  const valueOf = (target: number, solution: Float64Array): number =>
    (columns[target] ?? []).reduce(
      (sum, [column, factor]) => sum + factor * (solution[column] ?? 0),
      0,
    );
  /**
   * Minimizes, and notes the value of every target in the solution: all values between two
   * solutions are possible.
   */
  const note = (costs: readonly Term[]): Float64Array | null => {
    const answer = minimize(costs);
    if (answer.kind === "failed") throw new Error(`the solver gave up: ${answer.status}`);
    if (answer.kind === "infeasible") return null;
    seen.forEach((range, target) => {
      const value = valueOf(target, answer.columns);
      range.low = Math.min(range.low, value);
      range.high = Math.max(range.high, value);
    });
    return answer.columns;
  };
  const isWide = (target: number): boolean => {
    const range = seen[target];
    return range !== undefined && wholeNumbersIn(range) >= (targets[target]?.values ?? 0);
  };
  for (const sign of [1, -1]) {
    const costs = columns.flatMap((terms, target) => {
      const weight = sign * (WEIGHTS[target % WEIGHTS.length] ?? 1);
      return terms.map(([column, factor]): Term => [column, factor * weight]);
    });
    if (note(costs) === null) return null;
  }
  targets.forEach((_, target) => {
    const own = columns[target] ?? [];
    if (!isWide(target)) note(own);
    if (!isWide(target)) note(own.map(([column, factor]): Term => [column, -factor]));
  });
  return targets.filter((_, target) => !isWide(target));
}

/** Costs that pull neighboring counts apart, so that the first solutions already leave most of them room. */
const WEIGHTS = [1, -1, 1, 1, -1] as const;

/** A solver answers in floating point; a student is whole. */
const NEARLY = 1e-5;

export const wholeNumbersIn = ({ low, high }: Range): number =>
  Math.floor(high + NEARLY) - Math.ceil(low - NEARLY) + 1;
