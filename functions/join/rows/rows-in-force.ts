import type { AnyRow } from "../../domain/record-types/field.ts";
import { BEST_KNOWN, rankOf } from "../../domain/record-types/precedence.ts";
import { keyOf } from "../../domain/record-types/record-type.ts";
import { recordTypeOf } from "../../domain/record-types/record-types.ts";
import type { CanonicalRows } from "../../sources/read/canonical-rows.ts";
import type { FiledRow } from "./rows-by-key.ts";
import type { HeldTable } from "./held-rows.ts";

/**
 * Of the rows about one thing, those that count, and those that another row of the same file
 * supersedes.
 */
export interface Standing<T extends HeldTable> {
  readonly rows: readonly FiledRow<T>[];
  readonly duplicates: readonly DuplicateRow<T>[];
}

export interface DuplicateRow<T extends HeldTable> {
  readonly row: FiledRow<T>;
  /** `repeated`: it says what the row that holds says. `contradicted`: it says something else. */
  readonly why: "repeated" | "contradicted";
  /** The row that holds, where it says the same. */
  readonly same?: FiledRow<T>;
}

/**
 * Of rows with one key the one that holds, whatever order they come in. What was changed later holds
 * over what was changed before, then what arrived later over what arrived before. Of rows that say
 * different things at one time the precedence of their table decides: see `ranksOf`.
 */
export function rowsInForce<T extends HeldTable>(
  table: T,
  rows: readonly FiledRow<T>[],
): Standing<T> {
  const [only] = rows;
  if (only === undefined || rows.length === 1) return { rows, duplicates: [] };
  const texts = new Map(rows.map((row) => [row, JSON.stringify([row.row, row.isRemoved])]));
  const ordered = [...rows].sort((a, b) => compare(table, b, a, texts));
  const standing: FiledRow<T>[] = [];
  const duplicates: DuplicateRow<T>[] = [];
  for (const row of ordered) {
    const [newest] = ordered;
    const before = standing.find((one) => partOf(table, one.row) === partOf(table, row.row));
    // What an older record of the same identifier said of another plan has been taken back.
    if (before === undefined && newest !== undefined && isOlder(row, newest)) continue;
    if (before === undefined) standing.push(row);
    else if (isOlder(row, before)) continue;
    else if (texts.get(row) !== texts.get(before)) duplicates.push({ row, why: "contradicted" });
    // Two systems that agree repeat nothing.
    else if (row.file === before.file) duplicates.push({ row, why: "repeated", same: before });
  }
  return { rows: standing, duplicates: withRepeats(duplicates, texts) };
}

/** Of several records that lose with the same words one contradicts, and the others repeat it. */
function withRepeats<T extends HeldTable>(
  duplicates: readonly DuplicateRow<T>[],
  texts: ReadonlyMap<FiledRow<T>, string>,
): readonly DuplicateRow<T>[] {
  const told = new Set<string>();
  return duplicates.map((one) => {
    const said = `${one.row.file.sha256} ${texts.get(one.row) ?? ""}`;
    if (one.why === "repeated" || !told.has(said)) {
      told.add(said);
      return one;
    }
    return { ...one, why: "repeated" };
  });
}

/** Rows by key, in the order in which the keys first come. */
export function byKey<T extends HeldTable>(
  table: T,
  rows: Iterable<FiledRow<T>>,
): ReadonlyMap<string, readonly FiledRow<T>[]> {
  const type = recordTypeOf(table);
  const groups = new Map<string, FiledRow<T>[]>();
  for (const row of rows) {
    const key = keyOf(type, valuesOf(row.row));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** Whether a row was changed, or arrived, before another. */
const isOlder = (
  row: { readonly modifiedAt: string; readonly file: { readonly arrival: number } },
  other: { readonly modifiedAt: string; readonly file: { readonly arrival: number } },
): boolean => compareTime(row, other) < 0;

function compareTime(
  a: { readonly modifiedAt: string; readonly file: { readonly arrival: number } },
  b: { readonly modifiedAt: string; readonly file: { readonly arrival: number } },
): number {
  if (a.modifiedAt !== "" && b.modifiedAt !== "" && a.modifiedAt !== b.modifiedAt) {
    return a.modifiedAt < b.modifiedAt ? -1 : 1;
  }
  return a.file.arrival - b.file.arrival;
}

/** Greater is what holds; of equal rows the one that stands first in its file. */
function compare<T extends HeldTable>(
  table: T,
  a: FiledRow<T>,
  b: FiledRow<T>,
  texts: ReadonlyMap<FiledRow<T>, string>,
): number {
  const time = compareTime(a, b);
  if (time !== 0) return time;
  // What is still so by one record of a time is not taken back by another.
  if (a.isRemoved !== b.isRemoved) return a.isRemoved ? -1 : 1;
  const others = ranksOf(table, b.row);
  for (const [place, rank] of ranksOf(table, a.row).entries()) {
    const other = others[place] ?? rank;
    if (rank !== other) return rank < other ? -1 : 1;
  }
  const [one = "", other = ""] = [texts.get(a), texts.get(b)];
  if (one !== other) return one < other ? -1 : 1;
  return a.file === b.file ? b.record - a.record : a.file.name < b.file.name ? 1 : -1;
}

/** By what one of two records that contradict each other holds: the greater, rank by rank. */
function ranksOf(table: HeldTable, row: CanonicalRows[HeldTable]): readonly (string | number)[] {
  const { precedence = BEST_KNOWN } = recordTypeOf(table);
  return precedence.map((rule) => rankOf(rule, valuesOf(row)));
}

/** What else tells two rows of one key apart. */
function partOf(table: HeldTable, row: CanonicalRows[HeldTable]): string {
  const { numberedWithin } = recordTypeOf(table);
  return numberedWithin === undefined ? "" : String(valuesOf(row)[numberedWithin]);
}

/** The table decides the type of a row, and its descriptor the fields that are looked at. */
const valuesOf = (row: CanonicalRows[HeldTable]): AnyRow => row as unknown as AnyRow;
