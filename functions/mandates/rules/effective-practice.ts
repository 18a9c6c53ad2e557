import type { MandateProfile } from "./mandate-profile.ts";
import { profileOf } from "./profile-of.ts";
import data from "../profiles/effective-practice.json" with { type: "json" };

/**
 * The default if no state's rule is chosen: two reviews per school year, and one at each
 * transition.
 */
export const effectivePractice: MandateProfile = profileOf(data);
