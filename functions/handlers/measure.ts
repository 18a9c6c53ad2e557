import { day } from "../domain/day.ts";
import { districtId } from "../domain/ids.ts";
import { conformedVersion } from "../pipeline/conformed-manifest.ts";
import { mandateNamed } from "../pipeline/district-mandate.ts";
import { measure } from "../pipeline/measure.ts";
import { replaceWorklists } from "../pipeline/worklist.ts";
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
  const records = recordsStore();
  const mandate = await mandateNamed(records, district, BatchInput.mandate);
  const measuring = { asOf: day(BatchInput.asOf), mandate };
  const manifest = await conformedVersion(records, district, BatchInput.version);
  const schools = Items.map(({ school }) => {
    const found = manifest.schools.find(({ id }) => id === school);
    if (found === undefined) {
      throw new Error(`no school ${school} in conformed version ${manifest.version}`);
    }
    return found;
  });
  if (BatchInput.phase === "worklist") {
    await replaceWorklists({ records, table: cloudTable() }, manifest, schools, measuring);
  } else {
    for (const school of schools) await measure(records, manifest, school, measuring);
  }
  log.info(BatchInput.phase, { district, schools: schools.length });
  return { schools: schools.length };
}
