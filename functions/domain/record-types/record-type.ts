import type { AnyRow, CanonicalField, RequiredFields } from "./field.ts";
import type { Precedence } from "./precedence.ts";
import type { Reference } from "./reference.ts";
import type { StoredTable } from "./stored-table.ts";

/**
 * One type of record that a district's exports give: how it is read, joined, stored and called. All
 * steps follow from it, in one loop over the types, so that a new type is a descriptor and a line of
 * the registry.
 */
export interface RecordType {
  /** What profiles call it, and its key in the registry. */
  readonly name: string;
  /** What messages call it, in lower case: one record, and several. */
  readonly words: { readonly one: string; readonly many: string };

  /** The fields that a profile may fill. */
  readonly fields: { readonly [field: string]: CanonicalField };
  readonly required: RequiredFields;
  /** Fields that may be empty, yet not wrong: to read them as empty would say something else of the student. */
  readonly decisive?: readonly string[];
  /** It adds to a student or a plan, and without it the record is still of that student or plan. */
  readonly isAddition?: true;

  /**
   * The fields of a row that make two rows be about the same; of a list of fields the first that holds
   * anything.
   */
  readonly key: readonly (string | readonly string[])[];
  /** The key of a row that has nothing in the first field of its key. */
  readonly keyWithoutId?: readonly string[];
  /** The field whose column a message names where two records of one key contradict each other. */
  readonly keyField: string;
  /**
   * A field that tells rows of one key apart: some platforms number goals and reviews within each
   * plan, so that one identifier in two plans means two goals.
   */
  readonly numberedWithin?: string;
  /** Whether each record counts, so that none holds in place of another. */
  readonly isEachKept?: true;
  /** By what one of two contradicting records of one time holds; `BEST_KNOWN` without it. */
  readonly precedence?: readonly Precedence[];
  /** What its records refer to, in the order in which it is looked at. */
  readonly references: readonly Reference[];
  /** The fields of which a whole file may not drop many values without somebody saying so. */
  readonly guardedBy?: readonly string[];
  /** That holds from so many records on, since a correction may change a large part of fewer; from 1 without it. */
  readonly guardedFrom?: number;

  /** Whether the district has sent any is noted under this name: for measures, or for the rules that ask for such records. */
  readonly availability?: { readonly for: "measures" | "rules"; readonly as: string };
  /** How it is stored; absent where it is not stored by school. */
  readonly table?: StoredTable;
}

/** Checks a descriptor and keeps its exact type, from which the types of rows follow. */
export const recordType = <const T extends RecordType>(type: T): T => type;

/** What makes two rows of a type be about the same, as text. */
export function keyOf({ key, keyWithoutId }: RecordType, row: AnyRow): string {
  const [first] = key;
  const isNumbered = keyWithoutId === undefined || textAt(row, first ?? "") !== "";
  return (isNumbered ? key : keyWithoutId).map((field) => textAt(row, field)).join("\u0000");
}

function textAt(row: AnyRow, field: string | readonly string[]): string {
  if (typeof field === "string") return String(row[field] ?? "");
  return field.map((column) => textAt(row, column)).find((text) => text !== "") ?? "";
}
