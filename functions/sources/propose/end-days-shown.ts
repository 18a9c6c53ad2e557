import { dayReader, formatsBesides } from "../values/day-formats.ts";
import { DEFAULT_DAY_FORMATS } from "../profiles/profile.ts";
import type { SurveyedColumn, SurveyedFile } from "./survey.ts";
import type { TableFit } from "./table-fit.ts";

/** This many students who left are enough evidence. */
const FEWEST_LEAVERS = 3;
/** One record on a last day may be a slip. */
const FEWEST_ON_LAST = 2;

/**
 * Whether the last day of an enrollment still counts, where attendance shows it: a record on that
 * day says so, and where there is one for every day before it but never one on it, it does not.
 */
export function endDaysShown(
  fits: ReadonlyMap<SurveyedFile, readonly TableFit[]>,
): "last-day-in" | "first-day-out" | null {
  const ends = new Map<string, string>();
  const seen = new Map<string, Set<string>>();
  let records = 0;
  for (const [file, of] of fits) {
    const enrollment = of.find(({ table }) => table === "enrollment");
    for (const [student, day] of pairsOf(
      file,
      enrollment?.columns.get("student"),
      enrollment?.columns.get("withdrewOn"),
    )) {
      ends.set(student, day);
    }
  }
  if (ends.size === 0) return null;
  for (const [file, of] of fits) {
    const attendance = of.find(({ table }) => table === "attendance");
    for (const [student, day] of pairsOf(
      file,
      attendance?.columns.get("student"),
      attendance?.columns.get("on"),
    )) {
      records++;
      if (!ends.has(student)) continue;
      const days = seen.get(student) ?? new Set();
      seen.set(student, days.add(day));
    }
  }
  const leavers = [...ends].filter(([student]) => seen.has(student));
  if (records === 0 || leavers.length === 0) return null;
  const onLast = leavers.filter(([student, day]) => seen.get(student)?.has(day) === true);
  if (onLast.length >= FEWEST_ON_LAST) return "last-day-in";
  if (onLast.length > 0) return null;
  // Only where each day has a record does the lack of one say anything.
  const isDaily =
    leavers.filter(([student]) => (seen.get(student)?.size ?? 0) >= 15).length >= FEWEST_LEAVERS;
  return isDaily ? "first-day-out" : null;
}

function* pairsOf(
  file: SurveyedFile,
  student: SurveyedColumn | undefined,
  day: SurveyedColumn | undefined,
): Generator<readonly [string, string]> {
  if (student === undefined || day?.shape.days === undefined || day.shape.days === null) return;
  const { formats, order } = day.shape.days;
  const first = order === "day-first" ? "day-first" : "month-first";
  const read = dayReader(
    [...formats, ...DEFAULT_DAY_FORMATS],
    "event",
    first,
    formatsBesides(formats),
  );
  for (const row of file.rows) {
    const on = read(row[day.place]?.trim() ?? "");
    if (on.state === "day") yield [row[student.place]?.trim() ?? "", on.on];
  }
}
