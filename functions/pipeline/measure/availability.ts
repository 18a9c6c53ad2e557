import type { ConformedTable } from "../../domain/records/conformed-tables.ts";
import { firstDayOf, lastDayOf, type SchoolYear } from "../../domain/calendar/school-year.ts";
import type { Collected } from "../../mandates/rules/collected.ts";
import type { Holdings } from "../../metrics/students/measure-context.ts";
import { collectedOf } from "../../join/collected-codes.ts";
import type { ConformedManifest, Partition } from "../conform/conformed-manifest.ts";

/**
 * Sorts of records that few districts send, of any year. Where nobody sent any, what rests on them
 * cannot be determined; where somebody did, a student without any has none.
 */
export interface Sent {
  readonly programs: boolean;
  readonly planAssents: boolean;
  readonly planComponents: boolean;
  readonly studentEvents: boolean;
  /** Which codes occur at all; absent in versions of before that was noted. */
  readonly collected?: Collected;
}

export function sentIn(manifest: ConformedManifest): Sent {
  const collected = collectedOf(manifest);
  const has = (wanted: ConformedTable): boolean =>
    manifest.schools.some(({ partitions }) =>
      partitions.some(({ table, rows }) => table === wanted && rows > 0),
    );
  return {
    programs: has("program"),
    planAssents: has("planAssent"),
    planComponents: has("planComponent"),
    studentEvents: has("studentEvent"),
    ...(collected && { collected }),
  };
}

/** Which sorts of records a conformed version holds for a school year, of any school. */
export function holdingsOf(manifest: ConformedManifest, year: SchoolYear): Holdings {
  const from = firstDayOf(year).slice(0, 7);
  const until = lastDayOf(year).slice(0, 7);
  const hasAny = (isWanted: (partition: Partition) => boolean): boolean =>
    manifest.schools.some(({ partitions }) =>
      partitions.some((partition) => partition.rows > 0 && isWanted(partition)),
    );
  return {
    plans: hasAny(({ table }) => table === "plan"),
    attendance: hasAny(
      ({ table, month }) =>
        table === "absence" && month !== null && month >= from && month <= until,
    ),
  };
}
