import type { GroupKey } from "../../domain/figures/group-key.ts";
import type { FigureAsked } from "../../domain/figures/figure.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import type { Metric } from "../../metrics/measures/metric.ts";
import { METRICS } from "../../metrics/measures/metrics.ts";
import { placeColumns, questionOf, statisticAt, type EditionScope } from "./places.ts";
import { EVERYBODY } from "../../domain/figures/group-key.ts";
import { FIGURE, GROUP, MEASURE } from "./columns.ts";
import { groupColumns, isBreakdown, type GroupColumns } from "./group-columns.ts";

export const rates = {
  name: "rates",
  title: "Rates of every measure",
  description:
    "One row per measure, level, school, breakdown and group. A rate is the share of all students of the group who are counted, as of the date of the data.",
  primaryKey: ["measure", "level", "school", "breakdown", "group"],
  columns: [...MEASURE, ...GROUP, ...FIGURE],
} as const satisfies TableDefinition;

export type RateKey = GroupColumns & { readonly measure: string; readonly measureName: string };

/** The measures that an edition has. */
export const metricsOf = ({ kind }: Pick<EditionScope, "kind">): readonly Metric[] =>
  METRICS.filter(({ isPublic }) => kind === "staff" || isPublic);

/** Every rate of every measure at every place. */
export function* askedRates(scope: EditionScope): Generator<FigureAsked<RateKey>> {
  for (const { id, name, counted, bars } of metricsOf(scope)) {
    for (const { breakdown, group, groupName, ...bar } of bars(scope.mandate, scope.asOf)) {
      for (const place of scope.places) {
        const statistic = statisticAt(bar, place);
        const asked = (key: GroupColumns, of: GroupKey): FigureAsked<RateKey> => ({
          key: { measure: id, measureName: name, ...key },
          bar: { statistic, school: place.school, group: of },
          parts: counted,
        });
        const question = questionOf(scope, statistic);
        if (breakdown === "all") {
          const groups = question === undefined ? [] : scope.groupsOf(question, place);
          yield asked(groupColumns(place, EVERYBODY), EVERYBODY);
          for (const of of groups) if (isBreakdown(of)) yield asked(groupColumns(place, of), of);
        } else if (breakdown === "transition" || question !== undefined) {
          // In public the review of a transition is not asked by itself.
          yield asked({ breakdown, group, groupName, ...placeColumns(place) }, EVERYBODY);
        }
      }
    }
  }
}
