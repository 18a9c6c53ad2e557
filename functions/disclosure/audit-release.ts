import { componentProgram } from "./component-program.ts";
import { componentsOf, type Component } from "./components.ts";
import { widthNeeded, type Cube } from "./cube.ts";
import { exactlyDisclosed } from "./exact-disclosure.ts";
import { areAllWhole } from "./linear-program.ts";
import type { LinearSolver, Minimise } from "./linear-solver.ts";
import type { PublishedSystem } from "./published-system.ts";

/** Why a release must not be published, or stay so. */
export type AuditFinding =
  /** A reader can work out the count from sums alone. */
  | { readonly kind: "follows-from-sums"; readonly cell: string }
  /** A reader can work the count out more closely than the policy allows. */
  | { readonly kind: "too-narrow"; readonly cell: string; readonly width: number }
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
 * apart. The cube gives the names and the required widths; its counts are not looked at.
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
  const known = [...sensitive].flatMap(([index, { id }]): readonly AuditFinding[] => {
    const { low, high } = system.ranges[index] ?? { low: 0, high: 0 };
    return low < high ? [] : [{ kind: "too-narrow", cell: id, width: 0 }];
  });
  const fromSums = exactlyDisclosed(system).flatMap((index): readonly AuditFinding[] => {
    const cell = sensitive.get(index);
    return cell === undefined ? [] : [{ kind: "follows-from-sums", cell: cell.id }];
  });
  const narrow = components.flatMap((component) =>
    componentFindings(system, component, sensitive, solve),
  );
  return {
    findings: [...known, ...fromSums, ...narrow],
    sensitiveCells: sensitive.size,
    components: components.length,
    largestComponent: Math.max(0, ...components.map(({ cells: { length } }) => length)),
  };
}

type Sensitive = ReadonlyMap<number, { readonly id: string; readonly width: number }>;

function componentFindings(
  system: PublishedSystem,
  component: Component,
  sensitive: Sensitive,
  solve: LinearSolver,
): readonly AuditFinding[] {
  const asked = component.cells.flatMap((cell, column) => {
    const found = sensitive.get(cell);
    return found === undefined ? [] : [{ ...found, column }];
  });
  if (asked.length === 0) return [];
  const seen = component.cells.map(() => ({ least: Infinity, greatest: -Infinity }));
  return solve(componentProgram(system, component, false), (minimise) =>
    asked.flatMap(({ id, width, column }): readonly AuditFinding[] => {
      const isWide = (): boolean => {
        const { least, greatest } = seen[column] ?? { least: 0, greatest: 0 };
        return greatest - least >= width;
      };
      if (isWide()) return [];
      const linear = seek(column, component.cells.length, minimise, seen, isWide);
      if (linear.kind !== "sought") return [{ ...linear, cell: id }];
      if (isWide()) return [];
      // No program in whole numbers finds what a linear one rules out.
      if (linear.width < width) return [{ kind: "too-narrow", cell: id, width: linear.width }];
      const whole = solve(componentProgram(system, component, true), (minimiseWhole) =>
        seek(column, component.cells.length, minimiseWhole, seen, isWide),
      );
      if (whole.kind !== "sought") return [{ ...whole, cell: id }];
      return isWide() ? [] : [{ kind: "too-narrow", cell: id, width: whole.width }];
    }),
  );
}

type Sought =
  | { readonly kind: "sought"; readonly width: number }
  | { readonly kind: "contradicts-itself" }
  | { readonly kind: "not-proven"; readonly status: string };

/** The least and the greatest of a column; each table of whole students on the way is noted for all cells. */
function seek(
  column: number,
  columns: number,
  minimise: Minimise,
  seen: { least: number; greatest: number }[],
  isWide: () => boolean,
): Sought {
  const ends: number[] = [];
  for (const sign of [-1, 1]) {
    const costs = new Float64Array(columns);
    costs[column] = sign;
    const answer = minimise(costs);
    if (answer.kind === "infeasible") return { kind: "contradicts-itself" };
    if (answer.kind === "failed") return { kind: "not-proven", status: answer.status };
    ends.push(answer.columns[column] ?? NaN);
    if (!areAllWhole(answer.columns)) continue;
    answer.columns.forEach((value, at) => {
      const range = seen[at];
      if (range === undefined) return;
      range.least = Math.min(range.least, Math.round(value));
      range.greatest = Math.max(range.greatest, Math.round(value));
    });
    if (isWide()) break;
  }
  const [greatest = NaN, least = greatest] = ends;
  // What the solver leaves of a student is no student.
  return { kind: "sought", width: Math.round((greatest - least) * 1e6) / 1e6 };
}
