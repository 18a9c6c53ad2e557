import { isDay, type Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { namesMeant } from "../../domain/text/folded-name.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { conformedInForce } from "../conform/conformed-in-force.ts";
import { NotPossible, nothingIngested } from "../not-possible.ts";
import type { IncomingFile, Places, Progress } from "../ports.ts";
import { recordFile } from "./record-file.ts";

/** What was recorded, and where it is kept as sent. */
export interface Recorded {
  readonly district: DistrictId;
  readonly file: string;
  readonly version: string;
}

/** What is recorded where, and how far the work is. */
export interface Recording {
  readonly places: Places;
  readonly district: DistrictId;
  readonly mandate: MandateProfile;
  /** The instant of recording, as ISO text: of two records about the same the later holds. */
  readonly at: string;
  readonly progress: Progress;
}

/** Receives a file that says what was decided, and conforms the district. */
export const recorded = (
  { places, district, progress, at: instant }: Recording,
  file: IncomingFile,
): Promise<Recorded> => recordFile(places, district, file, progress, instant);

/** The version in use. @throws NotPossible before anything was ingested */
export async function ingested({ places, district }: Recording): Promise<ConformedManifest> {
  const manifest = await conformedInForce(places.records, district);
  if (manifest === null) throw new NotPossible(nothingIngested(district));
  return manifest;
}

/** @throws NotPossible where it is no day */
export function dayOf(text: string, name: string): Day {
  if (!isDay(text)) throw new NotPossible(`${name} must be a day that exists, as YYYY-MM-DD`);
  return text;
}

/** The known name that is meant, without regard to case and accents. @throws NotPossible with those to try */
export function nameOf(asked: string, names: readonly string[], isUnknown: string): string {
  const meant = namesMeant(asked, names)[0];
  if (meant === undefined) {
    throw new NotPossible(`${isUnknown} "${asked.slice(0, 80)}"; ${namesToTry(asked, names)}`);
  }
  return meant;
}

/** @throws NotPossible where nobody is named */
export function refuseUnsigned(by: string): void {
  if (by.trim() === "") throw new NotPossible("say who decided or states it");
}

/** What is asked for already holds: it is not recorded a second time. */
export const recordedAlready = (what: string, by: string): NotPossible =>
  new NotPossible(`${what} is recorded already, by ${by}: nothing was recorded again`);
