import { day } from "../domain/day.ts";
import { districtId } from "../domain/ids.ts";
import { conformedVersion } from "../pipeline/conformed-manifest.ts";
import { mandateNamed } from "../pipeline/district-mandate.ts";
import { measure } from "../pipeline/measure.ts";
import { recordsStore } from "./cloud-places.ts";
import { log } from "./run-log.ts";

interface MeasureEvent {
  readonly BatchInput: {
    readonly district: string;
    readonly asOf: string;
    readonly mandate: string;
    readonly version: string;
  };
  readonly Items: readonly { readonly school: string }[];
}

/** Counts a batch of schools and writes their students. */
export async function handler({ BatchInput, Items }: MeasureEvent) {
  const district = districtId(BatchInput.district);
  const records = recordsStore();
  const manifest = await conformedVersion(records, district, BatchInput.version);
  const mandate = await mandateNamed(records, manifest, BatchInput.mandate);
  const measuring = { asOf: day(BatchInput.asOf), mandate };
  for (const { school } of Items) {
    const found = manifest.schools.find(({ id }) => id === school);
    if (found === undefined) {
      throw new Error(`no school ${school} in conformed version ${manifest.version}`);
    }
    await measure(records, manifest, found, measuring);
  }
  log.info("measured", { district, schools: Items.length });
  return { schools: Items.length };
}
