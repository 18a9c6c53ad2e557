import type { Component } from "./components.ts";
import { linearProgram, type Row } from "./linear-program.ts";
import type { LinearProgram } from "./linear-solver.ts";
import type { PublishedSystem } from "./published-system.ts";

/** A component as a program: a column a cell in its order; what is known goes to the other side. */
export function componentProgram(
  { ranges, equations, conditions }: PublishedSystem,
  component: Component,
  areWhole: boolean,
): LinearProgram {
  const columnOf = new Map(component.cells.map((cell, column) => [cell, column]));
  const rowOf = (
    terms: readonly (readonly [cell: number, factor: number])[],
    low: number,
    high: number,
  ): Row => {
    const known = terms.reduce(
      (sum, [cell, factor]) => (columnOf.has(cell) ? sum : sum + factor * (ranges[cell]?.low ?? 0)),
      0,
    );
    return {
      terms: terms.flatMap(([cell, factor]) => {
        const column = columnOf.get(cell);
        return column === undefined ? [] : [[column, factor] as const];
      }),
      low: low - known,
      high: high - known,
    };
  };
  const sums = component.equations.flatMap((at): readonly Row[] => {
    const equation = equations[at];
    if (equation === undefined) return [];
    const parts = equation.parts.map((part) => [part, 1] as const);
    return [rowOf([[equation.total, -1], ...parts], 0, 0)];
  });
  const labels = component.conditions.flatMap((at): readonly Row[] => {
    const condition = conditions[at];
    return condition === undefined ? [] : [rowOf(condition.terms, condition.low, condition.high)];
  });
  const columns = component.cells.map((cell) => ({
    lower: ranges[cell]?.low ?? 0,
    upper: ranges[cell]?.high ?? 0,
  }));
  return linearProgram(columns, [...sums, ...labels], { areWhole, gap: 0 });
}
