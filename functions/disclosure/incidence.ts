import type { Cube } from "./cube.ts";

/** By cell, the equations and conditions that speak of it. */
export interface Incidence {
  readonly equations: readonly (readonly number[])[];
  readonly conditions: readonly (readonly number[])[];
}

/** What ties cells together. */
export type Ties = Pick<Cube, "equations" | "conditions">;

export function incidenceOf({ equations, conditions }: Ties, cells: number): Incidence {
  const byEquation = Array.from({ length: cells }, (): number[] => []);
  const byCondition = Array.from({ length: cells }, (): number[] => []);
  equations.forEach(({ total, parts }, at) => {
    for (const cell of [total, ...parts]) byEquation[cell]?.push(at);
  });
  conditions.forEach(({ cell, terms }, at) => {
    for (const one of new Set([cell, ...terms.map(([term]) => term)])) byCondition[one]?.push(at);
  });
  return { equations: byEquation, conditions: byCondition };
}

/**
 * The cells that are reached from one through so many equations or fewer, by way of cells that may
 * move; the one itself first.
 */
export function cellsAround(
  start: number,
  depth: number,
  { equations, conditions }: Ties,
  incidence: Incidence,
  mayMove: (cell: number) => boolean,
): readonly number[] {
  const found = new Set([start]);
  const used = { equations: new Set<number>(), conditions: new Set<number>() };
  let edge = [start];
  for (let step = 0; step < depth && edge.length > 0; step++) {
    const next: number[] = [];
    const reach = (cell: number): void => {
      if (found.has(cell) || !mayMove(cell)) return;
      found.add(cell);
      next.push(cell);
    };
    for (const cell of edge) {
      for (const at of incidence.equations[cell] ?? []) {
        if (used.equations.has(at)) continue;
        used.equations.add(at);
        const equation = equations[at];
        if (equation === undefined) continue;
        reach(equation.total);
        equation.parts.forEach(reach);
      }
      for (const at of incidence.conditions[cell] ?? []) {
        if (used.conditions.has(at)) continue;
        used.conditions.add(at);
        conditions[at]?.terms.forEach(([term]) => {
          reach(term);
        });
      }
    }
    edge = next;
  }
  return [...found];
}
