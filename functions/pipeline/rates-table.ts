import type { MeasuredRate } from "../disclosure/protect-rates.ts";
import { METRICS } from "../metrics/metrics.ts";
import type { Breakdown, Metric } from "../metrics/metric.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { wilson } from "../statistics/wilson.ts";
import { groupsOf, type Group } from "./release-groups.ts";
import { placeColumns, type Place, type PlaceColumns } from "./release-places.ts";

export type RateKey = PlaceColumns & {
  readonly measure: string;
  readonly measureName: string;
  readonly breakdown: string;
  readonly group: string;
  readonly groupName: string;
};

/** Every rate of every measure at every place, unprotected. */
export const measuredRates = (
  places: readonly Place[],
  mandate: MandateProfile,
): readonly MeasuredRate<RateKey>[] =>
  METRICS.flatMap((metric) =>
    places.flatMap((place) =>
      metric.breakdowns.flatMap((breakdown) =>
        groupsOf(breakdown, place, mandate, presentGroups(place, metric)).map((group) =>
          measuredRate(metric, place, group),
        ),
      ),
    ),
  );

const presentGroups = ({ partial }: Place, metric: Metric): readonly string[] =>
  Object.keys(partial.counts[metric.id] ?? {});

function measuredRate(metric: Metric, place: Place, group: Group): MeasuredRate<RateKey> {
  const count = place.partial.counts[metric.id]?.[group.key] ?? { numerator: 0, denominator: 0 };
  const interval = wilson(count.numerator, count.denominator);
  const { breakdown, group: id, groupName } = group;
  return {
    key: {
      measure: metric.id,
      measureName: metric.name,
      ...placeColumns(place),
      breakdown,
      group: id,
      groupName,
    },
    ...count,
    low: interval.kind === "proportion" ? interval.interval.lower : 0,
    high: interval.kind === "proportion" ? interval.interval.upper : 1,
    isApplicable: isApplicable(metric, place, breakdown, id),
  };
}

/** Where no student of the place is of the kind that a measure speaks of, it does not apply there. */
function isApplicable(metric: Metric, place: Place, breakdown: Breakdown, group: string): boolean {
  const { partial } = place;
  if (breakdown === "transition" && partial.holds.plans) {
    return partial.statuses[group] !== undefined;
  }
  return metric.population === "mandate" ? partial.studentsUnderMandate > 0 : partial.students > 0;
}
