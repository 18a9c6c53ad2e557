import type { FigureAsked } from "../disclosure/shown-figures.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { METRICS } from "../metrics/metrics.ts";
import type { Metric } from "../metrics/metric.ts";
import { arrivalGrade } from "../metrics/transition.ts";
import { placeId } from "./measured-students.ts";
import { groupsOf, type Group } from "./release-groups.ts";
import { placeColumns, type Place, type PlaceColumns } from "./release-places.ts";
import { ALL_REVIEWS, statisticIds } from "./statistic-ids.ts";

export type RateKey = PlaceColumns & {
  readonly measure: string;
  readonly measureName: string;
  readonly breakdown: string;
  readonly group: string;
  readonly groupName: string;
  readonly of: number | null;
};

/** Every rate of every measure at every place. */
export const askedRates = (
  places: readonly Place[],
  mandate: MandateProfile,
): readonly FigureAsked<RateKey>[] =>
  METRICS.flatMap((metric) =>
    places.flatMap((place) =>
      metric.breakdowns.flatMap((breakdown) =>
        groupsOf(breakdown, place, mandate, Object.keys(place.partial.counts[metric.id] ?? {})).map(
          (group) => askedRate(metric, place, group, mandate),
        ),
      ),
    ),
  );

function askedRate(
  metric: Metric,
  place: Place,
  { key, breakdown, group, groupName }: Group,
  mandate: MandateProfile,
): FigureAsked<RateKey> {
  const isTransition = breakdown === "transition";
  return {
    key: {
      measure: metric.id,
      measureName: metric.name,
      ...placeColumns(place),
      breakdown,
      group,
      groupName,
      of: breakdown === "all" ? studentsOf(metric, place) : null,
    },
    statistic: isTransition ? statisticIds.ofTransition(metric.id, group) : metric.id,
    part: "counted",
    place: placeId(place),
    group: isTransition ? "all/all" : key,
    isApplicable:
      isTransition && place.partial.holds.plans
        ? isAtTransition(metric, place, mandate, group)
        : studentsOf(metric, place) > 0,
  };
}

/** Whether the place has students at the transition, or for a measure of arrivals in the grade of arrival. */
function isAtTransition(
  { transitionOf }: Metric,
  { partial: { statuses } }: Place,
  { requirements }: MandateProfile,
  group: string,
): boolean {
  if (transitionOf === undefined) return statuses[group] !== undefined;
  const made = requirements.find(({ id }) => id === group);
  const grade = made?.kind === "transition-review" ? arrivalGrade(made) : null;
  return grade !== null && statuses[ALL_REVIEWS]?.[`grade/${grade}`] !== undefined;
}

/** Enrollment is public; how many of them a measure leaves out is not. */
export const studentsOf = ({ population }: Metric, { partial }: Place): number =>
  population === "mandate" ? partial.studentsUnderMandate : partial.students;
