import { entropy, type Rungs } from "../disclosure/coarsen-extract.ts";
import { grouped } from "../domain/grouped.ts";
import { NOT_COLLECTED, writtenAt, type ExtractColumn } from "../exports/extract-columns.ts";
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

/** The column to coarsen for a cell: of those that count it, the one that loses least. */
export function givesWay(cell: string, rungs: Rungs, drawn: readonly StudentOfDistrict[]): string {
  const [statistic = "", , , key = ""] = cell.split("|");
  const columns = columnsTold(rungs);
  const counting = columns.filter((column) =>
    column.role.kind === "tells"
      ? `+${key}`.includes(`+${column.role.division}/`)
      : isNear(column, statistic),
  );
  const [first] = (counting.length > 0 ? counting : columns)
    .map((column) => ({ name: column.name, loss: lossOf(column, rungs, drawn) }))
    .sort((a, b) => a.loss - b.loss);
  if (first === undefined) {
    throw new Error("nothing is left of the extract that could be coarser: none is made");
  }
  return first.name;
}
