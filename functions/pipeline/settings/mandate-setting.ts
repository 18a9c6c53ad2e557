import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { ruleIds, type RuleIds } from "../../mandates/rules/rule-ids.ts";
import { mandateById } from "../../mandates/rules/mandates.ts";
import { overlay, type MandateOverlay, type Overlaid } from "../../mandates/overlay/overlay.ts";
import type { ObjectStore } from "../ports.ts";
import { jsonBytes, readJson } from "../stored-json.ts";

/** The mandate by which a district is measured, and the rules that it adds. */
export interface MandateSetting {
  readonly mandate: string;
  readonly overlay: MandateOverlay | null;
}

/** A district's setting; null if it has set nothing. */
export const mandateSetting = (
  records: ObjectStore,
  district: DistrictId,
): Promise<MandateSetting | null> =>
  readJson<MandateSetting>(records, recordsKeys.mandateSetting(district));

/**
 * Sets the mandate. If the district's rules would be less strict than the state's, nothing is set.
 */
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
