import { failField, setAsideValue, type CurrentRecord } from "./current-record.ts";
import { textOf, translatedText } from "./field-text.ts";
import { listItems } from "./list-items.ts";
import { writtenNumber, writtenShare } from "./written-numbers.ts";
import { writtenYesNo } from "./written-yes-no.ts";

/** The number; null when missing or none. */
export const numberOf = (record: CurrentRecord, field: string): number | null =>
  numberBy(record, field, writtenNumber);

/** A part of a whole, 0 to 1, as such or in percent. */
export const shareOf = (record: CurrentRecord, field: string): number | null =>
  numberBy(record, field, writtenShare);

function numberBy(
  record: CurrentRecord,
  field: string,
  read: (text: string) => number | null,
): number | null {
  const text = textOf(record, field);
  if (text === "") return null;
  const number = read(translatedText(record, field, text));
  if (number === null) failField(record, field, "not-a-number");
  return number;
}

/** Yes or no in any of the ways that exports write it; null when missing or neither. */
export function yesNoOf(record: CurrentRecord, field: string): boolean | null {
  const text = textOf(record, field);
  if (text === "") return null;
  const isYes = writtenYesNo(field, translatedText(record, field, text));
  if (isYes === null) failField(record, field, "not-a-listed-value");
  return isYes;
}

/** One of the values; null when missing or none of them. */
export function oneOf<T extends string>(
  record: CurrentRecord,
  field: string,
  values: readonly T[],
): T | null {
  const text = textOf(record, field);
  return text === "" ? null : listedOrOther(record, field, text, values);
}

/**
 * The items of a list that are among the values, each once. Where the list has such an item, the
 * others are set aside alone; where it has none, the field cannot be read.
 */
export function listOf<T extends string>(
  record: CurrentRecord,
  field: string,
  values: readonly T[],
): readonly T[] {
  const text = textOf(record, field);
  if (text === "") return [];
  const column = record.columns.byField.get(field);
  // Of descriptors side by side the name of the last would stand for all.
  const isListed = (item: string) =>
    !/#.*#/.test(item) && listedValue(item, values, column?.values ?? null) !== null;
  const items = listItems(text, isListed);
  const listed = items
    .filter((item) => isListed(item) || column?.map.otherValues !== undefined)
    .map((item) => listedOrOther(record, field, item, values))
    .filter((item) => item !== null);
  if (listed.length === 0 && items.length > 0) failField(record, field, "not-a-listed-value");
  else if (listed.length < items.length) {
    setAsideValue(record, { column: column?.name ?? "", reason: "not-a-listed-value" });
  }
  return [...new Set(listed)];
}

/** A listed value, or what the profile says that all others mean. */
function listedOrOther<T extends string>(
  record: CurrentRecord,
  field: string,
  text: string,
  values: readonly T[],
): T | null {
  const column = record.columns.byField.get(field);
  const other = column?.map.otherValues;
  const listed =
    listedValue(text, values, column?.values ?? null) ??
    values.find((value) => value.toLowerCase() === other) ??
    null;
  if (listed === null) failField(record, field, "not-a-listed-value");
  return listed;
}

/**
 * The value as the profile maps it or as written, in any case; null where it is none of the listed.
 * @param translations by what the file writes, in lower case
 */
export function listedValue<T extends string>(
  text: string,
  values: readonly T[],
  translations: ReadonlyMap<string, string> | null,
): T | null {
  const local = localName(text);
  const translated = translations?.get(local) ?? translations?.get(text.toLowerCase()) ?? local;
  return values.find((value) => value.toLowerCase() === translated.toLowerCase()) ?? null;
}

/** Ed-Fi writes uri://ed-fi.org/SomeDescriptor#Value and states put their own name in front. */
const localName = (text: string): string => text.slice(text.lastIndexOf("#") + 1).toLowerCase();
