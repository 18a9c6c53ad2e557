import type { RecordType } from "../domain/record-types/record-type.ts";
import {
  RECORD_TYPE_NAMES,
  recordTypeOf,
  type RecordTypes,
} from "../domain/record-types/record-types.ts";
import { firstDayOf, lastDayOf, type SchoolYear } from "../domain/calendar/school-year.ts";
import type { Collected } from "../mandates/rules/collected.ts";
import type { Availability } from "../metrics/students/measure-context.ts";
import { collectedOf } from "../join/collected-codes.ts";
import type { ConformedManifest, Partition } from "./conformed-manifest.ts";

type NotedAvailability = NonNullable<RecordType["availability"]>;
/** The names under which it is noted whether records were sent. */
type NameOf<For extends NotedAvailability["for"]> = Extract<
  RecordTypes[keyof RecordTypes],
  { readonly availability: { readonly for: For } }
>["availability"]["as"];

/**
 * Types of records that few districts send, for any year. If the district sent none of a type, what
 * depends on it cannot be determined; if it sent some, a student without any has none.
 */
export type Available = { readonly [name in NameOf<"rules">]: boolean } & {
  /** Which codes occur at all; absent in versions made before this was noted. */
  readonly collected?: Collected;
};

export function availableIn(manifest: ConformedManifest): Available {
  const collected = collectedOf(manifest);
  return {
    ...available("rules", manifest, () => true),
    ...(collected && { collected }),
  };
}

/** Which types of records a conformed version has for a school year, in any school. */
export function availabilityOf(manifest: ConformedManifest, year: SchoolYear): Availability {
  const from = firstDayOf(year).slice(0, 7);
  const until = lastDayOf(year).slice(0, 7);
  // Tables that are not divided by month hold all years.
  return available(
    "measures",
    manifest,
    ({ month }) => month === null || (month >= from && month <= until),
  );
}

/** Whether any partition has records of each type that notes it, by the names that the types give. */
function available<For extends NotedAvailability["for"]>(
  purpose: For,
  { schools }: ConformedManifest,
  isWanted: (partition: Partition) => boolean,
): { readonly [name in NameOf<For>]: boolean } {
  const filled = schools
    .flatMap(({ partitions }) => partitions)
    .filter((partition) => partition.rows > 0 && isWanted(partition));
  const tables = new Set(filled.map(({ table }) => table));
  const noted = RECORD_TYPE_NAMES.map(recordTypeOf).flatMap(({ availability, table }) =>
    availability?.for === purpose && table !== undefined
      ? [[availability.as, tables.has(table.name)]]
      : [],
  );
  // The names are those of the types that are looped over.
  return Object.fromEntries(noted) as { readonly [name in NameOf<For>]: boolean };
}
