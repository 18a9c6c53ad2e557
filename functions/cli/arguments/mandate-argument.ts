import { foldedName } from "../../domain/text/folded-name.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { MANDATES } from "../../mandates/rules/mandates.ts";
import { districtMandate, profileConfirmed } from "../../pipeline/measure/district-mandate.ts";
import type { Places } from "../../pipeline/ports.ts";
import type { OfDistrict } from "./command-parts.ts";

export interface OfMandate {
  readonly mandate?: MandateProfile;
}

/**
 * The mandate of an id, such as KY, or of a jurisdiction's name, without regard to case and accents.
 * @throws Error with the ids to try when it is none of them
 */
export function mandateArgument(asked: string): MandateProfile {
  const folded = foldedName(asked);
  const meant = MANDATES.find(({ id, title }) =>
    [id, title].some((name) => foldedName(name) === folded),
  );
  if (meant !== undefined) return meant;
  const named = MANDATES.map(({ id, title }) => `${id} (${title})`);
  const ids = MANDATES.map(({ id }) => id).join(", ");
  throw new Error(
    `no mandate profile "${asked.slice(0, 80)}"; ${namesToTry(asked, named)}; all of them: ${ids}`,
  );
}

/** The mandate that a command names, with what the district has confirmed of it; where it names none, the one that the district has set. */
export const mandateAsked = async (
  { records }: Pick<Places, "records">,
  { district, mandate }: OfDistrict & OfMandate,
): Promise<MandateProfile> =>
  mandate === undefined
    ? districtMandate(records, district)
    : profileConfirmed(records, district, mandate);
