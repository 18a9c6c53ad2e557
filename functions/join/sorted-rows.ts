import type { Column } from "../domain/records/columns.ts";

/** Row numbers grouped by a number: those of group `g` are from `starts[g]` to `starts[g + 1]`. */
export interface GroupedRows {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

/**
 * Groups rows by their numbers; the rows of a group keep their order.
 * @param groupOf by row the number of its group; negative for one that is in none
 */
export function groupedRows(rows: Int32Array, groupOf: Int32Array, groups: number): GroupedRows {
  const starts = new Int32Array(groups + 1);
  for (const row of rows) {
    const group = groupOf[row] ?? -1;
    if (group >= 0) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  }
  for (let group = 0; group < groups; group++) {
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  }
  const ends = starts.slice();
  const grouped = new Int32Array(starts[groups] ?? 0);
  for (const row of rows) {
    const group = groupOf[row] ?? -1;
    if (group < 0) continue;
    const place = ends[group] ?? 0;
    grouped[place] = row;
    ends[group] = place + 1;
  }
  return { starts, rows: grouped };
}

/** All row numbers of so many rows. */
export const allRows = (length: number): Int32Array =>
  new Int32Array(length).map((_zero, row) => row);

/**
 * Rows in the order of the texts of columns, the first column first; rows with equal texts keep their
 * order. Each text of a column is compared once, however many rows have it.
 */
export function inTextOrder(rows: Int32Array, columns: readonly Column[]): Int32Array {
  const ranked = columns.map(ranksOf);
  if (isInOrder(rows, ranked)) return rows;
  let sorted = rows;
  for (const { ofRow, count } of ranked.toReversed()) {
    sorted = groupedRows(sorted, ofRow, count).rows;
  }
  return sorted;
}

/** By row the place of its text among the different texts of a column in their order. */
interface Ranks {
  readonly ofRow: Int32Array;
  readonly count: number;
}

function ranksOf({ codes, values }: Column): Ranks {
  const texts = values.map((value) => String(value ?? ""));
  if (isAscending(texts)) return { ofRow: codes, count: texts.length };
  const places = texts.map((_text, code) => code);
  places.sort((a, b) => {
    const [textOfA = "", textOfB = ""] = [texts[a], texts[b]];
    return textOfA < textOfB ? -1 : textOfA > textOfB ? 1 : 0;
  });
  const ranks = new Int32Array(texts.length);
  let count = 0;
  for (const [index, code] of places.entries()) {
    if (index > 0 && texts[places[index - 1] ?? 0] !== texts[code]) count++;
    ranks[code] = count;
  }
  return { ofRow: codes.map((code) => ranks[code] ?? 0), count: count + 1 };
}

/** Whether each text stands after the one before it. */
function isAscending(texts: readonly string[]): boolean {
  for (let index = 1; index < texts.length; index++) {
    if ((texts[index - 1] ?? "") >= (texts[index] ?? "")) return false;
  }
  return true;
}

function isInOrder(rows: Int32Array, ranked: readonly Ranks[]): boolean {
  for (let index = 1; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    const before = rows[index - 1] ?? 0;
    for (const { ofRow } of ranked) {
      const difference = (ofRow[row] ?? 0) - (ofRow[before] ?? 0);
      if (difference > 0) break;
      if (difference < 0) return false;
    }
  }
  return true;
}
