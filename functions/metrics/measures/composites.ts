import type { Day } from "../../domain/calendar/day.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { METRICS } from "./metrics.ts";

/** By measure of all students that asks for several requirements together: these requirements. */
export interface Composites {
  readonly [measure: string]: readonly string[];
}

export const compositesOf = (mandate: MandateProfile, asOf: Day): Composites =>
  Object.fromEntries(
    METRICS.flatMap(({ id, bars }) =>
      bars(mandate, asOf)
        .filter(({ breakdown, composedOf }) => breakdown === "all" && composedOf.length > 0)
        .map(({ composedOf }) => [id, composedOf] as const),
    ),
  );
