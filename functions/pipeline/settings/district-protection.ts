import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { DEFAULT_PROTECTION, type ProtectionPolicy } from "../../protection/protection-policy.ts";
import { changeJson } from "../change-json.ts";
import { readJson } from "../stored-json.ts";
import type { ObjectStore } from "../ports.ts";

/** A district's settings; for what is absent, the default applies. */
export type ProtectionSetting = Partial<ProtectionPolicy>;

/**
 * The policy in use: as the district has set it, but never with a smaller group than the state's
 * own rule allows, if the mandate's profile has such a rule.
 */
export async function districtProtection(
  records: ObjectStore,
  district: DistrictId,
  { smallestGroup: ofState }: Pick<MandateProfile, "smallestGroup">,
): Promise<ProtectionPolicy> {
  const policy = { ...DEFAULT_PROTECTION, ...(await protectionSetting(records, district)) };
  return { ...policy, smallestGroup: Math.max(policy.smallestGroup, ofState?.value ?? 0) };
}

export const protectionSetting = async (
  records: ObjectStore,
  district: DistrictId,
): Promise<ProtectionSetting> =>
  (await readJson<ProtectionSetting>(records, recordsKeys.protectionSetting(district))) ?? {};

/** Changes the given settings and keeps the others. */
export async function setProtection(
  records: ObjectStore,
  district: DistrictId,
  given: ProtectionSetting,
): Promise<void> {
  const key = recordsKeys.protectionSetting(district);
  await changeJson<ProtectionSetting>(records, key, (before) => ({ ...before, ...given }));
}
