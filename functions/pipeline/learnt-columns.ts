import { codedValue, type Rungs } from "../disclosure/coarsen-extract.ts";
import { tellsMore } from "../disclosure/tells-more.ts";
import { toldOfFew } from "../disclosure/told-of-few.ts";
import { topCode } from "../disclosure/top-code.ts";
import {
  MISSING,
  NOT_APPLICABLE,
  writtenAt,
  type ExtractColumn,
} from "../exports/extract-column.ts";
import { columnsTold, TELLING } from "./extract-coding.ts";
import type { StudentOfDistrict } from "./extract-students.ts";

/** The values of a column as the extract tells them, by student. */
export interface ColumnTold {
  readonly column: ExtractColumn;
  readonly rung: number;
  /** The value from which on all are told as this one; null where none are. */
  readonly topCode: number | null;
  readonly values: readonly string[];
}

/** What is learnt of students, column by column, at some coding. */
export const learntColumns = (
  students: readonly StudentOfDistrict[],
  rungs: Rungs,
  fewest: number,
): readonly ColumnTold[] =>
  columnsTold(rungs)
    .filter(({ role }) => role.kind === "learnt")
    .map((column) => {
      const rung = rungs.get(column.name) ?? 0;
      const fine = students.map(({ values }) => values.get(column.name) ?? "");
      const numbers = fine.filter((value) => !(value in MISSING)).map(Number);
      const top = column.isTopCoded === true ? topCode(numbers, fewest) : null;
      const values = fine.map((value) => {
        const written = writtenAt(column, rung, value) ?? "";
        return top !== null && Number(written) > top ? String(top) : written;
      });
      return { column, rung, topCode: top, values };
    });

/** Whose value in a column cannot be told: fewer than a group may have share it, or it says that they came late. */
export function cannotBeTold(
  { column, rung, values }: ColumnTold,
  fewest: number,
): readonly boolean[] {
  const isNumber = column.codings[rung]?.categories === "numbers";
  const isFew = toldOfFew(values, fewest);
  return values.map((value, at) => {
    if (column.isForAll === true && value === NOT_APPLICABLE) return true;
    return isFew[at] === true && (!isNumber || value in MISSING);
  });
}

/** Whether all students have one value, so that a column says nothing. */
export const isOneForAll = ({ values }: ColumnTold): boolean =>
  new Set(values.filter((value) => !(value in MISSING))).size < 2;

/** The column that is told less finely than it could be and whose finer values another tells all the same; null where there is none. */
export function toldBesides(
  { values }: ColumnTold,
  students: readonly StudentOfDistrict[],
  rungs: Rungs,
): string | null {
  const coarse = TELLING.filter(({ name }) => (rungs.get(name) ?? 0) > 0);
  const found = coarse.find((column) => {
    const fine = students.map((one) => one.values.get(column.name) ?? "");
    const told = fine.map((value) => codedValue(column, rungs, value) ?? "");
    return tellsMore(values, fine, told);
  });
  return found?.name ?? null;
}
