import { day } from "../../functions/domain/calendar/day.ts";
import { EVERYBODY, type GroupKey } from "../../functions/domain/figures/group-key.ts";
import type { DistrictId } from "../../functions/domain/ids.ts";
import { STUDENT_DIVISIONS } from "../../functions/domain/people/student-groups.ts";
import type { MandateProfile } from "../../functions/mandates/rules/mandate-profile.ts";
import { conformedInForce } from "../../functions/pipeline/conform/conformed-in-force.ts";
import { cubesOf } from "../../functions/pipeline/measure/measured-cubes.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { rowsOf, type PublicBytes, type Row } from "./release-bytes.ts";

const SMALLEST_GROUP = 20;
/** So few students in no group of a division are reason to leave its smallest group out. */
const FEW = 9;

/**
 * The schools and student groups of 20 or more on the day of the year's first release that have no
 * label in a release, counted from the schools' cubes and without the plan of the year.
 */
export async function unlabelled(
  places: Places,
  district: DistrictId,
  firstDay: string,
  mandate: MandateProfile,
  bytes: PublicBytes,
  folder: string,
): Promise<readonly string[]> {
  const manifest = (await conformedInForce(places.records, district))!;
  const cubes = await cubesOf(places.records, manifest, { asOf: day(firstDay), mandate });
  const rates = rowsOf(bytes, folder, "rates");
  const groups = rowsOf(bytes, folder, "student-groups");
  return ["enrolled", "mandate"].flatMap((population) => {
    const isOf = ({ measure }: Row): boolean =>
      (measure === "chronic-absence") === (population === "enrolled");
    const large = cubes
      .map(({ cube }) => cube)
      .filter(({ students }) => (students[population]?.[EVERYBODY] ?? 0) >= SMALLEST_GROUP);
    const schools = new Set<unknown>([...large.map(({ school }) => school), ""]);
    const sizeOf = (group: GroupKey): number =>
      large.reduce((sum, { students }) => sum + (students[population]?.[group] ?? 0), 0);
    const everybody = sizeOf(EVERYBODY);
    const isWithout = ({ state }: Row): boolean => state !== "shown";
    const ofSchools = rates.filter(
      (row) => isOf(row) && row["breakdown"] === "all" && schools.has(row["school"]),
    );
    const ofGroups = STUDENT_DIVISIONS.flatMap(({ id, groups: all }) => {
      const enough = all.filter(
        (group) => group.id !== "no" && sizeOf(`${id}/${group.id}`) >= SMALLEST_GROUP,
      );
      const leftover = enough.reduce((sum, group) => sum - sizeOf(`${id}/${group.id}`), everybody);
      const smallest = [...enough].sort(
        (a, b) => sizeOf(`${id}/${a.id}`) - sizeOf(`${id}/${b.id}`),
      )[0];
      const isLeftOut = leftover > 0 && leftover <= FEW;
      const shown = enough.filter((group) => !isLeftOut || group !== smallest);
      return groups.filter(
        (row) =>
          isOf(row) &&
          row["level"] === "district" &&
          row["division"] === id &&
          shown.some((group) => group.id === row["group"]),
      );
    });
    return (everybody < SMALLEST_GROUP ? [] : [...ofSchools, ...ofGroups])
      .filter(isWithout)
      .map((row) => JSON.stringify(row));
  });
}
