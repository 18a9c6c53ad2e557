import { day } from "../domain/day.ts";
import { districtId } from "../domain/ids.ts";
import { mandateById } from "../mandates/mandates.ts";
import { conformedVersion } from "../pipeline/conformed-manifest.ts";
import { measure } from "../pipeline/measure.ts";
import { replaceWorklist, worklistOf } from "../pipeline/worklist.ts";
import { cloudTable, recordsStore } from "./cloud-places.ts";
import { log } from "./run-log.ts";

interface MeasureEvent {
  readonly BatchInput: {
    readonly phase: "measure" | "worklist";
    readonly district: string;
    readonly asOf: string;
    readonly mandate: string;
    readonly version: string;
  };
  readonly Items: readonly { readonly school: string }[];
}

/** Measures a batch of schools, or, once their release is the current one, writes their worklists. */
export async function handler({ BatchInput, Items }: MeasureEvent) {
  const district = districtId(BatchInput.district);
  const measuring = { asOf: day(BatchInput.asOf), mandate: mandateById(BatchInput.mandate) };
  const records = recordsStore();
  const manifest = await conformedVersion(records, district, BatchInput.version);
  const schools = Items.map(({ school }) => {
    const found = manifest.schools.find(({ id }) => id === school);
    if (found === undefined) {
      throw new Error(`no school ${school} in conformed version ${manifest.version}`);
    }
    return found;
  });
  for (const school of schools) {
    if (BatchInput.phase === "measure") await measure(records, manifest, school, measuring);
    else {
      const entries = await worklistOf(records, manifest, school, measuring);
      await replaceWorklist(cloudTable(), district, school.id, entries);
    }
  }
  log.info(BatchInput.phase, { district, schools: schools.length });
  return { schools: schools.length };
}
