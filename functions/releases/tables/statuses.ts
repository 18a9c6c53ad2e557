import type { FigureAsked } from "../../domain/figures/figure.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { STATUSES } from "../../metrics/questions/statistic.ts";
import { askedParts, type RequirementKey } from "./asked-parts.ts";
import { FIGURE, GROUP, REQUIREMENT } from "./columns.ts";
import type { EditionScope } from "./places.ts";

export const statuses = {
  name: "statuses",
  title: "Review statuses",
  description:
    "One row per requirement, level, school, breakdown, group and status. The statuses of one requirement and group divide its students: each is counted once.",
  primaryKey: ["requirement", "level", "school", "breakdown", "group", "status"],
  columns: [
    ...REQUIREMENT,
    ...GROUP,
    {
      name: "status",
      type: "text",
      title: "Status id",
      definition:
        "on-time, held-late, not-held, no-plan, not-determinable, not-due, in this fixed order. Not due: its day has not come, the student is exempt or too new, or it does not apply.",
    },
    {
      name: "statusName",
      type: "text",
      title: "Status",
      definition: "The name of the status.",
    },
    ...FIGURE,
  ],
} as const satisfies TableDefinition;

export type StatusKey = RequirementKey & {
  readonly status: string;
  readonly statusName: string;
};

/** How each review's students divide by status at every place: all reviews together first. */
export const askedStatuses = (scope: EditionScope): Generator<FigureAsked<StatusKey>> =>
  askedParts(scope, STATUSES, "All reviews together", ({ id, name }) => ({
    status: id,
    statusName: name,
  }));
