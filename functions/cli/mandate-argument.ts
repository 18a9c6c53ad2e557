import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { mandateById } from "../mandates/mandates.ts";
import { districtMandate } from "../pipeline/district-mandate.ts";
import type { Places } from "../pipeline/ports.ts";
import type { OfDistrict } from "./command-parts.ts";

export interface OfMandate {
  readonly mandate?: MandateProfile;
}

/** @throws Error that lists the known ids when it is none of them */
export const mandateArgument = (id: string): MandateProfile => mandateById(id);

/** The mandate that a command names; where it names none, the one that the district has set. */
export const mandateAsked = async (
  { records }: Pick<Places, "records">,
  { district, mandate }: OfDistrict & OfMandate,
): Promise<MandateProfile> => mandate ?? districtMandate(records, district);
