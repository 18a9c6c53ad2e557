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
export const askedStandings = (scope: EditionScope): readonly FigureAsked<StandingKey>[] =>
  [{ id: ALL_TOGETHER, name: "All requirements together" }, ...scope.mandate.requirements].flatMap(
    ({ id, name }) => {
      const question = questionOf(scope, statisticText(STANDINGS, id));
      if (question === undefined) return [];
      return scope.places.flatMap((place) =>
        [EVERYBODY, ...scope.groupsOf(question, place).filter(isBreakdown)].flatMap((group) =>
          STANDING_PARTS.map((part): FigureAsked<StandingKey> => ({
            key: {
              requirement: id,
              requirementName: name,
              ...groupColumns(place, group),
              standing: part.id,
              standingName: part.name,
            },
            bar: { statistic: question.statistic, school: place.school, group },
            parts: [part.id],
          })),
        ),
      );
    },
  );
