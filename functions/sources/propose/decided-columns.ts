import type { SurveyedColumn, SurveyedFile } from "./survey.ts";

/** The other columns that hold one value alone for each value of a column, as a plan's do in each of its goals. */
export function columnsDecidedBy(
  column: SurveyedColumn,
  { columns, rows }: Pick<SurveyedFile, "columns" | "rows">,
): readonly SurveyedColumn[] {
  return columns.filter((other) => {
    if (other === column) return false;
    const seen = new Map<string, string>();
    return rows.every((row) => {
      const key = row[column.place] ?? "";
      const value = row[other.place] ?? "";
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, value);
      return earlier === undefined || earlier === value;
    });
  });
}
