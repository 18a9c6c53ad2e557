import { cellAt, widthNeeded, type Cube } from "./cube.ts";
import { incidenceOf } from "./incidence.ts";
import { cellsSeenMoving, type Movement } from "./movement.ts";

/** What is wrong with a proof of protection: nothing may be published with any. */
export type WitnessFault =
  | { readonly kind: "moves-what-is-shown"; readonly cell: string }
  | { readonly kind: "leaves-its-limits"; readonly cell: string }
  | { readonly kind: "does-not-add-up"; readonly cell: string }
  | { readonly kind: "too-narrow"; readonly cell: string; readonly width: number };

/**
 * Checks the proof without a solver, by whole numbers alone: every witness is a table of students
 * that agrees with all that is published, and for each sensitive cell the witnesses lie far enough
 * apart. No fault proves that no reader can know any of them more closely than the policy allows.
 */
export function verifyWitnesses(
  cube: Cube,
  hidden: ReadonlySet<number>,
  witnesses: readonly Movement[],
): readonly WitnessFault[] {
  const { equations } = incidenceOf(cube, cube.cells.length);
  const faults = witnesses.flatMap((witness) => {
    const touched = new Set([...witness.keys()].flatMap((cell) => equations[cell] ?? []));
    return [
      ...limitFaults(cube, witness),
      ...cellsSeenMoving(cube, witness, hidden).map((index): WitnessFault => ({
        kind: "moves-what-is-shown",
        cell: cellAt(cube, index).id,
      })),
      ...sumFaults(cube, witness, touched),
    ];
  });
  const highest = new Map<number, number>();
  const lowest = new Map<number, number>();
  for (const witness of witnesses) {
    for (const [cell, by] of witness) {
      highest.set(cell, Math.max(by, highest.get(cell) ?? 0));
      lowest.set(cell, Math.min(by, lowest.get(cell) ?? 0));
    }
  }
  const narrow = cube.cells.flatMap((cell, index): readonly WitnessFault[] => {
    const width = (highest.get(index) ?? 0) - (lowest.get(index) ?? 0);
    return width < widthNeeded(cell) ? [{ kind: "too-narrow", cell: cell.id, width }] : [];
  });
  return [...faults, ...narrow];
}

const limitFaults = (cube: Cube, witness: Movement): readonly WitnessFault[] =>
  [...witness].flatMap(([index, by]) => {
    const { id, count, lower, upper } = cellAt(cube, index);
    const isWithin = Number.isInteger(by) && count + by >= lower && count + by <= upper;
    return isWithin ? [] : [{ kind: "leaves-its-limits", cell: id }];
  });

/** Equations that the witness does not touch add up as the true table does. */
function sumFaults(
  cube: Cube,
  witness: Movement,
  touched: ReadonlySet<number>,
): readonly WitnessFault[] {
  const by = (index: number): number => witness.get(index) ?? 0;
  return [...touched].flatMap((at) => {
    const equation = cube.equations[at];
    if (equation === undefined) return [];
    const { total, parts } = equation;
    return parts.reduce((sum, part) => sum + by(part), 0) === by(total)
      ? []
      : [{ kind: "does-not-add-up", cell: cellAt(cube, total).id }];
  });
}
