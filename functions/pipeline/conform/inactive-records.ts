import { recordsKeys } from "../../layout.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import type { ObjectStore } from "../ports.ts";
import { changeCounts, changedRows, type RecordChanges } from "./record-changes.ts";

/** A record that was there once and that no file in use holds any more. */
export interface InactiveRecord {
  readonly table: string;
  readonly key: string;
  readonly record: unknown;
  /** The conformed version that held it last. */
  readonly lastIn: string;
}

/** How a version differs from the one before; nothing of the first version. */
export interface Differing {
  /** By table, how many records. */
  readonly changes: readonly RecordChanges[];
  /** The names of the schools that the version before had and this one does not. */
  readonly schoolsGone: readonly string[];
}

/**
 * Keeps what a new version no longer holds: absent records become inactive, not gone. One that comes
 * back is active again and leaves the list. Returns how the two versions differ.
 */
export async function keepInactive(
  records: ObjectStore,
  before: ConformedManifest | null,
  now: ConformedManifest,
): Promise<Differing> {
  if (before === null || before.version === now.version) return { changes: [], schoolsGone: [] };
  const counts = changeCounts();
  const held = new Map(
    (await inactiveRecords(records, before)).map((record) => [
      `${record.table} ${record.key}`,
      record,
    ]),
  );
  for await (const row of changedRows(records, before, now)) {
    counts.add(row);
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
  return { changes: counts.end(), schoolsGone: schoolsGone(before, now) };
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
