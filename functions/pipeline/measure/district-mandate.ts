import type { DistrictId } from "../../domain/ids.ts";
import { withConfirmations } from "../../mandates/rules/confirmations.ts";
import { effectivePractice } from "../../mandates/rules/effective-practice.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { mandateById } from "../../mandates/rules/mandates.ts";
import { overlay } from "../../mandates/overlay/overlay.ts";
import { conformedInForce } from "../conform/conformed-in-force.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { mandateSetting } from "../settings/mandate-setting.ts";
import { confirmationsInForce } from "../../mandates/rules/confirmed-rules.ts";
import type { ObjectStore } from "../ports.ts";

/**
 * The mandate in use for a district: as it is set, good practice where nothing is, with what the
 * district has confirmed of it.
 */
export async function districtMandate(
  records: ObjectStore,
  district: DistrictId,
): Promise<MandateProfile> {
  const manifest = await conformedInForce(records, district);
  return mandateInForce(records, district, manifest);
}

/** The profile of an id with what the district has confirmed of it, and without its own rules. */
export async function profileConfirmed(
  records: ObjectStore,
  district: DistrictId,
  profile: MandateProfile,
): Promise<MandateProfile> {
  return confirmed(profile, await conformedInForce(records, district));
}

/** The profile of the mandate that is set, good practice where nothing is: without what the district has confirmed and without its own rules. */
export async function setProfile(
  records: ObjectStore,
  district: DistrictId,
): Promise<MandateProfile> {
  const setting = await mandateSetting(records, district);
  return setting === null ? effectivePractice : mandateById(setting.mandate);
}

/** The mandate that a run names, as the records of the run confirm it, with what the district lays over it where that is the one it has set. */
export async function mandateNamed(
  records: ObjectStore,
  manifest: RunRecords,
  id: string,
): Promise<MandateProfile> {
  const named = mandateById(id);
  const setting = await mandateSetting(records, manifest.district);
  return setting?.mandate === named.id
    ? mandateInForce(records, manifest.district, manifest)
    : confirmed(named, manifest);
}

/** The records that a run is made from: they hold what the district has confirmed. */
type RunRecords = Pick<ConformedManifest, "district" | "confirmations">;

async function mandateInForce(
  records: ObjectStore,
  district: DistrictId,
  manifest: RunRecords | null,
): Promise<MandateProfile> {
  const setting = await mandateSetting(records, district);
  if (setting === null) return confirmed(effectivePractice, manifest);
  const state = confirmed(mandateById(setting.mandate), manifest);
  if (setting.overlay === null) return state;
  const laid = overlay(state, setting.overlay);
  if (laid.kind === "refused") {
    throw new Error(
      `the rules of district ${district} are looser than those of ${state.title} as they are now: set them anew with ilp district set`,
    );
  }
  return laid.mandate;
}

const confirmed = (profile: MandateProfile, manifest: RunRecords | null): MandateProfile =>
  withConfirmations(profile, confirmationsInForce(profile, manifest?.confirmations ?? []));
