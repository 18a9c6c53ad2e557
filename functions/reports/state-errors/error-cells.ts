import { cellAt, placesOf } from "../../sources/csv/header.ts";
import type { ErrorField, ErrorProfile } from "./error-profile.ts";
import { ERROR_TEXTS, type ErrorText } from "./state-error.ts";

/** The cells of a record by what they say; a field that the record does not have is absent. */
export type ErrorCells = { readonly [field in ErrorField]?: string };
type Cells = { [field in ErrorField]?: string };

/**
 * Reads the cells of records under a header. Of two columns with one name, that of an added column is
 * the last, since what was sent is repeated before it.
 */
export function cellsByHeader(
  { columns }: ErrorProfile,
  header: readonly string[],
): (row: readonly string[]) => ErrorCells {
  const places = columns.map(({ to, names = [], position = 1 }) => {
    const all = placesOf(names, header);
    return { to, places: position < 0 ? all.slice(-1) : all };
  });
  return (row) => {
    const cells: Cells = {};
    for (const { to, places: own } of places) if (own.length > 0) cells[to] = cellAt(row, own);
    return cells;
  };
}

/** The cells of a record without a header: those at positions, and by its type those that repeat what was sent. */
export function cellsByPosition(
  { columns, recordTypes = {} }: ErrorProfile,
  row: readonly string[],
): ErrorCells {
  const cells: Cells = {};
  const take = (to: ErrorField, position: number) => {
    const place = position < 0 ? row.length + position : position - 1;
    if (row[place] !== undefined) cells[to] = row[place].trim();
  };
  for (const { to, position } of columns) if (position !== undefined) take(to, position);
  const type = cells.recordType ?? "";
  const sent = Object.hasOwn(recordTypes, type) ? recordTypes[type] : undefined;
  for (const text of ERROR_TEXTS) {
    const position = sent?.[text];
    if (position !== undefined) take(text, position);
  }
  return cells;
}

/** Longer messages are searched in their beginning. */
const SEARCHED_CHARACTERS = 2_000;

/** The texts that the named groups of the first fitting expression give. */
export function textsInWords(
  patterns: readonly string[],
  words: string,
): { readonly [text in ErrorText]?: string } {
  const searched = words.slice(0, SEARCHED_CHARACTERS);
  for (const pattern of patterns) {
    const groups = new RegExp(pattern, "i").exec(searched)?.groups;
    if (groups === undefined) continue;
    const texts: { [text in ErrorText]?: string } = {};
    for (const text of ERROR_TEXTS) {
      const value = groups[text];
      if (value !== undefined) texts[text] = value.trim();
    }
    return texts;
  }
  return {};
}
