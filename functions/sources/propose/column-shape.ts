import { daysSeen } from "../inspect/day-formats-seen.ts";
import { nullTokensOf } from "../values/null-tokens.ts";
import { writtenNumber } from "../values/written-numbers.ts";
import { gradeOf } from "./words/grade-words.ts";
import { isYesNo } from "./words/yes-no-words.ts";

/** A value that many records share, as its file writes it. */
export interface Code {
  readonly text: string;
  readonly records: number;
}

/**
 * What the values of a column look like. Only `codes` has any values, and they may be shown only if
 * they are codes.
 */
export interface ColumnShape {
  readonly filled: number;
  readonly blank: number;
  readonly distinct: number;
  /** Whether no two records share a value, and all have one. */
  readonly isUnique: boolean;
  /** The values by their lower case, where they are few. */
  readonly codes: ReadonlyMap<string, Code> | null;
  readonly hashes: ReadonlySet<number>;
  readonly days: DayShape | null;
  readonly isYesNo: boolean;
  readonly numbers: { readonly least: number; readonly most: number } | null;
  readonly names: NameShape | null;
  readonly areIds: boolean;
  readonly areEmails: boolean;
  readonly areGrades: boolean;
  readonly areYears: boolean;
  /** Words in a value, on average. */
  readonly words: number;
}

export interface DayShape {
  /** The formats that fit every day of the sample. */
  readonly formats: readonly string[];
  /** Whether month or day comes first, where slashes leave it open and the days show it. */
  readonly order: "month-first" | "day-first" | "open" | "not-slashed";
  /** The median year, which tells birthdays from other dates. */
  readonly year: number;
}

/** How a person's name is written in one cell: "Vance, Ada", "Ada Vance", or one of the two alone. */
export type NameShape = "family-given" | "given-family" | "one";

/** Looks at one cell after another of a column; what it keeps is bounded. */
export interface ColumnLook {
  push(cell: string): void;
  /** @param rows a sample of the records, in which the column is at `columnIndex` */
  shape(
    name: string,
    speaksOfDays: boolean,
    rows: readonly (readonly string[])[],
    columnIndex: number,
  ): ColumnShape;
}

export const MOST_CODES = 40;
const LONGEST_CODE = 80;
const MOST_HASHES = 200_000;
/** Yes, no and two ways to say that neither is known. */
const MOST_YES_NO = 4;
const NEARLY_ALL = 0.95;
/** Two values of many may share a hash. */
const NEARLY_UNIQUE = 0.999;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const IDENTIFIER = /^[\p{L}\p{N}_.:/#{}-]{1,64}$/u;
/** "2021", "SY 2021-22", "21-22". */
const YEAR =
  /^(?:(?:sy|ay)?\s*(?:19|20)\d\d(?:\s*[-–/_]\s*(?:\d{2}|(?:19|20)\d\d))?|\d\d\s*[-–/]\s*\d\d)$/i;
const NULL_TOKENS = nullTokensOf({});
/** Words for nothing that some systems write. */
const isNothing = (cell: string): boolean =>
  cell === "" ||
  NULL_TOKENS.has(cell.toLowerCase()) ||
  /^(?:\.|--+|\(null\)|<na>|na|none|nan|nat)$/i.test(cell);

/** What has been counted of a column's cells so far. */
interface CellCounts {
  filled: number;
  blank: number;
  /** Null once there are too many values to be codes. */
  codes: Map<string, { readonly text: string; records: number }> | null;
  readonly hashes: Set<number>;
}

export function columnLook(): ColumnLook {
  const counts: CellCounts = { filled: 0, blank: 0, codes: new Map(), hashes: new Set() };
  return {
    push: (cell) => countCell(counts, cell.trim()),
    shape(name, speaksOfDays, rows, columnIndex) {
      const days = dayShape(speaksOfDays ? `${name} date` : "value", rows, columnIndex);
      const cells = rows
        .map((row) => row[columnIndex]?.trim() ?? "")
        .filter((cell) => !isNothing(cell));
      return { ...shapeOfCounts(counts), days, ...shapeOfCells(cells, days !== null) };
    },
  };
}

function countCell(counts: CellCounts, cell: string): void {
  if (isNothing(cell)) {
    counts.blank++;
    return;
  }
  counts.filled++;
  if (counts.hashes.size < MOST_HASHES) counts.hashes.add(hashOf(cell));
  if (counts.codes === null) return;
  const key = cell.toLowerCase();
  const code = counts.codes.get(key);
  if (code !== undefined) code.records++;
  else if (counts.codes.size < MOST_CODES && cell.length <= LONGEST_CODE) {
    counts.codes.set(key, { text: cell, records: 1 });
  } else counts.codes = null;
}

type CountedShape = "filled" | "blank" | "distinct" | "isUnique" | "codes" | "hashes" | "isYesNo";

/** What all cells of a column show. */
const shapeOfCounts = ({
  filled,
  blank,
  codes,
  hashes,
}: CellCounts): Pick<ColumnShape, CountedShape> => ({
  filled,
  blank,
  distinct: hashes.size,
  isUnique:
    filled > 0 &&
    blank === 0 &&
    (hashes.size >= NEARLY_UNIQUE * filled || hashes.size >= MOST_HASHES),
  codes,
  hashes,
  isYesNo: codes !== null && codes.size <= MOST_YES_NO && isYesNo([...codes.keys()]),
});

/** What a sample of a column's cells shows that hold something. */
function shapeOfCells(
  cells: readonly string[],
  areDays: boolean,
): Omit<ColumnShape, CountedShape | "days"> {
  const areNearlyAll = (is: (cell: string) => boolean): boolean =>
    cells.length > 0 && cells.filter(is).length >= NEARLY_ALL * cells.length;
  const numbers = cells.map(writtenNumber).filter((number) => number !== null);
  const areNumbers = numbers.length > 0 && numbers.length >= NEARLY_ALL * cells.length;
  const areEmails = areNearlyAll((cell) => EMAIL.test(cell));
  const words = cells.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0);
  return {
    numbers: areNumbers ? { least: Math.min(...numbers), most: Math.max(...numbers) } : null,
    names: !areDays && !areEmails ? nameShape(cells) : null,
    areIds: !areDays && !areEmails && areNearlyAll((cell) => IDENTIFIER.test(cell)),
    areEmails,
    areGrades: areNearlyAll((cell) => gradeOf(cell) !== null),
    areYears: areNearlyAll((cell) => YEAR.test(cell)),
    words: cells.length === 0 ? 0 : words / cells.length,
  };
}

/** FNV-1a in 32 bits, of the value without regard to case: to find the same identifier in other files. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

const MONTH_FIRST = /^M\/D/;
const DAY_FIRST = /^D\/M/;

function dayShape(
  name: string,
  rows: readonly (readonly string[])[],
  columnIndex: number,
): DayShape | null {
  const days = daysSeen(name, rows, columnIndex);
  if (days === null) return null;
  const most = days.formats[0]?.cells ?? 0;
  const formats = days.formats.filter(({ cells }) => cells === most).map(({ format }) => format);
  const isMonthFirst = formats.some((format) => MONTH_FIRST.test(format));
  const isDayFirst = formats.some((format) => DAY_FIRST.test(format));
  const order =
    isMonthFirst && isDayFirst
      ? "open"
      : isMonthFirst
        ? "month-first"
        : isDayFirst
          ? "day-first"
          : "not-slashed";
  const years = rows
    .map((row) => Number(/(?:19|20)\d\d/.exec(row[columnIndex] ?? "")?.[0] ?? NaN))
    .filter((year) => !Number.isNaN(year))
    .sort((a, b) => a - b);
  return { formats, order, year: years[Math.floor(years.length / 2)] ?? 0 };
}

const FAMILY_GIVEN = /^\p{L}[\p{L}\p{M}'’. -]*,\s*\p{L}[\p{L}\p{M}'’. -]*$/u;
const GIVEN_FAMILY = /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+\p{L}[\p{L}\p{M}'’.-]*){1,4}$/u;
const SINGLE_NAME = /^\p{Lu}[\p{L}\p{M}'’-]*(?:[ -]\p{Lu}[\p{L}\p{M}'’-]*)?$/u;
const PLACE_WORDS =
  /\b(?:school|high|middle|elementary|academy|district|center|escuela|colegio|instituto|secundaria|primaria|preparatoria|campus|holiday|day|break|day|plan|meeting)\b/i;
const FEWEST_NAMES = 5;

/** Many different values, nearly all of them written as people's names are. */
function nameShape(cells: readonly string[]): NameShape | null {
  const distinct = new Set(cells);
  if (distinct.size < FEWEST_NAMES || distinct.size < 0.15 * cells.length) return null;
  const values = [...distinct];
  const share = (form: RegExp): boolean =>
    values.filter((value) => form.test(value) && !PLACE_WORDS.test(value)).length >=
    NEARLY_ALL * values.length;
  if (share(FAMILY_GIVEN)) return "family-given";
  const titled = values.filter((value) =>
    value
      .split(/\s+/)
      .every(
        (word) =>
          /^\p{Lu}/u.test(word) ||
          /^(?:de|del|la|los|van|von|der|di|da|dos|y|bin|al|el)$/.test(word),
      ),
  );
  if (share(GIVEN_FAMILY) && titled.length >= 0.9 * values.length) return "given-family";
  return share(SINGLE_NAME) ? "one" : null;
}
