import type { Day } from "../../domain/calendar/day.ts";
import { isUnconfirmed } from "../../mandates/rules/confirmations.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { mandateById } from "../../mandates/rules/mandates.ts";
import { conformedInForce } from "../../pipeline/conform/conformed-in-force.ts";
import { confirmationStates } from "../../mandates/rules/confirmed-rules.ts";
import { mandateSetting } from "../../pipeline/settings/mandate-setting.ts";
import { mandateSummary } from "../../editions/mandate-summary.ts";
import type { Places } from "../../pipeline/ports.ts";
import { CommandError } from "../arguments/command-error.ts";
import type { OfDistrict } from "../arguments/command-parts.ts";
import { mandateAsked } from "../arguments/mandate-argument.ts";
import type { ShownMandate } from "../text/mandate-text.ts";

/** A mandate rule by rule as a district has set and confirmed it, or a profile with what it has confirmed of it. */
export async function shownMandate(
  places: Pick<Places, "records">,
  asked: OfDistrict,
  profile: MandateProfile | undefined,
  asOf: Day,
): Promise<ShownMandate> {
  const { district } = asked;
  const manifest = await conformedInForce(places.records, district);
  const mandate = await mandateAsked(places, {
    ...asked,
    ...(profile !== undefined && { mandate: profile }),
  });
  const setting = await mandateSetting(places.records, district);
  const { id } = profile ?? mandateById(setting?.mandate ?? mandate.id);
  return {
    ...mandateSummary(mandate, asOf, { done: manifest?.duties ?? [] }),
    confirmations: confirmationStates({ ...mandate, id }, manifest?.confirmations ?? []),
    unconfirmed: unconfirmedIn(mandate),
  };
}

/** A profile rule by rule as the project has it. */
export function shownProfile(profile: MandateProfile | undefined, asOf: Day): ShownMandate {
  if (profile === undefined) {
    throw new CommandError("name a mandate, such as KY, or give --district");
  }
  return {
    ...mandateSummary(profile, asOf),
    confirmations: [],
    unconfirmed: unconfirmedIn(profile),
  };
}

const unconfirmedIn = ({ requirements }: MandateProfile): readonly string[] =>
  requirements.filter(isUnconfirmed).map(({ id }) => id);
