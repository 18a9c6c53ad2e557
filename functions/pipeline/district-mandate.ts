import type { DistrictId } from "../domain/ids.ts";
import { recordsKeys } from "../layout.ts";
import { effectivePractice } from "../mandates/effective-practice.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { mandateById } from "../mandates/mandates.ts";
import { overlay, type MandateOverlay, type Overlaid } from "../mandates/overlay.ts";
import { jsonBytes, readJson } from "./conformed-manifest.ts";
import type { ObjectStore } from "./ports.ts";

/** By which mandate a district is measured, and what it asks beyond it. */
export interface MandateSetting {
  readonly mandate: string;
  readonly overlay: MandateOverlay | null;
}

/** The mandate in force for a district: as it is set, good practice where nothing is. */
export async function districtMandate(
  records: ObjectStore,
  district: DistrictId,
): Promise<MandateProfile> {
  const setting = await mandateSetting(records, district);
  if (setting === null) return effectivePractice;
  const state = mandateById(setting.mandate);
  if (setting.overlay === null) return state;
  const laid = overlay(state, setting.overlay);
  if (laid.kind === "refused") {
    throw new Error(
      `the rules of district ${district} are looser than those of ${state.title} as they are now: set them anew with ilp district set`,
    );
  }
  return laid.mandate;
}

/** The mandate that a run names, with what the district lays over it where that is the one it has set. */
export async function mandateNamed(
  records: ObjectStore,
  district: DistrictId,
  id: string,
): Promise<MandateProfile> {
  const named = mandateById(id);
  const setting = await mandateSetting(records, district);
  return setting?.mandate === named.id ? districtMandate(records, district) : named;
}

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
