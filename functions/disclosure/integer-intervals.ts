import { componentProgram } from "./component-program.ts";
import { componentsOf, type Component } from "./components.ts";
import type { Range } from "./cube.ts";
import { areAllWhole } from "./linear-program.ts";
import type { LinearSolver } from "./linear-solver.ts";
import type { PublishedSystem } from "./published-system.ts";

/** What can be worked out of one cell. */
export type Worked =
  | ({ readonly kind: "interval" } & Range)
  /** The figures contradict each other. */
  | { readonly kind: "impossible" }
  /** The solver gave up, which proves nothing. */
  | { readonly kind: "failed"; readonly status: string };

/**
 * The attacker: for each of the given cells the least and the greatest count of students that agrees
 * with everything published. Students are whole, so bounds are those of whole numbers, which can be
 * closer than those of a linear program (oracle O10).
 */
export function integerIntervals(
  system: PublishedSystem,
  cells: Iterable<number>,
  solve: LinearSolver,
): ReadonlyMap<number, Worked> {
  return intervals(system, cells, solve, "whole");
}

/** The same where students could be divided: bounds that are never closer than the true ones. */
export function linearIntervals(
  system: PublishedSystem,
  cells: Iterable<number>,
  solve: LinearSolver,
): ReadonlyMap<number, Worked> {
  return intervals(system, cells, solve, "linear");
}

function intervals(
  system: PublishedSystem,
  cells: Iterable<number>,
  solve: LinearSolver,
  students: "whole" | "linear",
): ReadonlyMap<number, Worked> {
  const components = componentsOf(system);
  const componentOf = new Map(
    components.flatMap((component) => component.cells.map((cell) => [cell, component] as const)),
  );
  return new Map(
    [...cells].map((cell): readonly [number, Worked] => {
      const component = componentOf.get(cell);
      const { low, high } = system.ranges[cell] ?? { low: 0, high: 0 };
      if (component === undefined) {
        return [cell, low > high ? { kind: "impossible" } : { kind: "interval", low, high }];
      }
      const least = bound(system, component, cell, 1, solve, students);
      if (least.kind !== "bound") return [cell, least];
      const greatest = bound(system, component, cell, -1, solve, students);
      if (greatest.kind !== "bound") return [cell, greatest];
      return [cell, { kind: "interval", low: least.value, high: greatest.value }];
    }),
  );
}

type Bound =
  { readonly kind: "bound"; readonly value: number } | Exclude<Worked, { kind: "interval" }>;

function bound(
  system: PublishedSystem,
  component: Component,
  cell: number,
  sign: 1 | -1,
  solve: LinearSolver,
  students: "whole" | "linear",
): Bound {
  const column = component.cells.indexOf(cell);
  const costs = new Float64Array(component.cells.length);
  costs[column] = sign;
  const answer = (areWhole: boolean) =>
    solve(componentProgram(system, component, areWhole), (minimise) => minimise(costs));
  const linear = answer(false);
  const last =
    students === "linear" || linear.kind !== "optimal" || areAllWhole(linear.columns)
      ? linear
      : answer(true);
  switch (last.kind) {
    case "optimal": {
      const value = last.columns[column] ?? NaN;
      // Plus 0, since a bound of -0 is 0.
      return { kind: "bound", value: (students === "whole" ? Math.round(value) : value) + 0 };
    }
    case "infeasible":
      return { kind: "impossible" };
    case "failed":
      return last;
  }
}
