import type { Day } from "../../domain/calendar/day.ts";
import { day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { publicKeys, recordsKeys, tableKeys } from "../../layout.ts";
import { SMALLEST_GROUPS } from "../../protection/protection-policy.ts";
import type { Latest } from "../../releases/manifest/manifest.ts";
import { changeJson } from "../change-json.ts";
import { jsonBytes, readJson } from "../stored-json.ts";
import { setProtection } from "../settings/district-protection.ts";
import type { ItemKey, ObjectStore, Places } from "../ports.ts";

/** Where the version before kept what only it used. */
const oldPrefixes = (district: DistrictId): readonly string[] => [
  `patterns/${district}/`,
  `partials/${district}/`,
];

/** The days of releases of the old method that are public still, oldest first; null where there are none. */
export async function oldReleaseDays(
  open: ObjectStore,
  district: DistrictId,
): Promise<readonly Day[] | null> {
  const latest = await readJson<Partial<Latest>>(open, publicKeys.latest(district));
  // The old method's list of releases has no calendar.
  return latest === null || latest.calendar !== undefined ? null : daysOf(latest);
}

/** The days of releases of the old method, and which of them are still to be made again for staff. */
export interface FormerDays {
  readonly days: readonly Day[];
  readonly toMake: readonly Day[];
}

export const formerDays = async (records: ObjectStore, district: DistrictId): Promise<FormerDays> =>
  (await readJson<FormerDays>(records, recordsKeys.formerDays(district))) ?? {
    days: [],
    toMake: [],
  };

/** Notes that a day was made again, or cannot be. */
export async function noteMade(
  records: ObjectStore,
  district: DistrictId,
  made: Day,
): Promise<void> {
  await changeJson<FormerDays>(records, recordsKeys.formerDays(district), (before) => ({
    days: before?.days ?? [],
    toMake: (before?.toMake ?? []).filter((on) => on !== made),
  }));
}

/**
 * Takes the releases of the old method out of the public bucket: hidden counts can be worked out from
 * them. `latest.json` goes last, so that a run that is killed goes on where it was.
 */
export async function takeOutOldReleases(open: ObjectStore, district: DistrictId): Promise<void> {
  if ((await oldReleaseDays(open, district)) === null) return;
  await open.delete(await open.list(`${district}/releases/`));
  await open.delete([publicKeys.latest(district)]);
}

/**
 * Carries over what is known of the old method's time: the smallest group, which students the extracts
 * of a year leave out, and the days that were public. Comes before the first edition, which rests on
 * the smallest group, and before the releases are taken out, which name the days.
 */
export async function keepOldSettings(
  { records, public: open }: Pick<Places, "records" | "public">,
  district: DistrictId,
): Promise<void> {
  await keepSmallestGroup(records, district);
  await keepSecretOfExtracts(records, district);
  const days = await oldReleaseDays(open, district);
  if (days !== null) {
    const key = recordsKeys.formerDays(district);
    await records.putIfAbsent(key, jsonBytes({ days, toMake: days }), "application/json");
  }
}

/** Removes what only the old method used from the records bucket and the table. */
export async function removeOldRecords(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
): Promise<void> {
  const left = (
    await Promise.all(oldPrefixes(district).map((prefix) => records.list(prefix)))
  ).flat();
  if (left.length === 0) return;
  await table.deleteAll(await oldWorklistItems(records, district, left));
  await records.delete(await records.list(`protected/${district}/`));
  // The worklists of before name the items to delete, so they go last.
  await records.delete(left);
}

const daysOf = ({ releases = [] }: Partial<Latest>): readonly Day[] =>
  [...new Set(releases.map(({ asOf }) => asOf))].sort().map((on) => day(on));

interface OldEntry {
  readonly student: string;
  readonly requirement: string;
  readonly school: string;
}

/** The table held one item per student and requirement; the lists that they were written from name them. */
async function oldWorklistItems(
  records: ObjectStore,
  district: DistrictId,
  keys: readonly string[],
): Promise<readonly ItemKey[]> {
  const items = new Map<string, ItemKey>();
  for (const key of keys.filter((file) => file.endsWith("-worklist.json"))) {
    for (const { student, requirement, school } of (await readJson<OldEntry[]>(records, key)) ??
      []) {
      const item = {
        partition: `${district}#student#${student}`,
        sort: `worklist#${school}#${requirement}`,
      };
      items.set(`${item.partition} ${item.sort}`, item);
    }
  }
  return [...items.values(), tableKeys.ledger(district, "worklist")];
}

/** Extracts leave out the same students all year: the secret by which they are drawn goes on. */
async function keepSecretOfExtracts(records: ObjectStore, district: DistrictId): Promise<void> {
  const folder = `patterns/${district}/seed-`;
  for (const key of await records.list(folder)) {
    const secret = await records.get(key);
    const kept = recordsKeys.extractSecret(district, key.slice(folder.length));
    if (secret !== null) await records.putIfAbsent(kept, secret);
  }
}

/** A smallest group that the district had set becomes the next larger size to choose from. */
async function keepSmallestGroup(records: ObjectStore, district: DistrictId): Promise<void> {
  const key = recordsKeys.formerSmallestGroup(district);
  const setting = await readJson<{ minimumGroup: number }>(records, key);
  if (setting === null) return;
  const size = SMALLEST_GROUPS.find((smallest) => smallest >= setting.minimumGroup);
  // Ten was the default.
  if (setting.minimumGroup > 10 && size !== undefined) {
    await setProtection(records, district, { smallestGroup: size });
  }
  await records.delete([key]);
}
