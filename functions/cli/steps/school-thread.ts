/**
 * The thread that measures schools: for each school id that it receives, it measures the school and
 * reports it; null ends it.
 */
import { parentPort, workerData } from "node:worker_threads";
import { folderStore } from "../../adapters/folder/folder-store.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { conformedVersion } from "../../pipeline/conform/conformed-in-force.ts";
import { measure } from "../../pipeline/measure/measure.ts";
import { trialStore } from "../../pipeline/release/trial-store.ts";
import { localFolders } from "../arguments/local-places.ts";

export interface ThreadData {
  readonly data: string;
  readonly district: DistrictId;
  readonly version: string;
  readonly asOf: Day;
  readonly mandate: MandateProfile;
  /** The folder of a trial, under which counts are then written. */
  readonly trial: string | null;
}

export interface SchoolTask {
  readonly school: string | null;
}

const { data, district, version, asOf, mandate, trial } = workerData as ThreadData;
const store = folderStore(localFolders(data).records);
const records = trial === null ? store : trialStore(store, trial);
const reading = conformedVersion(records, district, version);
const measuring = { asOf, mandate };

parentPort?.on("message", (task: SchoolTask) => {
  if (task.school === null) {
    parentPort?.close();
    return;
  }
  void measured(task.school).then(() => parentPort?.postMessage("measured"));
});

async function measured(id: string): Promise<void> {
  const manifest = await reading;
  const school = manifest.schools.find((candidate) => candidate.id === id);
  if (school === undefined) throw new Error(`no school ${id} in version ${version}`);
  await measure(records, manifest, school, measuring);
}
