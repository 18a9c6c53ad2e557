import { EVERYBODY } from "../../domain/figures/group-key.ts";
import type { FigureAsked } from "../../domain/figures/figure.ts";
import { TRANSITION_PARTS } from "../../domain/figures/parts.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { transitionsOf } from "../../metrics/measures/measure-bars.ts";
import { statisticText, TRANSITION } from "../../metrics/questions/statistic.ts";
import { placeColumns, questionOf, type EditionScope, type PlaceColumns } from "./places.ts";
import { FIGURE, PLACE, REQUIREMENT } from "./columns.ts";

export const transitions = {
  name: "transitions",
  title: "Ready for the transitions",
  description:
    "One row per transition, level, school and answer. The answers of one transition divide the students enrolled in its grade: each is counted once.",
  primaryKey: ["requirement", "level", "school", "answer"],
  columns: [
    ...REQUIREMENT,
    ...PLACE,
    {
      name: "answer",
      type: "text",
      title: "Answer id",
      definition:
        "ready (plan open, reviewed, focus areas covered), not-ready (though the review is due), not-determinable, not-due, in this fixed order.",
    },
    { name: "answerName", type: "text", title: "Answer", definition: "The name of the answer." },
    ...FIGURE,
  ],
} as const satisfies TableDefinition;

export type TransitionKey = PlaceColumns & {
  readonly requirement: string;
  readonly requirementName: string;
  readonly answer: string;
  readonly answerName: string;
};

/** How the students of each transition's grade divide at every place. */
export const askedTransitions = (scope: EditionScope): readonly FigureAsked<TransitionKey>[] =>
  transitionsOf(scope.mandate, scope.asOf).flatMap(({ id, transitionName }) => {
    const question = questionOf(scope, statisticText(TRANSITION, id));
    if (question === undefined) return [];
    return scope.places.flatMap((place) =>
      TRANSITION_PARTS.map((part): FigureAsked<TransitionKey> => ({
        key: {
          requirement: id,
          requirementName: transitionName,
          ...placeColumns(place),
          answer: part.id,
          answerName: part.name,
        },
        bar: { statistic: question.statistic, school: place.school, group: EVERYBODY },
        parts: [part.id],
      })),
    );
  });
