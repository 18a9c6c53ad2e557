import type { Metric } from "../../metrics/measures/metric.ts";
import { requirementMet } from "../../metrics/measures/requirement-met.ts";
import { reviewHeld } from "../../metrics/measures/review-held.ts";
import type { EditionScope } from "./places.ts";
import { metricsOf } from "./rates.ts";

/** The measures that the public edition shows by student group. */
const PUBLIC_BY_GROUP: readonly string[] = [
  "requirements-met",
  "review-timeliness",
  "plan-coverage",
  "chronic-absence",
];

/** The measures of one requirement after another: requirement by requirement, groups are in no table. */
const BY_REQUIREMENT: readonly string[] = [requirementMet.id, reviewHeld.id];

/** The measures that an edition has by student group. */
export const metricsByGroup = (scope: EditionScope): readonly Metric[] =>
  metricsOf(scope).filter(({ id }) =>
    scope.kind === "staff" ? !BY_REQUIREMENT.includes(id) : PUBLIC_BY_GROUP.includes(id),
  );
