import type { FigureAsked } from "../../domain/figures/figure.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { STANDINGS } from "../../metrics/questions/statistic.ts";
import { askedParts, type RequirementKey } from "./asked-parts.ts";
import { FIGURE, GROUP, REQUIREMENT } from "./columns.ts";
import type { EditionScope } from "./places.ts";

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

export type StandingKey = RequirementKey & {
  readonly standing: string;
  readonly standingName: string;
};

/** How the students under the mandate stand on each requirement: all requirements together first. */
export const askedStandings = (scope: EditionScope): Generator<FigureAsked<StandingKey>> =>
  askedParts(scope, STANDINGS, "All requirements together", ({ id, name }) => ({
    standing: id,
    standingName: name,
  }));
