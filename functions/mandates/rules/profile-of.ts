import type { MandateProfile } from "./mandate-profile.ts";

/** A profile that ships with the project: a test validates each against the schema, so no start has to. */
export const profileOf = (data: unknown): MandateProfile => data as MandateProfile;
