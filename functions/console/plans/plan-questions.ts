import type { ExactPlanPatternRow } from "../../releases/tables/tables.ts";
import type { ConsoleReader } from "../console-reader.ts";
import type { PlanQuestion } from "./plan-answers.ts";

/**
 * The patterns of schools as questions, in the order of the table. A school where nobody could show
 * a pattern is left out of it.
 * @param schools the schools that the reader sees exactly, in the order of their names
 */
export function planQuestions(
  rows: readonly ExactPlanPatternRow[],
  schools: ConsoleReader["schools"],
): readonly PlanQuestion[] {
  const asked = new Map(rows.map((row) => [row.pattern, row]));
  return [...asked.values()].map(({ pattern, patternName, question, meaning }) => ({
    ...{ id: pattern, name: patternName, question, meaning },
    schools: schools.flatMap(({ id, name }) => {
      const row = rows.find(
        (each) => each.pattern === pattern && each.level === "school" && each.school === id,
      );
      return row === undefined || row.count === null || row.n === null
        ? []
        : [{ id, name, count: row.count, n: row.n }];
    }),
  }));
}
