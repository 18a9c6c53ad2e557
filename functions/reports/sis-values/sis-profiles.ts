import indianaDiplomas from "./profiles/indiana-diplomas.json" with { type: "json" };
import texasEndorsements from "./profiles/texas-endorsements.json" with { type: "json" };
import type { SisProfile } from "./sis-profile.ts";

/** The lists of student information systems that a report can be compared with. One JSON file and one line here. */
export const SIS_PROFILES: readonly SisProfile[] = [
  indianaDiplomas as SisProfile,
  texasEndorsements as SisProfile,
];
