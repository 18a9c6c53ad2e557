import type { AnyRow } from "../../domain/record-types/field.ts";
import { BEST_KNOWN, rankOf } from "../../domain/record-types/precedence.ts";
import { recordTypeOf } from "../../domain/record-types/record-types.ts";
import { compareText } from "../../domain/text/compare-text.ts";
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
  /** `repeated`: it says the same as the row that counts. `contradicted`: it says something else. */
  readonly why: "repeated" | "contradicted";
  /** The row that counts, where it says the same. */
  readonly same?: FiledRow<T>;
}

/**
 * Of rows with one key the one that counts, in whatever order they come: the one changed last, or
 * else the one that arrived last. Where rows of the same time differ, the precedence of their table
 * decides: see `ranksOf`.
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
    const before = standing.find((other) => partOf(table, other.row) === partOf(table, row.row));
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

/** Of several superseded records of one file that say the same, the first contradicts and the others repeat it. */
function withRepeats<T extends HeldTable>(
  duplicates: readonly DuplicateRow<T>[],
  texts: ReadonlyMap<FiledRow<T>, string>,
): readonly DuplicateRow<T>[] {
  const textsSoFar = new Set<string>();
  return duplicates.map((duplicate) => {
    const text = `${duplicate.row.file.sha256} ${texts.get(duplicate.row) ?? ""}`;
    if (duplicate.why === "repeated" || !textsSoFar.has(text)) {
      textsSoFar.add(text);
      return duplicate;
    }
    return { ...duplicate, why: "repeated" };
  });
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
    return compareText(a.modifiedAt, b.modifiedAt);
  }
  return a.file.arrival - b.file.arrival;
}

/** Positive where `a` counts rather than `b`; of equal rows the first in its file counts. */
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
    if (rank !== other) return compareRanks(rank, other);
  }
  const [textOfA = "", textOfB = ""] = [texts.get(a), texts.get(b)];
  if (textOfA !== textOfB) return compareText(textOfA, textOfB);
  return a.file === b.file ? b.record - a.record : compareText(b.file.name, a.file.name);
}

/** Two ranks of one rule, which are both numbers or both texts. */
const compareRanks = (a: string | number, b: string | number): number =>
  typeof a === "number" && typeof b === "number" ? a - b : compareText(String(a), String(b));

/** The ranks that decide between two records that contradict each other: the greater counts, compared rank by rank. */
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
