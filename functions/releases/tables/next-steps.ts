import { EVERYBODY } from "../../domain/bar-key.ts";
import type { FigureAsked } from "../../domain/figure.ts";
import type { TableDefinition } from "../../domain/table-definition.ts";
import { statistic } from "../../metrics/statistic.ts";
import { placeColumns, questionOf, type EditionScope, type PlaceColumns } from "../places.ts";
import { FIGURE, PLACE, REQUIREMENT } from "./columns.ts";

export const nextSteps = {
  name: "next-steps",
  title: "Who acts next",
  description:
    "One row per level, school, requirement and need: which share of the students is waiting for something to be done. The list of their names is in the staff edition.",
  primaryKey: ["level", "school", "requirement", "need"],
  columns: [
    ...PLACE,
    ...REQUIREMENT,
    {
      name: "need",
      type: "text",
      title: "Need id",
      definition:
        "overdue: a review was not held by its due day; no-plan: a review is due and there is no plan; not-ready: not ready for a transition though its review is due; not-met: another requirement is not met; due-soon (staff edition): due within 30 days.",
    },
    { name: "needName", type: "text", title: "Need", definition: "The need as a reader says it." },
    ...FIGURE,
  ],
} as const satisfies TableDefinition;

export type NextStepKey = PlaceColumns & {
  readonly requirement: string;
  readonly requirementName: string;
  readonly need: string;
  readonly needName: string;
};

interface NeedRead {
  readonly need: string;
  readonly needName: string;
  readonly statistic: string;
  readonly part: string;
}

/** Each need is a part of a bar, so that it shows the same figure as the bar does. */
const needsOf = (requirement: string, kind: string): readonly NeedRead[] => [
  ...(kind === "recurring-review" || kind === "transition-review"
    ? [
        {
          need: "overdue",
          needName: "Review overdue",
          statistic: statistic.statuses(requirement),
          part: "not-held",
        },
        {
          need: "no-plan",
          needName: "No plan",
          statistic: statistic.statuses(requirement),
          part: "no-plan",
        },
      ]
    : []),
  {
    need: "not-ready",
    needName: "Not ready for the transition",
    statistic: statistic.ofTransition("transition", requirement),
    part: "not-ready",
  },
  ...(kind === "recurring-review" || kind === "transition-review"
    ? []
    : [
        {
          need: "not-met",
          needName: "Requirement not met",
          statistic: statistic.standings(requirement),
          part: "not-met",
        },
      ]),
  {
    need: "due-soon",
    needName: "Due within 30 days",
    statistic: statistic.dueSoon(requirement),
    part: "due-soon",
  },
];

/** Which share of the students is waiting for what, at every place. */
export const askedNextSteps = (scope: EditionScope): readonly FigureAsked<NextStepKey>[] =>
  scope.places.flatMap((place) =>
    scope.mandate.requirements.flatMap(({ id, name, kind }) =>
      needsOf(id, kind).flatMap(({ need, needName, statistic: own, part }) =>
        questionOf(scope, own) === undefined
          ? []
          : [
              {
                key: {
                  ...placeColumns(place),
                  requirement: id,
                  requirementName: name,
                  need,
                  needName,
                },
                bar: { statistic: own, school: place.school, group: EVERYBODY },
                parts: [part],
              },
            ],
      ),
    ),
  );
