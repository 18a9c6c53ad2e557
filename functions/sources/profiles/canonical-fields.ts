import { RECORD_TYPES } from "../../domain/record-types/record-types.ts";
import type { RecordType } from "../../domain/record-types/record-type.ts";
import type { CanonicalTable } from "./profile.ts";

export {
  isDayField,
  type CanonicalField,
  type DayField,
  type DaySort,
} from "../../domain/record-types/field.ts";

/** The fields that a profile may fill of one table, and what a row cannot do without. */
export type CanonicalFields = Pick<RecordType, "fields" | "required" | "decisive">;

/** What a column map may name, table by table: `profile.schema.json` says the same to editors. */
export const CANONICAL_FIELDS: { readonly [T in CanonicalTable]: CanonicalFields } = RECORD_TYPES;

/** The fields of a table that a row can do without: where one cannot be read, it is as if it were empty. */
export function optionalFields(table: CanonicalTable): ReadonlySet<string> {
  const { fields, required, decisive = [] } = CANONICAL_FIELDS[table];
  const needed = new Set([...required.flat(2), ...decisive]);
  return new Set(Object.keys(fields).filter((field) => !needed.has(field)));
}

/** What says whether a day was missed, where more than its amount is known. */
export const KIND_FIELDS: readonly string[] = ["kind", "isAbsent", "isPresent"];
