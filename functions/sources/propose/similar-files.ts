import { nameKey } from "../csv/header.ts";
import { patternOf } from "../inspect/starter-profile.ts";
import type { Code } from "./column-shape.ts";
import type { SurveyedColumn, SurveyedFile } from "./survey.ts";

/**
 * Files of one name but for its numbers, and with the same columns, such as those of several months.
 * @returns all of them by the one with most records
 */
export function similarFiles(
  files: readonly SurveyedFile[],
): ReadonlyMap<SurveyedFile, readonly SurveyedFile[]> {
  const byKey = new Map<string, SurveyedFile[]>();
  for (const file of files) {
    const key = JSON.stringify([
      patternOf(file.file).toLowerCase(),
      file.columns.map(({ name }) => nameKey(name)),
    ]);
    byKey.set(key, [...(byKey.get(key) ?? []), file]);
  }
  return new Map(
    [...byKey.values()].flatMap((members) => {
      const largest = [...members].sort((a, b) => b.records - a.records)[0];
      return largest === undefined ? [] : [[largest, members] as const];
    }),
  );
}

/** The codes of a column of similar files, with the records that hold them in any. */
export function mergedCodes(
  column: SurveyedColumn,
  members: readonly SurveyedFile[],
): readonly Code[] {
  const merged = new Map<string, Code>();
  for (const { columns } of members) {
    for (const [key, { text, records }] of columns[column.place]?.shape.codes ?? []) {
      merged.set(key, {
        text: merged.get(key)?.text ?? text,
        records: records + (merged.get(key)?.records ?? 0),
      });
    }
  }
  return [...merged.values()];
}
