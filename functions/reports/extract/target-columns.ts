import { belowThreshold } from "./below-threshold.ts";
import { codedValue, type Levels } from "./coarsen-extract.ts";
import { MISSING, NOT_APPLICABLE, writtenAt, type ExtractColumn } from "./extract-column.ts";
import { FEWEST } from "./research-classes.ts";
import { revealsGroup } from "./reveals-group.ts";
import { topCode } from "./top-code.ts";
import { columnsIncluded, QUASI_IDENTIFIERS } from "./extract-coding.ts";
import type { StudentOfDistrict } from "./student-of-district.ts";

/** The values of a column as the extract has them, by student. */
export interface RecodedColumn {
  readonly column: ExtractColumn;
  /** The generalization level. */
  readonly level: number;
  /** The value from which on all are recoded to it; null where none are. */
  readonly topCode: number | null;
  readonly values: readonly string[];
}

/** The targets of an extract, each at its generalization level. */
export const targetColumns = (
  students: readonly StudentOfDistrict[],
  levels: Levels,
): readonly RecodedColumn[] =>
  columnsIncluded(levels)
    .filter(({ role }) => role.kind === "target")
    .map((column) => {
      const level = levels.get(column.name) ?? 0;
      const fine = students.map(({ values }) => values.get(column.name) ?? "");
      const numbers = fine.filter((value) => !(value in MISSING)).map(Number);
      const top = column.isTopCoded === true ? topCode(numbers, FEWEST) : null;
      const values = fine.map((value) => {
        const written = writtenAt(column, level, value) ?? "";
        return top !== null && Number(written) > top ? String(top) : written;
      });
      return { column, level, topCode: top, values };
    });

/** By student, whether the value cannot be published: too few share it, or it reveals that the student came late. */
export function cannotBePublished({ column, level, values }: RecodedColumn): readonly boolean[] {
  const isNumber = column.codings[level]?.categories === "numbers";
  const isRare = belowThreshold(values, FEWEST);
  return values.map((value, index) => {
    if (column.isForAll === true && value === NOT_APPLICABLE) return true;
    return isRare[index] === true && (!isNumber || value in MISSING);
  });
}

/** Whether all students have one value, so that a column says nothing. */
export const hasOneValue = ({ values }: RecodedColumn): boolean =>
  new Set(values.filter((value) => !(value in MISSING))).size < 2;

/** The quasi-identifier that is not at its finest level and that the target reveals all the same; null where there is none. */
export function revealedBy(
  { values }: RecodedColumn,
  students: readonly StudentOfDistrict[],
  levels: Levels,
): string | null {
  const recoded = QUASI_IDENTIFIERS.filter(({ name }) => (levels.get(name) ?? 0) > 0);
  const revealed = recoded.find((column) => {
    const fine = students.map((student) => student.values.get(column.name) ?? "");
    const published = fine.map((value) => codedValue(column, levels, value) ?? "");
    return revealsGroup(values, fine, published);
  });
  return revealed?.name ?? null;
}
