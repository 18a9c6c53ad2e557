/**
 * The conformed tables: what the exports come to once validated. They hold personal data and rest
 * in the records bucket only. Every partition holds all there is about every student who was ever
 * enrolled in its school, so that a school is measured from its own partitions alone. Each is defined
 * by its type of record: see `record-types/`.
 */
import { RECORD_TYPE_NAMES, recordTypeOf, type RecordTypes } from "./record-types.ts";

/** Each table of a type of record, by its name. */
type ConformedTables = {
  readonly [T in keyof RecordTypes as TableOf<T>["name"]]: TableOf<T>;
};
type TableOf<T extends keyof RecordTypes> = Extract<
  RecordTypes[T],
  { readonly table: unknown }
>["table"];

export type ConformedTable = keyof ConformedTables;

export const CONFORMED = Object.fromEntries(
  RECORD_TYPE_NAMES.flatMap((name) => {
    const { table } = recordTypeOf(name);
    return table === undefined ? [] : [[table.name, table]];
  }),
  // Made from the registry, whose type says the same.
) as unknown as ConformedTables;
