import { GAP, type ColumnMap } from "../profiles/profile.ts";
import type { SurveyedColumn, SurveyedFile } from "./survey.ts";

/** Which of two orders a folder's slashed days have, where a column does not show it. */
export interface DayFormatOf {
  readonly order: "month-first" | "day-first" | null;
}

/** The order that any column of the folder shows; null where none does, or two contradict each other. */
export function orderOfFolder(files: readonly SurveyedFile[]): DayFormatOf {
  const orders = new Set(
    files.flatMap(({ columns }) => columns.map(({ shape }) => shape.days?.order ?? "not-slashed")),
  );
  const isMonthFirst = orders.has("month-first");
  const isDayFirst = orders.has("day-first");
  if (isMonthFirst === isDayFirst) return { order: null };
  return { order: isMonthFirst ? "month-first" : "day-first" };
}

/** How the days of a column are written; a gap where nothing shows whether the month comes first. */
export function dayFormatOf(
  { shape: { days } }: SurveyedColumn,
  { order }: DayFormatOf,
): Pick<ColumnMap, "dayFormats"> {
  if (days === null) return {};
  if (days.order !== "open") return { dayFormats: days.formats.slice(0, 1) };
  const begin = order === "month-first" ? "M/D" : "D/M";
  const [format] = days.formats.filter((candidate) => candidate.startsWith(begin));
  return { dayFormats: [order === null || format === undefined ? GAP : format] };
}
