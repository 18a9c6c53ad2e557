import { STUDENT_DIVISIONS } from "../../domain/people/student-groups.ts";
import {
  GOAL_GROUPS,
  LANDMARK_DAY,
  MINIMUM_DAYS_AFTER,
} from "../../metrics/cube/attendance-association.ts";
import { METRICS } from "../../metrics/measures/metrics.ts";
import { LATENESS_DAYS } from "../../metrics/questions/lateness.ts";
import { DUE_SOON_DAYS } from "../../metrics/questions/needs.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { contentHash } from "../../hashing/content-hash.ts";

/**
 * Raise it with any change in the interpreter of rules, the patterns in plans, the days to a signature or
 * the association, which have no version of their own.
 */
const ENGINE_VERSION = 21;

/** Who has confirmed a rule changes no answer; whether somebody has is in its status. */
const withoutNames = (key: string, value: unknown): unknown =>
  key === "confirmedBy" ? undefined : value;

/** The version of all definitions together: of each measure, the mandate's rules, and the constants of the analysis. */
export const definitionVersion = (mandate: MandateProfile): string =>
  contentHash(
    JSON.stringify(
      {
        engine: ENGINE_VERSION,
        metrics: METRICS.map(({ id, version }) => [id, version]),
        mandate,
        groups: STUDENT_DIVISIONS,
        constants: [LANDMARK_DAY, MINIMUM_DAYS_AFTER, GOAL_GROUPS, DUE_SOON_DAYS, LATENESS_DAYS],
      },
      withoutNames,
    ),
  ).slice(0, 12);
