import { CANONICAL_FIELDS } from "./canonical-fields.ts";
import { nameKey } from "./header.ts";
import { nearestName } from "./nearest-name.ts";
import {
  CANONICAL_TABLES,
  type CanonicalTable,
  type TableRead,
  type WideAttendance,
} from "./profile.ts";
import type { FileKind } from "./profiles.ts";

/** The table that the columns of an unknown file most likely fill, and the columns left over. */
export interface GuessedRead {
  readonly read: TableRead;
  readonly unread: readonly string[];
}

/** Fewer columns than this that mean something are chance. */
const FEWEST_COLUMNS = 2;
/** Of a wider file the rest is left unread: nobody checks so many guesses. */
const MOST_COLUMNS = 500;

/**
 * Guesses by names alone: each column goes to the field whose names in some profile, or whose own
 * name, it has or nearly has; the table is the one for which most columns mean something. Null where
 * no table gets enough. Nothing rests on it until a person has checked it.
 */
export function guessRead(
  header: readonly string[],
  kinds: readonly FileKind[],
): GuessedRead | null {
  const guesses = CANONICAL_TABLES.map((table) => guessTable(table, header, kinds));
  const total = guesses.find(({ read }) => read.table === "attendanceTotal");
  const [best] = guesses
    .filter((guess) => guess.read.table !== "attendance" || !areTotals(guess, total))
    .filter(({ read }) => read.columns.length >= FEWEST_COLUMNS)
    .filter(({ read, unread }) => 3 * read.columns.length >= unread.length)
    .sort((a, b) => b.score - a.score);
  return best === undefined || best.score <= 0 ? null : best;
}

/** Days enrolled stand in no record of one day, and days absent without a day are those of a year. */
function areTotals(daily: GuessedRead, total: GuessedRead | undefined): boolean {
  const maps = (guess: GuessedRead | undefined, field: string): boolean =>
    guess?.read.columns.some(({ to }) => to === field) === true;
  return maps(total, "enrolledDays") || (maps(total, "absentDays") && !maps(daily, "on"));
}

function guessTable(
  table: CanonicalTable,
  header: readonly string[],
  kinds: readonly FileKind[],
): GuessedRead & { readonly score: number } {
  const { fields, required } = CANONICAL_FIELDS[table];
  const fieldOf = fieldsByName(table, kinds);
  const taken = new Map<string, string>();
  const take = (column: string, name: string | null) => {
    const field = name === null ? undefined : fieldOf.get(nameKey(name));
    if (field !== undefined && !taken.has(field)) taken.set(field, column);
  };
  // Names that are right come before names that are nearly so.
  const looked = header.slice(0, MOST_COLUMNS);
  for (const column of looked) take(column, column);
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
  return {
    read: { table, ...(parts === null ? {} : { attendance: parts }), columns },
    unread: header.filter((name) => name !== "" && !used.has(name)),
    // Columns that mean something weigh most, then those that name the table, then whether a row would be whole.
    score:
      2 * (columns.length + (parts === null ? 0 : 1)) +
      looked.filter((name) => nameKey(name).startsWith(nameKey(table))).length +
      filled -
      (required.length - filled),
  };
}

const FEWEST_PARTS = 3;
const PART_OF_DAY = /^(?:p|per|period|a|ap|hr|hour|block|mod)[ _#.-]*\d{1,2}$/i;

/** Columns called `P1`, `Per 2` or `Hour 3`: a cell a period, whose codes a person has to say. */
function partsOfDay(header: readonly string[], taken: ReadonlySet<string>): WideAttendance | null {
  const cells = header.filter((name) => PART_OF_DAY.test(name.trim()) && !taken.has(name));
  return cells.length < FEWEST_PARTS
    ? null
    : { shape: "wide", cells, codes: {}, rollUp: { rule: "share" } };
}

/** Every name under which some profile reads a field of the table, and the field's own. */
function fieldsByName(
  table: CanonicalTable,
  kinds: readonly FileKind[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const note = (name: string, field: string) => {
    const key = nameKey(name);
    if (!names.has(key)) names.set(key, field);
  };
  for (const field of Object.keys(CANONICAL_FIELDS[table].fields)) {
    for (const name of likelyNames(table, field)) note(name, field);
  }
  for (const { profile } of kinds) {
    for (const read of profile.reads) {
      if (read.table !== table) continue;
      for (const { to, from } of read.columns) for (const name of from ?? []) note(name, to);
    }
  }
  return names;
}

const KIND_NAMES = ["status", "code", "type"];

/**
 * `status` of a plan is also called plan status, a student is named by a student id, a day by a
 * date, and the one day that a row cannot do without is often called just that.
 */
function likelyNames(table: CanonicalTable, field: string): readonly string[] {
  const { fields, required } = CANONICAL_FIELDS[table];
  if (table === "attendance" && field === "kind") {
    return [
      ...KIND_NAMES.flatMap((name) => [name, `attendance ${name}`, `absence ${name}`]),
      field,
    ];
  }
  if (table === "goal" && field === "domain") return [field, "goal type", "goal category"];
  const is = fields[field]?.is;
  const names = [field, `${table} ${field}`];
  const [, counted] = /^(.+)Days$/.exec(field) ?? [];
  if (counted !== undefined) return [...names, `days ${counted}`, `total days ${counted}`];
  if (is === "id" || is === "student") return [...names, `${field} id`, `${field} number`];
  if (is !== "day" && is !== "end-day") return names;
  const event = field.replace(/On$|^on$/, "");
  const needed = required.flat(2).filter((one) => fields[one]?.is === "day");
  const isOnly = needed.length === 1 && needed[0] === field;
  return [...names, `${event} date`, `date ${event}`, ...(isOnly ? ["date", "day"] : [])];
}
