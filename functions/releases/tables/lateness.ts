import { EVERYBODY, readGroupKey, type GroupKey } from "../../domain/figures/group-key.ts";
import type { FigureAsked } from "../../domain/figures/figure.ts";
import { LATENESS_PARTS } from "../../domain/figures/parts.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { LATENESS } from "../../metrics/questions/lateness.ts";
import { ALL_TOGETHER, statisticText } from "../../metrics/questions/statistic.ts";
import { FIGURE, GROUP, REQUIREMENT } from "./columns.ts";
import { groupColumns, type GroupColumns } from "./group-columns.ts";
import { questionOf, type EditionScope } from "./places.ts";

/** For staff alone: no question of it is public. */
export const lateness = {
  name: "lateness",
  title: "How late reviews are",
  description:
    "One row per review, level, school, breakdown, group and span of days. The rows of one review and group divide the students under the mandate: each is counted once. Of all reviews together a student counts by the one that is latest, and of two as late by the one not held.",
  primaryKey: ["requirement", "level", "school", "breakdown", "group", "lateness"],
  columns: [
    ...REQUIREMENT,
    ...GROUP,
    {
      name: "lateness",
      type: "text",
      title: "Lateness id",
      definition:
        "held-within-2-weeks, held-within-6-weeks or held-after-6-weeks: held 1 to 14, 15 to 42, or 43 and more calendar days after the student's due day; overdue-within-2-weeks, overdue-within-6-weeks or overdue-over-6-weeks: not held, with or without a plan, and due so many days before the date of the data; not-late: held on time, not due, or it cannot be determined.",
    },
    {
      name: "latenessName",
      type: "text",
      title: "Lateness",
      definition: "The span of days in words.",
    },
    ...FIGURE,
  ],
} as const satisfies TableDefinition;

export type LatenessKey = GroupColumns & {
  readonly requirement: string;
  readonly requirementName: string;
  readonly lateness: string;
  readonly latenessName: string;
};

/** How the students under each review divide by how late it is, at every place and in every grade: all reviews together first. */
export const askedLateness = (scope: EditionScope): readonly FigureAsked<LatenessKey>[] =>
  [{ id: ALL_TOGETHER, name: "All reviews together" }, ...scope.mandate.requirements].flatMap(
    ({ id, name }) => {
      const question = questionOf(scope, statisticText(LATENESS, id));
      if (question === undefined) return [];
      return scope.places.flatMap((place) =>
        [EVERYBODY, ...scope.groupsOf(question, place).filter(isGradeGroup)].flatMap((group) =>
          LATENESS_PARTS.map((part): FigureAsked<LatenessKey> => ({
            key: {
              requirement: id,
              requirementName: name,
              lateness: part.id,
              latenessName: part.name,
              ...groupColumns(place, group),
            },
            bar: { statistic: question.statistic, school: place.school, group },
            parts: [part.id],
          })),
        ),
      );
    },
  );

const isGradeGroup = (key: GroupKey): boolean => readGroupKey(key).division === "grade";
