import { EVERYBODY } from "../../domain/figures/group-key.ts";
import type { FigureAsked } from "../../domain/figures/figure.ts";
import { STANDING_PARTS } from "../../domain/figures/parts.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { ALL_TOGETHER, STANDINGS, statisticText } from "../../metrics/questions/statistic.ts";
import { questionOf, type EditionScope } from "./places.ts";
import { FIGURE, GROUP, REQUIREMENT } from "./columns.ts";
import { groupColumns, isBreakdown, type GroupColumns } from "./group-columns.ts";

export const standings = {
  name: "standings",
  title: "Standing on each requirement",
  description:
    "One row per requirement, level, school, breakdown, group and standing. The standings of one requirement divide the students under the mandate: each is counted once. In public a transition is in the table of rates.",
  primaryKey: ["requirement", "level", "school", "breakdown", "group", "standing"],
  columns: [
    ...REQUIREMENT,
    ...GROUP,
    {
      name: "standing",
      type: "text",
      title: "Standing id",
      definition:
        "met, not-met, not-determinable (neither the text nor the records decide), not-applicable (it does not apply, or not yet; exempt students too), in this fixed order.",
    },
    {
      name: "standingName",
      type: "text",
      title: "Standing",
      definition: "The name of the standing.",
    },
    ...FIGURE,
  ],
} as const satisfies TableDefinition;

export type StandingKey = GroupColumns & {
  readonly requirement: string;
  readonly requirementName: string;
  readonly standing: string;
  readonly standingName: string;
};

/** How the students under the mandate stand on each requirement: all requirements together first. */
export function* askedStandings(scope: EditionScope): Generator<FigureAsked<StandingKey>> {
  const all = { id: ALL_TOGETHER, name: "All requirements together" };
  for (const { id, name } of [all, ...scope.mandate.requirements]) {
    const question = questionOf(scope, statisticText(STANDINGS, id));
    if (question === undefined) continue;
    const { statistic } = question;
    for (const place of scope.places) {
      for (const group of [EVERYBODY, ...scope.groupsOf(question, place).filter(isBreakdown)]) {
        const bar = { statistic, school: place.school, group };
        const columns = groupColumns(place, group);
        for (const part of STANDING_PARTS) {
          yield {
            key: {
              requirement: id,
              requirementName: name,
              standing: part.id,
              standingName: part.name,
              ...columns,
            },
            bar,
            parts: [part.id],
          };
        }
      }
    }
  }
}
