import type { Component } from "./components.ts";
import { areAllWhole } from "./linear-program.ts";
import type { Minimise } from "./linear-solver.ts";

/** By cell, the least and the greatest count over the tables of whole students found so far. */
export type TablesSeen = Map<number, { least: number; greatest: number }>;

export const noTables = ({ cells }: Component): TablesSeen =>
  new Map(cells.map((cell) => [cell, { least: Infinity, greatest: -Infinity }]));

export const widthSeen = (tables: TablesSeen, cell: number): number => {
  const { least, greatest } = tables.get(cell) ?? { least: 0, greatest: 0 };
  return greatest - least;
};

/** Notes a table for all its cells, if its students are whole. */
export function note(tables: TablesSeen, cells: readonly number[], counts: Float64Array): void {
  if (!areAllWhole(counts)) return;
  counts.forEach((count, column) => {
    const range = tables.get(cells[column] ?? -1);
    if (range === undefined) return;
    range.least = Math.min(range.least, Math.round(count));
    range.greatest = Math.max(range.greatest, Math.round(count));
  });
}

export type Ends =
  | { readonly kind: "width"; readonly width: number }
  | { readonly kind: "contradicts-itself" }
  | { readonly kind: "not-proven"; readonly status: string };

/** The greatest and the least count of one cell; each table on the way is noted for all of them. */
export function seekEnds(
  { cells }: Pick<Component, "cells">,
  column: number,
  minimise: Minimise,
  tables: TablesSeen,
  isWide: () => boolean,
): Ends {
  const ends: number[] = [];
  for (const sign of [-1, 1]) {
    const costs = new Float64Array(cells.length);
    costs[column] = sign;
    const answer = minimise(costs);
    if (answer.kind === "infeasible") return { kind: "contradicts-itself" };
    if (answer.kind === "failed") return { kind: "not-proven", status: answer.status };
    ends.push(answer.columns[column] ?? NaN);
    note(tables, cells, answer.columns);
    if (isWide()) break;
  }
  const [greatest = NaN, least = greatest] = ends;
  // What a solver leaves of a student is no student.
  return { kind: "width", width: Math.round((greatest - least) * 1e6) / 1e6 };
}
