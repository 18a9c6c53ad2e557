import {
  DEFAULT_SUPPRESSION,
  suppressionPolicy,
  type SuppressionPolicy,
} from "../disclosure/suppression-policy.ts";
import type { DistrictId } from "../domain/ids.ts";
import { recordsKeys } from "../layout.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { jsonBytes, readJson } from "./conformed-manifest.ts";
import type { ObjectStore } from "./ports.ts";

/** What a district has set of the policy that protects its figures. */
export interface SuppressionSetting {
  readonly minimumGroup: number;
}

/**
 * The policy in force: the fewest students of a group as the district has set it, ten where nothing
 * is set, and never fewer than the state's own rule where the mandate's profile knows one.
 * @param asked the fewest students that one run asks for, in place of what is set
 */
export async function districtSuppression(
  records: ObjectStore,
  district: DistrictId,
  { smallestGroup }: Pick<MandateProfile, "smallestGroup">,
  asked: number | null = null,
): Promise<SuppressionPolicy> {
  const setting = await suppressionSetting(records, district);
  const own = asked ?? setting?.minimumGroup ?? DEFAULT_SUPPRESSION.minimumGroup;
  return suppressionPolicy({ minimumGroup: Math.max(own, smallestGroup?.value ?? 0) });
}

export const suppressionSetting = (
  records: ObjectStore,
  district: DistrictId,
): Promise<SuppressionSetting | null> =>
  readJson<SuppressionSetting>(records, recordsKeys.suppressionSetting(district));

/** @throws when it is not within the safe limits: then nothing is set */
export async function setSuppression(
  records: ObjectStore,
  district: DistrictId,
  { minimumGroup }: SuppressionSetting,
): Promise<void> {
  suppressionPolicy({ minimumGroup });
  const key = recordsKeys.suppressionSetting(district);
  await records.put(key, jsonBytes({ minimumGroup }), "application/json");
}
