import { day } from "../domain/calendar/day.ts";
import { conformedVersion } from "../pipeline/conform/conformed-in-force.ts";
import { mandateNamed } from "../pipeline/measure/district-mandate.ts";
import { measure } from "../pipeline/measure/measure.ts";
import { isTransient } from "../adapters/aws/transient-error.ts";
import { recordsStore } from "./cloud-places.ts";
import { log } from "./run-log.ts";
import { runStep } from "./run-step.ts";

interface MeasureEvent {
  readonly BatchInput: {
    readonly run: string;
    readonly asOf: string;
    readonly mandate: string;
    readonly version: string;
  };
  readonly Items: readonly { readonly school: string }[];
}

/**
 * Counts a batch of schools and writes their students. If a school cannot be counted, the error
 * names it.
 */
export const handler = runStep(async ({ BatchInput, Items }: MeasureEvent, district) => {
  const records = recordsStore();
  const manifest = await conformedVersion(records, district, BatchInput.version);
  const mandate = await mandateNamed(records, manifest, BatchInput.mandate);
  const measuring = { asOf: day(BatchInput.asOf), mandate };
  for (const { school } of Items) {
    const conformedSchool = manifest.schools.find(({ id }) => id === school);
    if (conformedSchool === undefined) {
      throw new Error(`no school ${school} in conformed version ${manifest.version}`);
    }
    try {
      await measure(records, manifest, conformedSchool, measuring);
    } catch (error) {
      if (isTransient(error)) throw error;
      log.error("school not measured", { district, school, run: BatchInput.run });
      throw new SchoolFailed(school, error);
    }
  }
  log.info("measured", { district, schools: Items.length });
  return { schools: Items.length };
});

/** Names only the school: what is wrong with its records stays in the cause and is not logged. */
class SchoolFailed extends Error {
  constructor(school: string, cause: unknown) {
    super(`school ${school} could not be measured`, { cause });
    this.name = "SchoolFailed";
  }
}
