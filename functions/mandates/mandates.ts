import { effectivePractice } from "./effective-practice.ts";
import type { MandateProfile } from "./mandate-profile.ts";

/** Every mandate profile, in the order of display. */
export const MANDATES: readonly MandateProfile[] = [effectivePractice];

/** @throws Error that lists the known profiles when the id is none of them */
export function mandateById(id: string): MandateProfile {
  const found = MANDATES.find((mandate) => mandate.id === id);
  if (found === undefined) {
    const known = MANDATES.map((mandate) => mandate.id).join(", ");
    throw new Error(`no mandate profile "${id}"; known are: ${known}`);
  }
  return found;
}
