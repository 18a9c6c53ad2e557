import type { Metric } from "../../metrics/measures/metric.ts";
import { requirementMet } from "../../metrics/measures/requirement-met.ts";
import type { EditionScope } from "./places.ts";
import { metricsOf } from "./rates.ts";

/** The measures that the public edition shows by student group. */
const PUBLIC_BY_GROUP: readonly string[] = [
  "requirements-met",
  "review-timeliness",
  "plan-coverage",
  "chronic-absence",
];

/** The measures that an edition has by student group. Requirement by requirement, groups are in no table. */
export const metricsByGroup = (scope: EditionScope): readonly Metric[] =>
  metricsOf(scope).filter(({ id }) =>
    scope.kind === "staff" ? id !== requirementMet.id : PUBLIC_BY_GROUP.includes(id),
  );
