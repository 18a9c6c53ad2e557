import { nothingIngested } from "../../pipeline/not-possible.ts";
import { day, type Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { notCollected, type NotCollected } from "../../mandates/rules/not-collected.ts";
import { collectedOf } from "../../join/collected-codes.ts";
import { conformedInForce } from "../../pipeline/conform/conformed-in-force.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import {
  formerDays,
  keepOldSettings,
  noteMade,
  oldReleaseDays,
  removeOldRecords,
  takeOutOldReleases,
} from "../../pipeline/release/from-old-releases.ts";
import { districtProtection } from "../../pipeline/settings/district-protection.ts";
import { DayNotCovered } from "../../pipeline/measure/measured-cubes.ts";
import { makeEditions, type PublicAsked } from "../../pipeline/release/make-editions.ts";
import type { ObjectStore, Places, Progress } from "../../pipeline/ports.ts";
import { latestPublic, nextDueOn } from "../../pipeline/release/public-releases.ts";
import { publish } from "../../pipeline/release/publish.ts";
import { removeExpiredReports } from "../../pipeline/state-reports/kept-error-reports.ts";
import { removeExpired } from "../../pipeline/state-reports/report-files.ts";
import { CommandError } from "../arguments/command-error.ts";
import { measureSchools } from "./school-pool.ts";

/** What `ilp publish` did. */
export interface PublishReport {
  readonly district: string;
  readonly asOf: Day;
  readonly schoolsMeasured: number;
  /** The staff edition; `isNew` is false if it existed already. */
  readonly edition: string;
  readonly isNew: boolean;
  /** The edition of the same day that it takes the place of; null where there was none. */
  readonly replaces: string | null;
  readonly isCurrent: boolean;
  /** The public release that was made; null if none was due. */
  readonly publicRelease: string | null;
  /** False if there is none, or if it was published before. */
  readonly isPublicNew: boolean;
  /** When the next public release is due; null if they are made by hand. */
  readonly nextPublicOn: string | null;
  /** Days of releases by an earlier method, which were withdrawn and made again for staff. */
  readonly takenOut: readonly Day[];
  /** Days of releases by an earlier method for which the records have no students any more. */
  readonly notMade: readonly Day[];
  /** What requirements ask for and no record of the district has. */
  readonly notCollected: readonly NotCollected[];
}

/** What is published, from where, and of which day. */
export interface PublishRequest {
  readonly places: Places;
  /** The data folder, from which threads read. */
  readonly data: string;
  readonly district: DistrictId;
  readonly asOf: Day;
  readonly mandate: MandateProfile;
  readonly progress: Progress;
  /** Whether a public release is asked for by hand; without it the calendar alone says so. */
  readonly asked?: PublicAsked;
}

/** Measures a district as of a day and publishes it: what `ilp publish` does. */
export async function publishRelease(request: PublishRequest): Promise<PublishReport> {
  const { places, district, asOf, mandate, progress, asked = BY_CALENDAR } = request;
  const manifest = await manifestToPublish(places.records, district, asOf);
  // Releases from which counts can be worked out go first: they must not remain public because a
  // day cannot be made again.
  const takenOut = (await oldReleaseDays(places.public, district)) ?? [];
  await keepOldSettings(places, district);
  await takeOutOldReleases(places.public, district);
  await removeOldRecords(places, district);
  const today = day(new Date().toISOString().slice(0, 10));
  await removeExpired(places.records, district, today);
  await removeExpiredReports(places.records, district, today);
  const notMade = await makeFormerDays(request, manifest);
  const made = await editionsOf(request, manifest, asOf, asked);
  let isPublicNew = false;
  if (made.release !== null) {
    progress.step("publish", null);
    const published = await publish(places, district, made.release, new Date().toISOString());
    isPublicNew = published.isNew;
    progress.done();
  }
  const latest = await latestPublic(places.public, district);
  const collected = collectedOf(manifest);
  const { calendar } = await districtProtection(places.records, district, mandate);
  const { schoolsMeasured, edition, isNew, replaces, isCurrent, release } = made;
  return {
    ...{ district, asOf, schoolsMeasured, edition, isNew, replaces, isCurrent },
    publicRelease: release,
    isPublicNew,
    nextPublicOn: latest === null ? null : nextDueOn(calendar, latest.asOf),
    takenOut,
    notMade,
    notCollected: collected === undefined ? [] : notCollected(mandate, collected, asOf),
  };
}

/**
 * The records of a district to publish a day from.
 * @throws CommandError if there are none, or the day is in the future
 */
export async function manifestToPublish(
  records: ObjectStore,
  district: DistrictId,
  asOf: Day,
): Promise<ConformedManifest> {
  const manifest = await conformedInForce(records, district);
  if (manifest === null) {
    throw new CommandError(nothingIngested(district));
  }
  const today = new Date().toISOString().slice(0, 10);
  if (asOf > today) {
    throw new CommandError(`${asOf} is in the future: choose a date up to ${today}`);
  }
  return manifest;
}

const BY_CALENDAR: PublicAsked = { isAsked: false, isNewSecret: false };

/**
 * Makes the days again that were published by an earlier method. Returns those for which the
 * records have no students any more.
 */
async function makeFormerDays(
  request: PublishRequest,
  manifest: ConformedManifest,
): Promise<readonly Day[]> {
  const { places, district, asOf } = request;
  const notMade: Day[] = [];
  for (const day of (await formerDays(places.records, district)).toMake) {
    if (day !== asOf) {
      try {
        await editionsOf(request, manifest, day, STAFF_ONLY);
      } catch (error) {
        if (!(error instanceof DayNotCovered)) throw error;
        notMade.push(day);
      }
    }
    await noteMade(places.records, district, day);
  }
  return notMade;
}

/**
 * Editions of days that were published by an earlier method: for staff, whatever the calendar says.
 */
const STAFF_ONLY = "staff-only";

async function editionsOf(
  { places, data, mandate, progress }: PublishRequest,
  manifest: ConformedManifest,
  asOf: Day,
  asked: PublicAsked | typeof STAFF_ONLY,
) {
  const measuring = { asOf, mandate };
  const { records } = places;
  const schoolsMeasured = await measureSchools(data, records, manifest, measuring, progress, null);
  progress.step("write editions", null);
  const made = await makeEditions(places, manifest, measuring, asked);
  progress.done();
  return { schoolsMeasured, ...made };
}
