import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { withConfirmations } from "../../mandates/rules/confirmations.ts";
import { effectivePractice } from "../../mandates/rules/effective-practice.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { mandateById } from "../../mandates/rules/mandates.ts";
import { overlay, type MandateOverlay, type Overlaid } from "../../mandates/rules/overlay.ts";
import {
  conformedInForce,
  jsonBytes,
  readJson,
  type ConformedManifest,
} from "../conform/conformed-manifest.ts";
import { confirmationsInForce } from "./confirmed-rules.ts";
import type { ObjectStore } from "../ports.ts";

/** By which mandate a district is measured, and what it asks beyond it. */
export interface MandateSetting {
  readonly mandate: string;
  readonly overlay: MandateOverlay | null;
}

/**
 * The mandate in force for a district: as it is set, good practice where nothing is, with what the
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

export const mandateSetting = (
  records: ObjectStore,
  district: DistrictId,
): Promise<MandateSetting | null> =>
  readJson<MandateSetting>(records, recordsKeys.mandateSetting(district));

/** Sets the mandate, unless the district's rules would be looser than the state's: then nothing is set. */
export async function setMandate(
  records: ObjectStore,
  district: DistrictId,
  setting: MandateSetting,
): Promise<Overlaid> {
  const state = mandateById(setting.mandate);
  const laid: Overlaid =
    setting.overlay === null
      ? { kind: "accepted", mandate: state }
      : overlay(state, setting.overlay);
  if (laid.kind === "accepted") {
    const kept = { mandate: state.id, overlay: setting.overlay };
    await records.put(recordsKeys.mandateSetting(district), jsonBytes(kept), "application/json");
  }
  return laid;
}
