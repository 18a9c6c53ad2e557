import { dayReader, ISO_DAYS, WORDED_DAY_FORMATS } from "../values/day-formats.ts";
import { nameKey } from "../csv/header.ts";
import { nullTokensOf } from "../values/null-tokens.ts";
import { DEFAULT_DAY_FORMATS } from "../profiles/profile.ts";

/** How many cells of a column fit each way of writing dates, the most first. */
export interface DaysSeen {
  readonly column: string;
  /** Cells that hold something. */
  readonly cells: number;
  readonly formats: readonly { readonly format: string; readonly cells: number }[];
}

/** Ways to write a day that are also ways to write a number. */
const NUMBERS = ["YYYYMMDD", "epoch-ms", "epoch-s", "excel-serial"];
const FORMATS = [...new Set([...DEFAULT_DAY_FORMATS, ...WORDED_DAY_FORMATS, ISO_DAYS, ...NUMBERS])];
const EARLIEST = "1930-01-01";
const LATEST = "2099-12-31";
const NEARLY_ALL = 0.9;

const READERS = FORMATS.map((format) => ({
  format,
  read: dayReader([format], "event", null),
  // Which of these two is meant, only the whole column can show.
  isOrdered: /^[MD]\/[MD]\/Y+$/.test(format),
}));
const NULL_TOKENS = nullTokensOf({});

/** How dates are written in a column; null if it has none. */
export function daysSeen(
  column: string,
  records: readonly (readonly string[])[],
  place: number,
): DaysSeen | null {
  const readers = READERS.filter(({ format }) => !NUMBERS.includes(format) || speaksOfDays(column));
  const counts = new Map<string, number>();
  let cells = 0;
  let days = 0;
  for (const record of records) {
    const cell = record[place]?.trim() ?? "";
    if (cell === "" || NULL_TOKENS.has(cell.toLowerCase())) continue;
    cells++;
    const fitting = readers.filter(({ read }) => isDay(read(cell)));
    if (fitting.length > 0) days++;
    // Of formats that read the same day the first is named, and both orders of month and day.
    const named = fitting.some(({ isOrdered }) => isOrdered)
      ? fitting.filter(({ isOrdered }) => isOrdered)
      : fitting.slice(0, 1);
    for (const { format } of named) counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  if (days === 0 || days < NEARLY_ALL * cells) return null;
  const formats = [...counts].map(([format, fitting]) => ({ format, cells: fitting }));
  return { column, cells, formats: formats.sort((format, other) => other.cells - format.cells) };
}

function isDay(read: ReturnType<(typeof READERS)[number]["read"]>): boolean {
  return read.state === "day" && read.on >= EARLIEST && read.on <= LATEST;
}

/** Whether a column's name says that its numbers are days. */
const speaksOfDays = (column: string): boolean =>
  /date|day|birth|dob|start|begin|end|entry|exit|modified|timestamp|(^|_)(on|at)$/i.test(column) &&
  nameKey(column) !== "days";
