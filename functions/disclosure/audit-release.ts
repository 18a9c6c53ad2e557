import { componentProgram } from "./component-program.ts";
import { componentsOf, type Component } from "./components.ts";
import { widthNeeded, type Cube } from "./cube.ts";
import { exactlyDisclosed } from "./exact-disclosure.ts";
import type { LinearSolver } from "./linear-solver.ts";
import { nearbyTables } from "./nearby-tables.ts";
import type { PublishedSystem } from "./published-system.ts";
import { noTables, seekEnds, widthSeen } from "./tables-seen.ts";

/** Why a release must not be published, or stay so. */
export type AuditFinding =
  /** A reader can work out the count from sums alone. */
  | { readonly kind: "follows-from-sums"; readonly cell: string }
  /** A reader can work the count out more closely than the policy allows. */
  | { readonly kind: "too-narrow"; readonly cell: string; readonly width: number }
  /** What is shown is not the count. */
  | { readonly kind: "is-not-true"; readonly cell: string }
  /** The published figures contradict each other, so nothing is proven of them. */
  | { readonly kind: "contradicts-itself"; readonly cell: string }
  /** The solver gave up: no proof, so not protected. */
  | { readonly kind: "not-proven"; readonly cell: string; readonly status: string };

export interface Audit {
  /** Empty where every sensitive cell is protected. */
  readonly findings: readonly AuditFinding[];
  readonly sensitiveCells: number;
  /** Riddles that stand by themselves, and the cells of the largest. */
  readonly components: number;
  readonly largestComponent: number;
}

/**
 * Looks at a release as a reader does, without its witnesses: riddle by riddle it seeks tables of
 * whole students that agree with everything seen, until those of each sensitive cell lie far enough
 * apart.
 */
export function auditRelease(
  { cells }: Pick<Cube, "cells">,
  system: PublishedSystem,
  solve: LinearSolver,
): Audit {
  const components = componentsOf(system);
  const sensitive = new Map(
    cells.flatMap((cell, index) => {
      const width = widthNeeded(cell);
      return width > 0 ? [[index, { id: cell.id, width }] as const] : [];
    }),
  );
  const wrong = cells.flatMap(({ id, count }, index): readonly AuditFinding[] => {
    const { low, high } = system.ranges[index] ?? { low: 0, high: 0 };
    return count < low || count > high ? [{ kind: "is-not-true", cell: id }] : [];
  });
  const known = [...sensitive].flatMap(([index, { id }]): readonly AuditFinding[] => {
    const { low, high } = system.ranges[index] ?? { low: 0, high: 0 };
    return low < high ? [] : [{ kind: "too-narrow", cell: id, width: 0 }];
  });
  const fromSums = exactlyDisclosed(system).flatMap((index): readonly AuditFinding[] => {
    const cell = sensitive.get(index);
    return cell === undefined ? [] : [{ kind: "follows-from-sums", cell: cell.id }];
  });
  const counts = cells.map(({ count }) => count);
  const narrow = components.flatMap((component) =>
    componentFindings(system, component, sensitive, counts, solve),
  );
  return {
    findings: [...wrong, ...known, ...fromSums, ...narrow],
    sensitiveCells: sensitive.size,
    components: components.length,
    largestComponent: Math.max(0, ...components.map(({ cells: { length } }) => length)),
  };
}

type Sensitive = ReadonlyMap<number, { readonly id: string; readonly width: number }>;

/**
 * First students that may be divided, with which a solver is quick: what those rule out is a leak,
 * and where the answer is whole all the same it is a table that proves, for all cells at once. Once
 * an answer was not whole, tables near the true one come first; last, whole tables anywhere.
 */
function componentFindings(
  system: PublishedSystem,
  component: Component,
  sensitive: Sensitive,
  counts: readonly number[],
  solve: LinearSolver,
): readonly AuditFinding[] {
  const asked = component.cells.flatMap((index, column) => {
    const cell = sensitive.get(index);
    return cell === undefined ? [] : [{ ...cell, index, column }];
  });
  if (asked.length === 0) return [];
  const tables = noTables(component);
  const isWideNearby = nearbyTables(counts, system, solve);
  let wasWhole = true;
  return solve(componentProgram(system, component, false), (minimise) =>
    asked.flatMap(({ id, width, index, column }): readonly AuditFinding[] => {
      const isWide = (): boolean => widthSeen(tables, index) >= width;
      if (isWide() || (!wasWhole && isWideNearby(index, width))) return [];
      const linear = seekEnds(component, column, minimise, tables, isWide);
      if (linear.kind !== "width") return [{ ...linear, cell: id }];
      if (isWide()) return [];
      if (linear.width < width) return [{ kind: "too-narrow", cell: id, width: linear.width }];
      wasWhole = false;
      if (isWideNearby(index, width)) return [];
      const whole = solve(componentProgram(system, component, true), (minimiseWhole) =>
        seekEnds(component, column, minimiseWhole, tables, isWide),
      );
      if (whole.kind !== "width") return [{ ...whole, cell: id }];
      return isWide() ? [] : [{ kind: "too-narrow", cell: id, width: whole.width }];
    }),
  );
}
