import type { BarKey } from "../../domain/figures/bar-key.ts";
import { EVERYBODY } from "../../domain/figures/group-key.ts";
import type { FigureAsked } from "../../domain/figures/figure.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import type { Metric } from "../../metrics/measures/metric.ts";
import type { Question } from "../../metrics/questions/question.ts";
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
export function* askedAnswers(scope: EditionScope): Generator<FigureAsked<AnswerKey>> {
  for (const metric of metricsOf(scope)) {
    if (metric.statistics.length === 0) continue;
    for (const { breakdown, group, groupName, ...bar } of metric.bars(scope.mandate, scope.asOf)) {
      for (const place of scope.places) {
        const statistic = statisticAt(bar, place);
        const question = questionOf(scope, statistic);
        if (question === undefined) continue;
        if (breakdown !== "all") {
          const columns = { breakdown, group, groupName, ...placeColumns(place) };
          yield* answersOf(metric, question, columns, { school: place.school, group: EVERYBODY });
          continue;
        }
        for (const of of [EVERYBODY, ...scope.groupsOf(question, place).filter(isBreakdown)]) {
          const columns = groupColumns(place, of);
          yield* answersOf(metric, question, columns, { school: place.school, group: of });
        }
      }
    }
  }
}

/** One row for each answer to the question of a measure, in a group of a place. */
function* answersOf(
  { id, name }: Metric,
  { statistic, parts }: Question,
  columns: GroupColumns,
  group: Pick<BarKey, "school" | "group">,
): Generator<FigureAsked<AnswerKey>> {
  const bar = { statistic, ...group };
  for (const part of parts) {
    yield {
      key: {
        measure: id,
        measureName: name,
        answer: part.id,
        answerName: part.name,
        ...columns,
      },
      bar,
      parts: [part.id],
    };
  }
}
