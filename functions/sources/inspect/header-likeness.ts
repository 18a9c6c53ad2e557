import { dayReader, formatsBesides } from "../values/day-formats.ts";
import { nameKey } from "../csv/header.ts";
import { isDayText } from "../propose/words/day-text.ts";
import { isMadeOfWords } from "../propose/words/shown-columns.ts";
import { DEFAULT_DAY_FORMATS } from "../profiles/profile.ts";

/**
 * Whether a row of an unknown file is a header, and not already a student: no cell of it
 * looks like data, and either two are names that some profile knows or made of the words of names, or below one that looks like a
 * name nearly all cells look like data. Where it is in doubt it is none, so that no value is taken
 * for a name and shown.
 */
export function isLikelyHeader(
  row: readonly string[],
  below: readonly (readonly string[])[],
  knownNames: ReadonlySet<string>,
): boolean {
  const named = row.filter((cell) => cell !== "");
  // Words of columns alone, none of which any record repeats.
  const worded = row.filter(
    (cell, place) => isMadeOfWords(cell) && !isRepeated(cell, below, place),
  );
  const data = named.filter(looksLikeData);
  // A column may be called 504, beside many that are called by words.
  const isCalledByNumber =
    data.every((cell) => /^\d{1,3}$/.test(cell)) && FEW_OF * data.length <= worded.length;
  if (isHeaderOfDays(row, below)) return true;
  if (named.length === 0 || (data.length > 0 && !isCalledByNumber)) return false;
  // A title fills one cell, above rows that are wider.
  const widths = below.map((cells) => cells.filter((cell) => cell.trim() !== "").length);
  if (2 * named.length < median(widths)) return false;
  if (named.filter((cell) => knownNames.has(nameKey(cell))).length >= KNOWN_NAMES) return true;
  const isAsWide = median(below.map((cells) => cells.length)) >= AS_WIDE * row.length;
  if (isAsWide && worded.length >= KNOWN_NAMES && 2 * worded.length >= named.length) return true;
  return row.some((cell, place) => cell !== "" && isColumnOfData(below, place));
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

const FEWEST_DAYS = 3;

/** A row of days behind words of columns, with no day below: one column per day, whose names are no student's. */
function isHeaderOfDays(row: readonly string[], below: readonly (readonly string[])[]): boolean {
  const named = [...row.entries()].filter(([, cell]) => cell !== "");
  const days = named.filter(([, cell]) => isDayText(cell));
  const others = named.filter(([, cell]) => !isDayText(cell));
  return (
    new Set(days.map(([, cell]) => cell)).size >= FEWEST_DAYS &&
    others.length > 0 &&
    others.every(([, cell]) => isMadeOfWords(cell)) &&
    !days.some(([place]) => below.some((cells) => isDayText(cells[place] ?? "")))
  );
}

const isRepeated = (cell: string, below: readonly (readonly string[])[], place: number): boolean =>
  cell === "" || below.some((cells) => cells[place]?.trim().toLowerCase() === cell.toLowerCase());

const KNOWN_NAMES = 2;
const NEARLY_ALL = 0.8;
const AS_WIDE = 0.75;
const FEW_OF = 4;
const readDay = dayReader(DEFAULT_DAY_FORMATS, "event", "month-first", formatsBesides([]));

/** No letters at all, a day or an e-mail address. */
const looksLikeData = (cell: string): boolean =>
  !/\p{Letter}/u.test(cell) || cell.includes("@") || readDay(cell.trim()).state !== "not-a-day";

function isColumnOfData(below: readonly (readonly string[])[], place: number): boolean {
  const cells = below.map((row) => row[place]?.trim() ?? "").filter((cell) => cell !== "");
  return cells.length > 0 && cells.filter(looksLikeData).length >= NEARLY_ALL * cells.length;
}
