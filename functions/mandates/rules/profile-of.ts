import type { MandateProfile } from "./mandate-profile.ts";

/**
 * A profile that is part of the project: a test validates each against the schema, so no command
 * has to.
 */
export const profileOf = (data: unknown): MandateProfile => data as MandateProfile;
