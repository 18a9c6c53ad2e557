import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { ruleIds, type RuleIds } from "../../mandates/rules/rule-ids.ts";
import { mandateById } from "../../mandates/rules/mandates.ts";
import { overlay, type MandateOverlay, type Overlaid } from "../../mandates/overlay/overlay.ts";
import type { ObjectStore } from "../ports.ts";
import { jsonBytes, readJson } from "../stored-json.ts";

/** By which mandate a district is measured, and what it asks beyond it. */
export interface MandateSetting {
  readonly mandate: string;
  readonly overlay: MandateOverlay | null;
}

/** What a district has set; null where it has set nothing. */
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

/** The ids that records about rules may name in the district. */
export async function ruleIdsOf(records: ObjectStore, district: DistrictId): Promise<RuleIds> {
  const setting = await mandateSetting(records, district);
  return ruleIds((setting?.overlay?.requirements ?? []).map(({ id }) => id));
}
