import type { ErrorProfile } from "./error-profile.ts";
import calpads from "./profiles/calpads.json" with { type: "json" };
import cedars from "./profiles/cedars.json" with { type: "json" };
import northCarolina from "./profiles/north-carolina.json" with { type: "json" };
import pims from "./profiles/pims.json" with { type: "json" };
import tsds from "./profiles/tsds.json" with { type: "json" };

/** The shapes of states' error reports that can be read. A shape is one JSON file and one line here. */
export const ERROR_PROFILES: readonly ErrorProfile[] = [
  calpads as ErrorProfile,
  cedars as ErrorProfile,
  northCarolina as ErrorProfile,
  pims as ErrorProfile,
  tsds as ErrorProfile,
];
