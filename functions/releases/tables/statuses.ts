import { EVERYBODY } from "../../domain/figures/group-key.ts";
import type { FigureAsked } from "../../domain/figures/figure.ts";
import { REVIEW_PARTS } from "../../domain/figures/parts.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { ALL_TOGETHER, STATUSES, statisticText } from "../../metrics/questions/statistic.ts";
import { questionOf, type EditionScope } from "./places.ts";
import { FIGURE, GROUP, REQUIREMENT } from "./columns.ts";
import { groupColumns, isBreakdown, type GroupColumns } from "./group-columns.ts";

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

export type StatusKey = GroupColumns & {
  readonly requirement: string;
  readonly requirementName: string;
  readonly status: string;
  readonly statusName: string;
};

/** How each review's students divide by status at every place: all reviews together first. */
export function* askedStatuses(scope: EditionScope): Generator<FigureAsked<StatusKey>> {
  const all = { id: ALL_TOGETHER, name: "All reviews together" };
  for (const { id, name } of [all, ...scope.mandate.requirements]) {
    const question = questionOf(scope, statisticText(STATUSES, id));
    if (question === undefined) continue;
    const { statistic } = question;
    for (const place of scope.places) {
      for (const group of [EVERYBODY, ...scope.groupsOf(question, place).filter(isBreakdown)]) {
        const bar = { statistic, school: place.school, group };
        const columns = groupColumns(place, group);
        for (const part of REVIEW_PARTS) {
          yield {
            key: {
              requirement: id,
              requirementName: name,
              status: part.id,
              statusName: part.name,
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
