import { CANONICAL_FIELDS, type CanonicalField } from "../profiles/canonical-fields.ts";
import { isNamedOtherwise } from "../profiles/day-names.ts";
import { namesOfFields } from "../profiles/field-names.ts";
import { nameKey } from "../csv/header.ts";
import { nearestName } from "../../domain/text/nearest-name.ts";
import {
  CANONICAL_TABLES,
  type CanonicalTable,
  type TableRead,
  type WideAttendance,
} from "../profiles/profile.ts";
import type { FileKind } from "../profiles/profiles.ts";
import { missingFields } from "../profiles/read-contradictions.ts";

/** The table that the columns of an unknown file most likely fill, and the columns left over. */
export interface GuessedRead {
  readonly read: TableRead;
  /** With it the other half of a roster, where a record describes the student and the enrollment. */
  readonly reads: readonly TableRead[];
  readonly unread: readonly string[];
  /** The columns whose names are only nearly those of their fields. */
  readonly likened: readonly string[];
}

/** Whether the values of a column cannot be those of a field. */
type IsContradicted = (column: string, is: CanonicalField) => boolean;

/** Fewer columns than this that mean something are chance. */
const FEWEST_COLUMNS = 2;
/** The rest of a wider file is not read: nobody checks so many guesses. */
const MOST_COLUMNS = 500;

/**
 * Guesses by names, unless the values contradict them. Each column is matched with the field whose
 * name, in some profile or its own, it has or nearly has; the table is the one for which most
 * columns have a meaning. Null if no table gets enough. Nothing uses the guess until a person has
 * checked it.
 */
export function guessRead(
  header: readonly string[],
  kinds: readonly FileKind[],
  isContradicted: IsContradicted = () => false,
): GuessedRead | null {
  const guesses = CANONICAL_TABLES.map((table) => guessTable(table, header, kinds, isContradicted));
  const total = guesses.find(({ read }) => read.table === "attendanceTotal");
  const [best] = guesses
    .filter((guess) => guess.read.table !== "attendance" || !areTotals(guess, total))
    .filter(({ read }) => read.columns.length >= FEWEST_COLUMNS)
    .filter(({ read, unread }) => 3 * read.columns.length >= unread.length)
    .sort((a, b) => b.score - a.score);
  if (best === undefined || best.score <= 0) return null;
  const other = guesses.find(({ read }) => read.table === OTHER_HALF.get(best.read.table));
  if (other === undefined || !isHalf(other)) return best;
  return {
    ...best,
    reads: [best.read, other.read],
    unread: best.unread.filter((name) => other.unread.includes(name)),
    likened: [...new Set([...best.likened, ...other.likened])],
  };
}

const OTHER_HALF: ReadonlyMap<CanonicalTable, CanonicalTable> = new Map([
  ["person", "enrollment"],
  ["enrollment", "person"],
]);

/** Whether one half of a roster has information of its own, and everything that it requires. */
const isHalf = ({ read }: GuessedRead): boolean =>
  read.columns.length >= FEWEST_COLUMNS && missingFields(read).length === 0;

/** No record of one day counts days enrolled, and days absent without a day are those of a year. */
function areTotals(daily: GuessedRead, total: GuessedRead | undefined): boolean {
  const maps = (guess: GuessedRead | undefined, field: string): boolean =>
    guess?.read.columns.some(({ to }) => to === field) === true;
  return maps(total, "enrolledDays") || (maps(total, "absentDays") && !maps(daily, "on"));
}

function guessTable(
  table: CanonicalTable,
  header: readonly string[],
  kinds: readonly FileKind[],
  isContradicted: IsContradicted,
): GuessedRead & { readonly score: number } {
  const { fields, required } = CANONICAL_FIELDS[table];
  const fieldOf = namesOfFields(table, kinds);
  const taken = new Map<string, string>();
  const take = (column: string, name: string | null) => {
    const field = name === null ? undefined : fieldOf.get(nameKey(name));
    if (field === undefined || taken.has(field) || isNamedOtherwise(column, table, field)) return;
    const is = fields[field];
    if (column === "" || (is !== undefined && isContradicted(column, is))) return;
    taken.set(field, column);
  };
  // Names that are right come before names that are nearly so.
  const looked = header.slice(0, MOST_COLUMNS);
  for (const column of looked) take(column, column);
  for (const column of looked) take(column, withoutNotes(column));
  const exact = new Set(taken.values());
  for (const column of looked) {
    if (column !== "" && !exact.has(column)) take(column, nearestName(column, fieldOf.keys()));
  }
  const columns = Object.keys(fields).flatMap((to) => {
    const column = taken.get(to);
    if (column === undefined) return [];
    const isAlone = required.some((ways) => ways.length === 1 && ways[0]?.[0] === to);
    return [{ to, from: [column], ...(isAlone ? { isRequired: true } : {}) }];
  });
  const isFilled = (ways: (typeof required)[number]) =>
    ways.some((way) => way.every((field) => taken.has(field)));
  const filled = required.filter(isFilled).length;
  const parts = table === "attendance" ? partsOfDay(looked, new Set(taken.values())) : null;
  const used = new Set([...taken.values(), ...(parts?.cells ?? [])]);
  const read = { table, ...(parts === null ? {} : { attendance: parts }), columns };
  return {
    read,
    reads: [read],
    likened: [...taken.values()].filter((column) => !exact.has(column)),
    unread: header.filter((name) => name !== "" && !used.has(name)),
    // Columns that mean something weigh most, then those that name the table, then whether a row would be whole.
    score:
      2 * (columns.length + (parts === null ? 0 : 1)) +
      looked.filter((name) => nameKey(name).startsWith(nameKey(table))).length +
      filled -
      (required.length - filled),
  };
}

/** "Entry Date (MM/DD/YYYY)*": the name without what is said about it. */
const withoutNotes = (name: string): string => name.replace(/\([^()]*\)|\[[^[\]]*\]|\*/g, "");

const FEWEST_PARTS = 3;
const HALF_OF_DAY = /^(?:am|pm|morning|afternoon)(?:[ _](?:code|status|att|attendance))?$/i;
const PART_OF_DAY = /^(?:p|per|period|a|ap|hr|hour|block|mod)[ _#.-]*\d{1,2}$/i;

/**
 * Columns called `P1`, `Per 2` or `Hour 3`: one cell per period; a person has to say what the codes
 * mean.
 */
export function partsOfDay(
  header: readonly string[],
  taken: ReadonlySet<string>,
): WideAttendance | null {
  const among = (names: RegExp): readonly string[] =>
    header.filter((name) => names.test(name.trim()) && !taken.has(name));
  const periods = among(PART_OF_DAY);
  const halves = among(HALF_OF_DAY);
  const cells = halves.length === 2 ? halves : periods;
  return cells === periods && cells.length < FEWEST_PARTS
    ? null
    : { shape: "wide", cells, codes: {}, rollUp: { rule: "share" } };
}
