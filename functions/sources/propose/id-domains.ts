import type { IdType } from "../profile.ts";
import type { ColumnShape } from "./column-shape.ts";
import type { SurveyedColumn, SurveyedFile } from "./survey.ts";

/** What identifiers of a folder stand for. */
export type Entity = "student" | "school" | "plan" | "goal" | "staff";

/** The identifiers that one column of one file gives to what the file is about; others refer to them. */
export interface IdDomain {
  readonly entity: Entity;
  readonly idType: IdType;
  readonly file: SurveyedFile;
  readonly column: SurveyedColumn;
}

const FEWEST_KNOWN = 0.8;

/** The share of a column's values that the domain holds. */
export function shareIn(shape: ColumnShape, domain: ColumnShape): number {
  if (shape.hashes.size === 0) return 0;
  let found = 0;
  for (const hash of shape.hashes) if (domain.hashes.has(hash)) found++;
  return found / shape.hashes.size;
}

/** Whether the values of a column are mostly identifiers of the domain. */
export const refersTo = (shape: ColumnShape, domain: ColumnShape): boolean =>
  shareIn(shape, domain) >= FEWEST_KNOWN;

/** Whether its identifiers are so written that others are not by chance: `S-0417`, 204417, and not 1, 2, 3. */
export function isTelling({ file, column }: Pick<IdDomain, "file" | "column">): boolean {
  const cells = file.rows.slice(0, 500).map((row) => row[column.place]?.trim() ?? "");
  const long = cells.filter((cell) => cell.length >= 4 || /\p{L}/u.test(cell));
  return long.length >= 0.9 * cells.length;
}

/** How many columns of other files refer to a column, in a way that is not by chance. */
export function referencesTo(
  file: SurveyedFile,
  column: SurveyedColumn,
  files: readonly SurveyedFile[],
): number {
  if (!isTelling({ file, column })) return 0;
  return files
    .filter((other) => other !== file)
    .flatMap(({ columns }) => columns)
    .filter(({ shape }) => shape.filled > 0 && shape.days === null && refersTo(shape, column.shape))
    .length;
}
