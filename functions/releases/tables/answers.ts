import { EVERYBODY, type GroupKey } from "../../domain/figures/group-key.ts";
import type { FigureAsked } from "../../domain/figures/figure.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { placeColumns, questionOf, statisticAt, type EditionScope } from "./places.ts";
import { FIGURE, GROUP, MEASURE } from "./columns.ts";
import { groupColumns, isBreakdown, type GroupColumns } from "./group-columns.ts";
import { metricsOf } from "./rates.ts";

export const answers = {
  name: "answers",
  title: "Answers to the question of each measure",
  description:
    "One row per measure, level, school, breakdown, group and answer, for each measure with a question of its own. The answers of one group divide its students: each is counted once. Those on requirements are in the tables of statuses and standings.",
  primaryKey: ["measure", "level", "school", "breakdown", "group", "answer"],
  columns: [
    ...MEASURE,
    ...GROUP,
    {
      name: "answer",
      type: "text",
      title: "Answer id",
      definition:
        "The answers of a measure in their fixed order, such as open and none; ready, not-ready, not-determinable and not-due; or not-chronic, chronic and too-few-days.",
    },
    { name: "answerName", type: "text", title: "Answer", definition: "The name of the answer." },
    ...FIGURE,
  ],
} as const satisfies TableDefinition;

export type AnswerKey = GroupColumns & {
  readonly measure: string;
  readonly measureName: string;
  readonly answer: string;
  readonly answerName: string;
};

/** How the students of every place divide by each measure's question. */
export const askedAnswers = (scope: EditionScope): readonly FigureAsked<AnswerKey>[] =>
  metricsOf(scope)
    .filter(({ statistics }) => statistics.length > 0)
    .flatMap(({ id, name, bars }) =>
      bars(scope.mandate, scope.asOf).flatMap(({ breakdown, group, groupName, ...bar }) =>
        scope.places.flatMap((place) => {
          const statistic = statisticAt(bar, place);
          const question = questionOf(scope, statistic);
          if (question === undefined) return [];
          const asked = (key: GroupColumns, of: GroupKey): readonly FigureAsked<AnswerKey>[] =>
            question.parts.map((part) => ({
              key: {
                ...{ measure: id, measureName: name, ...key },
                ...{ answer: part.id, answerName: part.name },
              },
              bar: { statistic, school: place.school, group: of },
              parts: [part.id],
            }));
          if (breakdown !== "all") {
            return asked({ ...placeColumns(place), breakdown, group, groupName }, EVERYBODY);
          }
          return [EVERYBODY, ...scope.groupsOf(question, place).filter(isBreakdown)].flatMap((of) =>
            asked(groupColumns(place, of), of),
          );
        }),
      ),
    );
