import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { districtProtection } from "../settings/district-protection.ts";
import { formerDays } from "./from-old-releases.ts";
import type { Measuring } from "../../metrics/students/measuring.ts";
import type { Places } from "../ports.ts";
import { drawPublicEdition } from "./public-edition.ts";
import { isPublicDue, latestPublic } from "./public-releases.ts";
import { writeStaffEdition, type WrittenEdition } from "./staff-edition.ts";

/** What is asked of a publish beyond the calendar. */
export interface PublicAsked {
  /** A public release is made whatever the calendar says. */
  readonly isAsked: boolean;
  readonly isNewSecret: boolean;
}

export interface MadeEditions extends WrittenEdition {
  /** The public release that was drawn and is to be published; null where none is due. */
  readonly release: string | null;
}

/** Writes the staff edition of a day from the schools' counts and, where one is due, draws the public release. */
export async function makeEditions(
  places: Places,
  manifest: ConformedManifest,
  measuring: Measuring,
  asked: PublicAsked | "staff-only" = { isAsked: false, isNewSecret: false },
): Promise<MadeEditions> {
  const { district } = manifest;
  const policy = await districtProtection(places.records, district, measuring.mandate);
  const latest = await latestPublic(places.public, district);
  const isDue =
    asked !== "staff-only" && isPublicDue(policy.calendar, latest, measuring.asOf, asked.isAsked);
  const publicDays = [
    ...(latest?.releases ?? []).map(({ asOf }) => asOf),
    ...(isDue ? [measuring.asOf] : []),
    ...(await formerDays(places.records, district)).days,
  ];
  const written = await writeStaffEdition(places, manifest, measuring, policy, publicDays);
  if (!isDue) return { ...written, release: null };
  const drawn = await drawPublicEdition(places, manifest, measuring, policy, asked.isNewSecret);
  return { ...written, release: drawn.release };
}
