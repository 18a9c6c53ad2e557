import { EVERYBODY } from "../../domain/figures/group-key.ts";
import type { FigureAsked } from "../../domain/figures/figure.ts";
import type { Part } from "../../domain/figures/parts.ts";
import { ALL_TOGETHER, statisticText, type Statistic } from "../../metrics/questions/statistic.ts";
import { groupColumns, isBreakdown, type GroupColumns } from "./group-columns.ts";
import { questionOf, type EditionScope } from "./places.ts";

/** Whose figure of which requirement a row has. */
export type RequirementKey = GroupColumns & {
  readonly requirement: string;
  readonly requirementName: string;
};

/**
 * Each part of a statistic of requirements, at every place and for every group: all requirements together
 * first. Requirements without such a question have no row.
 * @param together the name of all requirements together
 * @param columnsOf the columns that a part adds to the key
 */
export function* askedParts<Columns extends object>(
  scope: EditionScope,
  statistic: Statistic,
  together: string,
  columnsOf: (part: Part) => Columns,
): Generator<FigureAsked<RequirementKey & Columns>> {
  const all = { id: ALL_TOGETHER, name: together };
  for (const { id, name } of [all, ...scope.mandate.requirements]) {
    const question = questionOf(scope, statisticText(statistic, id));
    if (question === undefined) continue;
    for (const place of scope.places) {
      for (const group of [EVERYBODY, ...scope.groupsOf(question, place).filter(isBreakdown)]) {
        const bar = { statistic: question.statistic, school: place.school, group };
        const columns = groupColumns(place, group);
        for (const part of statistic.parts) {
          const key = {
            requirement: id,
            requirementName: name,
            ...columns,
            ...columnsOf(part),
          };
          yield { key, bar, parts: [part.id] };
        }
      }
    }
  }
}
