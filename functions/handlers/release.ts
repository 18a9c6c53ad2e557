import { day } from "../domain/day.ts";
import { conformedVersion } from "../pipeline/conformed-manifest.ts";
import { mandateNamed } from "../pipeline/district-mandate.ts";
import { makeEditions } from "../pipeline/make-editions.ts";
import { cloudTable, publicStore, recordsStore } from "./cloud-places.ts";
import { log } from "./run-log.ts";
import { runStep } from "./run-step.ts";

interface ReleaseEvent {
  readonly run: string;
  readonly asOf: string;
  readonly mandate: string;
  readonly version: string;
  /** A public release is made whatever the calendar says. */
  readonly isPublicAsked: boolean;
  readonly isNewSecret: boolean;
}

/** Writes the staff edition from the schools' counts and draws the public release where one is due; publish copies it. */
export const handler = runStep(async (event: ReleaseEvent, district) => {
  const { asOf, mandate, version, isPublicAsked, isNewSecret } = event;
  const places = { records: recordsStore(), public: publicStore(), table: cloudTable() };
  const manifest = await conformedVersion(places.records, district, version);
  const measuring = {
    asOf: day(asOf),
    mandate: await mandateNamed(places.records, manifest, mandate),
  };
  const asked = { isAsked: isPublicAsked, isNewSecret };
  const { edition, release } = await makeEditions(places, manifest, measuring, asked);
  log.info("released", { district, edition, release });
  return { asOf, edition, release };
});
