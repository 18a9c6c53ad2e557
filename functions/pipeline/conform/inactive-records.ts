import { recordsKeys } from "../../layout.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import type { ObjectStore } from "../ports.ts";
import type { EarlierVersion } from "./earlier-version.ts";
import { changeCounts, type Compared } from "../../conformed/changes/change-counts.ts";
import { changedRows } from "./record-changes.ts";

/** A record that was there once and that no file in use holds any more. */
export interface InactiveRecord {
  readonly table: string;
  readonly key: string;
  readonly record: unknown;
  /** The conformed version that held it last. */
  readonly lastIn: string;
}

/** How a version differs from the one before; nothing of the first version. */
export interface Differing extends Compared {
  /** The names of the schools that the version before had and this one does not. */
  readonly schoolsGone: readonly string[];
  /** How many stored partitions were damaged or missing, and are stored whole again. */
  readonly madeAgain: number;
}

export const NOTHING_DIFFERS: Differing = {
  ...{ changes: [], notCompared: [], schoolsGone: [], madeAgain: 0 },
};

/**
 * Keeps what a new version no longer holds: absent records become inactive, not gone. One that comes
 * back is active again and leaves the list. Of records that cannot be compared the list stays as it was.
 * Returns how the two versions differ.
 * @param earlier the version before; null before the first
 */
export async function keepInactive(
  records: ObjectStore,
  earlier: EarlierVersion | null,
  now: ConformedManifest,
): Promise<Differing> {
  if (earlier === null) return NOTHING_DIFFERS;
  const { manifest: before, bytesOf } = earlier;
  if (before.version === now.version) {
    return { ...NOTHING_DIFFERS, madeAgain: earlier.madeAgain(now) };
  }
  const counts = changeCounts();
  const held = new Map(
    (await inactiveRecords(records, before)).map((record) => [
      `${record.table} ${record.key}`,
      record,
    ]),
  );
  for await (const row of changedRows(records, before, now, bytesOf)) {
    counts.add(row);
    if ("month" in row) continue;
    const { table, key, before: was, now: is } = row;
    const place = `${table} ${key}`;
    if (is !== null) held.delete(place);
    else held.set(place, { table, key, record: was, lastIn: before.version });
  }
  const lines = [...held.values()].map((record) => `${JSON.stringify(record)}\n`).sort();
  await records.put(
    recordsKeys.inactive(now.district, now.version),
    new TextEncoder().encode(lines.join("")),
    "application/jsonl",
  );
  return {
    ...counts.end(),
    schoolsGone: schoolsGone(before, now),
    madeAgain: earlier.madeAgain(now),
  };
}

/** The names of the schools that the version before had and a new one does not have. */
export const schoolsGone = (
  before: Pick<ConformedManifest, "schools">,
  now: Pick<ConformedManifest, "schools">,
): readonly string[] =>
  before.schools
    .filter(({ id }) => now.schools.every((school) => school.id !== id))
    .map(({ name }) => name);

/** The inactive records as of a version. They name students: never public, never logged. */
export async function inactiveRecords(
  records: ObjectStore,
  { district, version }: ConformedManifest,
): Promise<readonly InactiveRecord[]> {
  const bytes = await records.get(recordsKeys.inactive(district, version));
  if (bytes === null) return [];
  return new TextDecoder()
    .decode(bytes)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as InactiveRecord);
}
