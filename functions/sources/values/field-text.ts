import { UNSEEN } from "../../domain/text/folded-identifier.ts";
import { meaningOfBlank, type BoundColumn } from "./bound-column.ts";
import { failField, type CurrentRecord } from "./current-record.ts";
import { identifierFault, LONGEST_ID } from "./identifier-fault.ts";
import { meansNothing } from "./null-tokens.ts";
import { beginsNothing, isPlainIdentifier, isPlainText } from "./plain-text.ts";
import type { CanonicalField } from "../profiles/canonical-fields.ts";

// oxlint-disable-next-line no-control-regex -- these are the characters that no export should hold
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;
/** `'00417`: so people keep a spreadsheet from taking an identifier for a number. */
const TEXT_MARK = /^'(?=\d+$)/;

/** The trimmed text of a field; empty when the column or the value is missing and not required. */
export function textOf(record: CurrentRecord, field: string): string {
  const column = record.columns.byField.get(field);
  if (column === undefined) return "";
  const plain = plainTextOf(record, field, column);
  if (plain !== undefined) return plain;
  const text = writtenText(record, field, column);
  if (text === "") {
    if (column.map.isRequired === true) failField(record, field, "missing-value");
    return "";
  }
  if (!CONTROL.test(text)) return text;
  failField(record, field, "unreadable-characters");
  return record.columns.optional.has(field) ? "" : text;
}

/** The cell of a field, where it is text as it stands: undefined where it has to be looked at closer. */
function plainTextOf(
  { columns: { begins, sorts }, cells }: CurrentRecord,
  field: string,
  column: BoundColumn | undefined,
): string | undefined {
  const place = column?.plainPlace ?? null;
  const cell = place === null ? undefined : cells[place];
  if (cell === undefined || !isFreeText(sorts[field]) || !isPlainText(cell, begins)) return;
  return cell;
}

/** Whether a word for nothing may be what a field of the sort holds. */
const isFreeText = (field: CanonicalField | undefined): boolean =>
  field === undefined || field.is === "text" || field.is === "id" || field.is === "student";

const NO_BEGINNINGS = beginsNothing([]);

/** An identifier: text on one line, short enough for any key, as the source system wrote it. */
export function identifierOf(record: CurrentRecord, field: string): string {
  const { byField, optional } = record.columns;
  const plain = plainTextOf(record, field, byField.get(field));
  const text = plain ?? textOf(record, field);
  const isPlain = plain !== undefined || isPlainText(text, NO_BEGINNINGS);
  if (isPlain && isPlainIdentifier(text, LONGEST_ID)) return text;
  const identifier = text.replace(UNSEEN, "").trim();
  if (identifier === "" && text !== "" && byField.get(field)?.map.isRequired === true) {
    failField(record, field, "missing-value");
  }
  const reason = identifierFault(identifier);
  if (reason === null) return identifier;
  failField(record, field, reason);
  return optional.has(field) ? "" : identifier;
}

/** A value as the profile translates it; as written where it does not. */
export const translatedText = (record: CurrentRecord, field: string, text: string): string =>
  record.columns.byField.get(field)?.values?.get(text.toLowerCase()) ?? text;

/** What the record says of a field: in its cells, by leaving them blank, or by the profile alone. */
function writtenText(
  { columns: { nullTokens, sorts }, cells }: CurrentRecord,
  field: string,
  column: BoundColumn,
): string {
  const { map, places, joined, extract, values } = column;
  let text =
    joined.length > 0
      ? joined
          .map((part) => filledCell(cells, part, nullTokens))
          .filter((part) => part !== "")
          .join("-")
      : filledCell(cells, places, nullTokens);
  if (meansNothing(text, sorts[field], values)) text = "";
  if (extract !== null) text = extract.exec(text)?.[1]?.trim() ?? "";
  return text === "" ? (meaningOfBlank(column, cells) ?? map.value ?? "") : text;
}

/**
 * The first of a record's cells that is not empty: a header may name a column more than once.
 * @param nullTokens the words for an empty value, in lower case
 */
export function filledCell(
  cells: readonly string[],
  columns: readonly number[],
  nullTokens: ReadonlySet<string>,
): string {
  for (const column of columns) {
    const text = cells[column]?.trim() ?? "";
    if (text === "" || nullTokens.has(text.toLowerCase())) continue;
    return text.startsWith("'") ? text.replace(TEXT_MARK, "") : text;
  }
  return "";
}
