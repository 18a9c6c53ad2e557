import { firstDayOf, lastDayOf, type SchoolYear } from "../domain/school-year.ts";
import type { Holdings } from "../metrics/metric.ts";
import type { ConformedManifest, Partition } from "./conformed-manifest.ts";

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
