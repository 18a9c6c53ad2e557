import { isDay, type Day, addDays } from "../domain/day.ts";
import type { RejectReason } from "../domain/reject.ts";
import type { ColumnMap } from "./profile.ts";

/** Why the record at hand cannot be used: the first fault found wins. */
export interface FieldFault {
  readonly column: string;
  readonly reason: RejectReason;
}

/**
 * Reads the canonical fields of one record after another. A field that cannot be read leaves a
 * fault and an empty value; whoever reads them asks for `fault` before using any.
 */
export interface Fields {
  begin(cells: readonly string[]): void;
  fault(): FieldFault | null;
  fail(field: string, reason: RejectReason): void;
  /** The trimmed text; empty when the column or the value is missing and not required. */
  text(field: string): string;
  /** An identifier: text on one line, short enough for any key. */
  id(field: string): string;
  /** The day; null when missing and not required. An inclusive last day comes out as the first that does not count. */
  day(field: string): Day | null;
  /** A day that must be there; a fault and an early day where it is not. */
  requiredDay(field: string): Day;
  number(field: string): number | null;
  /** One of the values, by the profile's map or as written, in any case; null when missing and not required. */
  oneOf<T extends string>(field: string, values: readonly T[]): T | null;
  /** A list of such values, `;` or `,` between them. */
  listOf<T extends string>(field: string, values: readonly T[]): readonly T[];
}

/** OneRoster allows 255 characters for a GUID. */
const LONGEST_ID = 255;
const EARLIEST = "1900-01-01";
const LATEST = "2100-01-01";
const NO_DAY = EARLIEST as Day;
// eslint-disable-next-line no-control-regex -- these are the characters that no export should hold
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

interface BoundColumn {
  readonly index: number;
  readonly name: string;
  readonly map: ColumnMap;
  readonly values: ReadonlyMap<string, string> | null;
}

/** Where in a record a column stands: the first of its names that the header has; -1 where it has none. */
export function placeOf({ from }: ColumnMap, header: readonly string[]): number {
  for (const alias of from) {
    const place = header.findIndex((name) => sameName(alias, name));
    if (place >= 0) return place;
  }
  return -1;
}

const sameName = (alias: string, name: string | undefined): boolean =>
  alias.toLowerCase() === name?.toLowerCase();

/** Binds a profile's columns to the header of one file. */
export function fieldsOf(columns: readonly ColumnMap[], header: readonly string[]): Fields {
  const bound = new Map<string, BoundColumn>();
  for (const map of columns) {
    const index = placeOf(map, header);
    const values =
      map.values === undefined
        ? null
        : new Map(Object.entries(map.values).map(([local, ours]) => [local.toLowerCase(), ours]));
    bound.set(map.to, {
      index,
      name: map.from.find((alias) => sameName(alias, header[index])) ?? map.from[0] ?? map.to,
      map,
      values,
    });
  }

  let cells: readonly string[] = [];
  let fault: FieldFault | null = null;

  const fail = (field: string, reason: RejectReason) => {
    fault ??= { column: bound.get(field)?.name ?? "", reason };
  };
  const text = (field: string): string => {
    const column = bound.get(field);
    if (column === undefined) return "";
    const value = (cells[column.index] ?? "").trim();
    if (value === "") {
      if (column.map.isRequired === true) fail(field, "missing-value");
      return "";
    }
    if (CONTROL.test(value)) fail(field, "unreadable-characters");
    return value;
  };
  const day = (field: string): Day | null => {
    const value = text(field);
    if (value === "") return null;
    const iso = value.length > 10 && /^[T ]/.test(value.slice(10)) ? value.slice(0, 10) : value;
    if (!isDay(iso)) {
      fail(field, "not-a-day");
      return null;
    }
    if (iso < EARLIEST || iso > LATEST) {
      fail(field, "day-out-of-range");
      return null;
    }
    return bound.get(field)?.map.isLastDay === true ? addDays(iso, 1) : iso;
  };
  const translate = <T extends string>(
    field: string,
    value: string,
    values: readonly T[],
  ): T | null => {
    // Ed-Fi writes uri://ed-fi.org/SomeDescriptor#Value and states put their own name in front.
    const local = value.slice(value.lastIndexOf("#") + 1).toLowerCase();
    const ours = bound.get(field)?.values?.get(local) ?? local;
    const found = values.find((allowed) => allowed.toLowerCase() === ours.toLowerCase());
    if (found === undefined) fail(field, "not-a-listed-value");
    return found ?? null;
  };
  return {
    begin(record) {
      cells = record;
      fault = null;
      if (
        record.length > header.length &&
        record.slice(header.length).some((cell) => cell !== "")
      ) {
        fault = { column: "", reason: "too-many-cells" };
      }
    },
    fault: () => fault,
    fail,
    text,
    id(field) {
      const value = text(field);
      if (value.length > LONGEST_ID) fail(field, "identifier-too-long");
      if (/[\n\t]/.test(value)) fail(field, "unreadable-characters");
      return value;
    },
    day,
    requiredDay(field) {
      const on = day(field);
      if (on === null) fail(field, "missing-value");
      return on ?? NO_DAY;
    },
    number(field) {
      const value = text(field);
      if (value === "") return null;
      if (!/^-?\d+(\.\d+)?$/.test(value)) {
        fail(field, "not-a-number");
        return null;
      }
      return Number(value);
    },
    oneOf(field, values) {
      const value = text(field);
      return value === "" ? null : translate(field, value, values);
    },
    listOf(field, values) {
      const value = text(field);
      if (value === "") return [];
      const items = value.split(/[;,]/).map((item) => item.trim());
      return items
        .filter((item) => item !== "")
        .map((item) => translate(field, item, values))
        .filter((item) => item !== null);
    },
  };
}
