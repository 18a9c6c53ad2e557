import { day } from "../domain/calendar/day.ts";
import { conformedVersion } from "../pipeline/conform/conformed-in-force.ts";
import { mandateNamed } from "../pipeline/measure/district-mandate.ts";
import { makeEditions } from "../pipeline/release/make-editions.ts";
import { DayNotCovered } from "../pipeline/measure/measured-cubes.ts";
import { latestPublic } from "../pipeline/release/public-releases.ts";
import { ENVIRONMENT, METRICS } from "../layout.ts";
import { cloudTable, publicStore, recordsStore } from "./cloud-places.ts";
import { variable } from "./environment.ts";
import { count, log } from "./run-log.ts";
import { runStep } from "./run-step.ts";

interface ReleaseEvent {
  readonly run: string;
  readonly asOf: string;
  readonly mandate: string;
  readonly version: string;
  /** Whether a public release is made whatever the calendar says. */
  readonly isPublicAsked: boolean;
  readonly isNewSecret: boolean;
}

/**
 * Writes the staff edition from the schools' counts and, if one is due, draws the public release,
 * which publish copies. A district's first upload may be a trial, so unless its stack says
 * otherwise nothing is public before somebody has asked for a first public release. For a day that
 * the records do not cover nothing is made, and the earlier editions remain current.
 */
export const handler = runStep(async (event: ReleaseEvent, district) => {
  const { asOf, mandate, version, isPublicAsked, isNewSecret } = event;
  const places = { records: recordsStore(), public: publicStore(), table: cloudTable() };
  const manifest = await conformedVersion(places.records, district, version);
  const measuring = {
    asOf: day(asOf),
    mandate: await mandateNamed(places.records, manifest, mandate),
  };
  const isFirstByHand = variable(ENVIRONMENT.firstPublicRelease) === "by-hand";
  const isStaffOnly =
    isFirstByHand && !isPublicAsked && (await latestPublic(places.public, district)) === null;
  const asked = isStaffOnly ? "staff-only" : { isAsked: isPublicAsked, isNewSecret };
  try {
    const { edition, release } = await makeEditions(places, manifest, measuring, asked);
    count(district, METRICS.dayNotCovered, 0);
    log.info("released", { district, edition, release });
    return { asOf, edition, release };
  } catch (error) {
    // Otherwise every night between two school years would fail, with nothing to repair.
    if (!(error instanceof DayNotCovered)) throw error;
    count(district, METRICS.dayNotCovered, 1);
    log.warn("day not covered", { district, asOf, why: error.message });
    return { asOf, edition: null, release: null };
  }
});
