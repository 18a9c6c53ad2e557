import { day } from "../domain/day.ts";
import { districtId } from "../domain/ids.ts";
import { conformedVersion } from "../pipeline/conformed-manifest.ts";
import { mandateNamed } from "../pipeline/district-mandate.ts";
import {
  keepOldSettings,
  oldReleaseDays,
  removeOldRecords,
} from "../pipeline/from-old-releases.ts";
import { makeEditions } from "../pipeline/make-editions.ts";
import { cloudTable, publicStore, recordsStore } from "./cloud-places.ts";
import { log } from "./run-log.ts";

interface ReleaseEvent {
  readonly district: string;
  readonly asOf: string;
  readonly mandate: string;
  readonly version: string;
  /** A public release is made whatever the calendar says. */
  readonly isPublicAsked: boolean;
  readonly isNewSecret: boolean;
}

/** Writes the staff edition from the schools' counts and draws the public release where one is due; publish copies it. */
export async function handler(event: ReleaseEvent) {
  const { district: id, asOf, mandate, version, isPublicAsked, isNewSecret } = event;
  const district = districtId(id);
  const places = { records: recordsStore(), public: publicStore(), table: cloudTable() };
  const manifest = await conformedVersion(places.records, district, version);
  const measuring = {
    asOf: day(asOf),
    mandate: await mandateNamed(places.records, manifest, mandate),
  };
  await keepOldSettings(places, district);
  const old = await oldReleaseDays(places.public, district);
  if (old === null) await removeOldRecords(places, district);
  const { edition, release } = await makeEditions(places, manifest, measuring, {
    isAsked: isPublicAsked,
    isNewSecret,
  });
  log.info("released", { district, edition, release, formerDays: old ?? [] });
  return { district, asOf, edition, release, isToPublish: release !== null || old !== null };
}
