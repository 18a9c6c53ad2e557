// Longer than most: each sort of field is read here, on the one record at hand.
import { addDays, type Day } from "../../domain/calendar/day.ts";
import type { DayRange, RejectReason } from "../../domain/records/reject.ts";
import { boundColumn, meaningOfBlank } from "./bound-column.ts";
import { CANONICAL_FIELDS, optionalFields } from "../profiles/canonical-fields.ts";
import { isDayZero, saysNoDay } from "./day-zero.ts";
import type { DayOrder } from "./day-formats.ts";
import { NO_LIMITS, outsideOf, type DayLimits } from "./day-ranges.ts";
import { listItems } from "./list-items.ts";
import { meansNothing, nullTokensOf } from "./null-tokens.ts";
import { identifierFault } from "./identifier-fault.ts";
import type { CanonicalTable, CellRules, ColumnMap } from "../profiles/profile.ts";
import { writtenNumber, writtenShare } from "./written-numbers.ts";
import { writtenYesNo } from "./written-yes-no.ts";

/** Why the record at hand cannot be used, or a value of it: of a record the first fault found wins. */
export interface FieldFault {
  readonly column: string;
  readonly reason: RejectReason;
  /** Of a day that lies outside of it. */
  readonly range?: DayRange;
}

/**
 * Reads the canonical fields of one record after another. A field that cannot be read leaves an
 * empty value and, where the row cannot do without it, a fault; whoever reads them asks for `fault`
 * before using any. A value that the row can do without is set aside.
 */
export interface Fields {
  begin(cells: readonly string[]): void;
  fault(): FieldFault | null;
  /** The values of the record that are set aside. */
  setAside(): readonly FieldFault[];
  fail(field: string, reason: RejectReason, range?: DayRange): void;
  /** The column that a field is read from, as the profile names it; the field itself where there is none. */
  nameOf(field: string): string;
  /** A fault of a column that no field is read from, such as one of the parts of a day. */
  failAt(column: string, reason: RejectReason): void;
  /** The day the file came; null where that is not known. */
  readonly receivedOn: Day | null;
  /** Whether the profile says where the field is read from, or what it is. */
  has(field: string): boolean;
  /** The trimmed text; empty when the column or the value is missing and not required. */
  text(field: string): string;
  /** A value as the profile translates it; as written where it does not. */
  translated(field: string, value: string): string;
  /** An identifier: text on one line, short enough for any key, as the source system wrote it. */
  id(field: string): string;
  /** The day; null when missing and not required. */
  day(field: string): Day | null;
  /** The first day that no longer counts; null when open, as a day beyond all calendars says too. */
  endDay(field: string): Day | null;
  /** A day that must be there; a fault and an early day where it is not. */
  requiredDay(field: string): Day;
  number(field: string): number | null;
  /** A part of a whole, 0 to 1, as such or in percent. */
  share(field: string): number | null;
  /** Yes or no in any of the ways that exports write it; null when missing. */
  yesNo(field: string): boolean | null;
  /** One of the values, by the profile's map or as written, in any case; null when missing and not required. */
  oneOf<T extends string>(field: string, values: readonly T[]): T | null;
  /** A list of such values. */
  listOf<T extends string>(field: string, values: readonly T[]): readonly T[];
}

/** What days with slashes show of the order in which a file writes month and day. */
export interface DayEvidence {
  /** How many days can be read in one order alone. */
  readonly proofs: { [order in DayOrder]: number };
  /** The fields, such as `plan.openedOn`, some of whose days can be read in both. */
  readonly open: Set<string>;
}

export const noDayEvidence = (): DayEvidence => ({
  proofs: { "month-first": 0, "day-first": 0 },
  open: new Set(),
});

const NO_DAY = "1900-01-01" as Day;
/** Systems write an open end as a far day: 2049-12-31, 2079-06-06 (the last that SQL Server's smalldatetime knows), 9999-12-31. */
const OPEN_END_FROM = "2049-01-01";
// eslint-disable-next-line no-control-regex -- these are the characters that no export should hold
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;
/** Characters that nobody sees and that word processors and web pages leave behind. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** `'00417`: so people keep a spreadsheet from taking an identifier for a number. */
const TEXT_MARK = /^'(?=\d+$)/;

/**
 * Binds a profile's columns to the header of one file.
 * @param table what the row is of, which says what it can do without; without it, nothing
 */
export function fieldsOf(
  columns: readonly ColumnMap[],
  header: readonly string[],
  rules: CellRules = {},
  order: DayOrder | null = null,
  evidence: DayEvidence = noDayEvidence(),
  { ranges, receivedOn }: DayLimits = NO_LIMITS,
  table: CanonicalTable | null = null,
): Fields {
  const nullTokens = nullTokensOf(rules);
  const bound = new Map(columns.map((map) => [map.to, boundColumn(map, header, rules, order)]));
  const optional: ReadonlySet<string> = table === null ? NO_FIELDS : optionalFields(table);
  const sorts = table === null ? {} : CANONICAL_FIELDS[table].fields;
  let cells: readonly string[] = [];
  let fault: FieldFault | null = null;
  let setAside: readonly FieldFault[] = NOTHING_SET_ASIDE;

  const fail = (field: string, reason: RejectReason, range?: DayRange) => {
    const found = { column: bound.get(field)?.name ?? "", reason, ...(range && { range }) };
    if (optional.has(field)) setAside = [...setAside, found];
    else fault ??= found;
  };
  /** The first of the cells that holds something: a header may stand twice. */
  const cellAt = (places: readonly number[]): string => {
    for (const place of places) {
      const value = cells[place]?.trim() ?? "";
      if (value === "" || nullTokens.has(value.toLowerCase())) continue;
      return value.startsWith("'") ? value.replace(TEXT_MARK, "") : value;
    }
    return "";
  };
  const text = (field: string): string => {
    const column = bound.get(field);
    if (column === undefined) return "";
    const { map, places, joined, extract } = column;
    let value =
      joined.length > 0
        ? joined
            .map(cellAt)
            .filter((part) => part !== "")
            .join("-")
        : cellAt(places);
    if (meansNothing(value, sorts[field], column.values)) value = "";
    if (extract !== null) value = extract.exec(value)?.[1]?.trim() ?? "";
    if (value === "") value = meaningOfBlank(column, cells) ?? map.value ?? "";
    if (value === "") {
      if (map.isRequired === true) fail(field, "missing-value");
      return "";
    }
    if (!CONTROL.test(value)) return value;
    fail(field, "unreadable-characters");
    return optional.has(field) ? "" : value;
  };
  const readDay = (field: string): Day | null => {
    const value = text(field);
    const column = bound.get(field);
    if (value === "" || column === undefined || saysNoDay(value)) return null;
    const read = column.readDay(value);
    switch (read.state) {
      case "not-a-day":
        fail(field, "not-a-day");
        return null;
      case "ambiguous":
        evidence.open.add(`${table ?? ""}.${field}`);
        fail(field, "ambiguous-day");
        return null;
      case "day":
        if (read.proves !== null) evidence.proofs[read.proves]++;
        return isDayZero(read.on) ? null : read.on;
    }
  };
  const inRange = (field: string, on: Day | null): Day | null => {
    const outside = on === null ? null : outsideOf(ranges.get(field), on);
    if (outside === null) return on;
    fail(field, outside.reason, outside.range);
    return null;
  };
  /** The value as the profile maps it or as written; null where it is none of the listed. */
  const listed = <T extends string>(
    field: string,
    value: string,
    values: readonly T[],
  ): T | null => {
    const local = localName(value);
    const mapped = bound.get(field)?.values;
    const ours = (mapped?.get(local) ?? mapped?.get(value.toLowerCase()) ?? local).toLowerCase();
    return values.find((one) => one.toLowerCase() === ours) ?? null;
  };
  const translate = <T extends string>(
    field: string,
    value: string,
    values: readonly T[],
  ): T | null => {
    const other = bound.get(field)?.map.otherValues;
    const found = listed(field, value, values) ?? values.find((one) => one.toLowerCase() === other);
    if (found === undefined) fail(field, "not-a-listed-value");
    return found ?? null;
  };
  const numberBy = (field: string, read: (text: string) => number | null): number | null => {
    const value = text(field);
    if (value === "") return null;
    const number = read(bound.get(field)?.values?.get(value.toLowerCase()) ?? value);
    if (number === null) fail(field, "not-a-number");
    return number;
  };
  return {
    begin(record) {
      cells = record;
      fault = null;
      setAside = NOTHING_SET_ASIDE;
      if (
        record.length > header.length &&
        record.slice(header.length).some((cell) => cell.trim() !== "")
      ) {
        fault = { column: "", reason: "too-many-cells" };
      }
    },
    receivedOn,
    fault: () => fault,
    setAside: () => setAside,
    fail,
    nameOf: (field) => bound.get(field)?.name ?? field,
    failAt(column, reason) {
      fault ??= { column, reason };
    },
    has: (field) => bound.has(field),
    translated: (field, value) => bound.get(field)?.values?.get(value.toLowerCase()) ?? value,
    text,
    id(field) {
      const sent = text(field);
      const value = sent.replace(UNSEEN, "").trim();
      if (value === "" && sent !== "" && bound.get(field)?.map.isRequired === true) {
        fail(field, "missing-value");
      }
      const reason = identifierFault(value);
      if (reason === null) return value;
      fail(field, reason);
      return optional.has(field) ? "" : value;
    },
    day: (field) => inRange(field, readDay(field)),
    endDay(field) {
      const on = readDay(field);
      if (on !== null && on >= OPEN_END_FROM) return null;
      const isLastDayIn = bound.get(field)?.isLastDayIn === true;
      return inRange(field, on !== null && isLastDayIn ? addDays(on, 1) : on);
    },
    requiredDay(field) {
      const on = inRange(field, readDay(field));
      if (on === null) fail(field, "missing-value");
      return on ?? NO_DAY;
    },
    number: (field) => numberBy(field, writtenNumber),
    share: (field) => numberBy(field, writtenShare),
    yesNo(field) {
      const value = text(field);
      if (value === "") return null;
      const read = writtenYesNo(field, bound.get(field)?.values?.get(value.toLowerCase()) ?? value);
      if (read === null) fail(field, "not-a-listed-value");
      return read;
    },
    oneOf(field, values) {
      const value = text(field);
      return value === "" ? null : translate(field, value, values);
    },
    listOf(field, values) {
      const value = text(field);
      if (value === "") return [];
      // Of descriptors side by side the name of the last would stand for all.
      const isKnown = (item: string) => !/#.*#/.test(item) && listed(field, item, values) !== null;
      const items = listItems(value, isKnown);
      const ours = items
        .filter((item) => isKnown(item) || bound.get(field)?.map.otherValues !== undefined)
        .map((item) => translate(field, item, values))
        .filter((item) => item !== null);
      if (ours.length < items.length) {
        // Of a list with an item that is known the others cost no more than themselves.
        const found = {
          column: bound.get(field)?.name ?? "",
          reason: "not-a-listed-value",
        } as const;
        if (ours.length === 0) fail(field, found.reason);
        else setAside = [...setAside, found];
      }
      return [...new Set(ours)];
    },
  };
}

const NO_FIELDS: ReadonlySet<string> = new Set();
const NOTHING_SET_ASIDE: readonly FieldFault[] = [];

/** Ed-Fi writes uri://ed-fi.org/SomeDescriptor#Value and states put their own name in front. */
export const localName = (value: string): string =>
  value.slice(value.lastIndexOf("#") + 1).toLowerCase();
