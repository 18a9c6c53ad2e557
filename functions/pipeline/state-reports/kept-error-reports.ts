import { addDays, type Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { KEPT_DAYS, recordsKeys } from "../../layout.ts";
import type { ObjectStore } from "../ports.ts";
import { jsonBytes, readJson } from "../stored-json.ts";

/** What is said of a report that is kept. It names nobody. */
export interface KeptErrorReport {
  readonly sha256: string;
  readonly profile: string;
  readonly readOn: Day;
  /** The last day on which it is kept. */
  readonly keptUntil: Day;
}

const ABOUT = ".json";

/** Keeps a report as it was sent, restricted, until it expires; a report that is read again is kept for longer. */
export async function keepErrorReport(
  records: ObjectStore,
  district: DistrictId,
  about: Omit<KeptErrorReport, "keptUntil">,
  bytes: Uint8Array,
): Promise<KeptErrorReport> {
  const kept = { ...about, keptUntil: addDays(about.readOn, KEPT_DAYS.stateErrors) };
  const key = recordsKeys.stateErrors(district, about.sha256);
  // What is said of it comes first: a report without it would never be removed.
  await records.put(key + ABOUT, jsonBytes(kept), "application/json");
  // Again where it is there: a bucket on AWS removes it so many days after it was written.
  await records.put(key, bytes, "text/plain");
  return kept;
}

/** Removes the reports that have expired before a day, and then what is said of them. */
export async function removeExpiredReports(
  records: ObjectStore,
  district: DistrictId,
  today: Day,
): Promise<void> {
  for (const key of await records.list(recordsKeys.stateErrorsAll(district))) {
    if (!key.endsWith(ABOUT)) continue;
    const about = await readJson<KeptErrorReport>(records, key);
    if (about === null || about.keptUntil >= today) continue;
    await records.delete([key.slice(0, -ABOUT.length)]);
    await records.delete([key]);
  }
}
