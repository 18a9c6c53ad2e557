import { entropy, type Rungs } from "../disclosure/coarsen-extract.ts";
import { grouped } from "../domain/grouped.ts";
import { NOT_COLLECTED, writtenAt, type ExtractColumn } from "../exports/extract-column.ts";
import { columnsTold, isNear } from "./extract-coding.ts";
import type { StudentOfDistrict } from "./extract-students.ts";

/** What the next rung of a column loses of information, by its worth: bits a student. */
export function lossOf(
  column: ExtractColumn,
  rungs: Rungs,
  drawn: readonly StudentOfDistrict[],
): number {
  const { name, role } = column;
  const rung = rungs.get(name) ?? 0;
  const bits = (at: number): number => {
    const values = drawn.map(({ values: own }) =>
      at < column.codings.length ? writtenAt(column, at, own.get(name) ?? NOT_COLLECTED) : "",
    );
    const counts = [...grouped(values, (value) => value)];
    return entropy(new Map(counts.map(([value, { length }]) => [value ?? "", length])));
  };
  const worth = role.kind === "tells" ? (role.worth[rung] ?? 1) : role.worth;
  return (bits(rung) - bits(rung + 1)) * worth;
}

/**
 * The columns to coarsen for a cell: one that divides students as the cell does, or else every one
 * that comes near its statistic, whichever loses less.
 */
export function givesWay(
  cell: string,
  rungs: Rungs,
  drawn: readonly StudentOfDistrict[],
): readonly string[] {
  const [statistic = "", , , key = ""] = cell.split("|");
  const columns = columnsTold(rungs).map((column) => ({
    column,
    loss: lossOf(column, rungs, drawn),
  }));
  const cheapest = (of: typeof columns) => [...of].sort((a, b) => a.loss - b.loss)[0];
  const near = columns.filter(({ column }) => isNear(column, statistic));
  const dividing = cheapest(
    columns.filter(
      ({ column: { role } }) => role.kind === "tells" && `+${key}`.includes(`+${role.division}/`),
    ),
  );
  const all = near.reduce((sum, { loss }) => sum + loss, 0);
  if (dividing !== undefined && (near.length === 0 || dividing.loss <= all)) {
    return [dividing.column.name];
  }
  if (near.length > 0) return near.map(({ column }) => column.name);
  const any = cheapest(columns);
  if (any === undefined) {
    throw new Error("nothing is left of the extract that could be coarser: none is made");
  }
  return [any.column.name];
}
