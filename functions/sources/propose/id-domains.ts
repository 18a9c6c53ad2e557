import type { IdType } from "../profiles/profile.ts";
import type { ColumnShape } from "./column-shape.ts";
import type { SurveyedColumn, SurveyedFile } from "./survey.ts";

/** What the identifiers of a folder identify. */
export type Entity = "student" | "school" | "plan" | "goal" | "staff";

/** The identifiers that one column of one file gives to what the file is about; others refer to them. */
export interface IdDomain {
  readonly entity: Entity;
  readonly idType: IdType;
  readonly file: SurveyedFile;
  readonly column: SurveyedColumn;
}

const FEWEST_KNOWN = 0.8;

/** This many of its identifiers show what a column refers to. */
const MOST_COMPARED = 5_000;
const SHARES = new WeakMap<ColumnShape, WeakMap<ColumnShape, number>>();

/** The share of a column's values that are in the domain. */
export function shareIn(shape: ColumnShape, domain: ColumnShape): number {
  const cached = SHARES.get(shape)?.get(domain);
  if (cached !== undefined) return cached;
  let compared = 0;
  let shared = 0;
  for (const hash of shape.hashes) {
    if (compared++ >= MOST_COMPARED) break;
    if (domain.hashes.has(hash)) shared++;
  }
  const share = shared / Math.max(1, Math.min(compared, MOST_COMPARED));
  const shares = SHARES.get(shape) ?? new WeakMap<ColumnShape, number>();
  SHARES.set(shape, shares.set(domain, share));
  return share;
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
  const cached = COUNTS.get(column)?.get(files);
  if (cached !== undefined) return cached;
  const count = isTelling({ file, column }) ? countedReferences(file, column, files) : 0;
  COUNTS.set(column, new WeakMap([[files, count]]));
  return count;
}

const COUNTS = new WeakMap<SurveyedColumn, WeakMap<readonly SurveyedFile[], number>>();

function countedReferences(
  file: SurveyedFile,
  column: SurveyedColumn,
  files: readonly SurveyedFile[],
): number {
  return files
    .filter((other) => other !== file)
    .flatMap(({ columns }) => columns)
    .filter(({ shape }) => shape.filled > 0 && shape.days === null && refersTo(shape, column.shape))
    .length;
}
