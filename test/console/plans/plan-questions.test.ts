import { describe, expect, it } from "vitest";
import { planQuestions } from "../../../functions/console/plans/plan-questions.ts";
import type { ExactPlanPatternRow } from "../../../functions/releases/tables/tables.ts";

const patternRow = (
  pattern: string,
  school: string | null,
  count: number | null,
  n: number | null,
): ExactPlanPatternRow => ({
  ...{ level: school === null ? "district" : "school", school: school ?? "", schoolName: "" },
  ...{ pattern, patternName: `Name of ${pattern}`, meaning: "Whom", question: "Why?" },
  ...{ count, n, low: null, high: null, band: null, drawnOn: null, state: "shown" },
});
const SCHOOLS = [
  { id: "2", name: "Adams" },
  { id: "1", name: "Zane" },
];

describe("the questions to look into", () => {
  it("are in the order of the table, each with the reader's schools by name and no other place", () => {
    const rows = [
      ...[patternRow("b", null, 30, 90), patternRow("a", null, 3, 9)],
      ...[patternRow("b", "1", 12, 40), patternRow("a", "1", 0, 4)],
      ...[patternRow("b", "2", 2, 7), patternRow("b", "3", 16, 43)],
    ];
    expect(planQuestions(rows, SCHOOLS)).toEqual([
      {
        ...{ id: "b", name: "Name of b", question: "Why?", meaning: "Whom" },
        schools: [
          { id: "2", name: "Adams", count: 2, n: 7 },
          { id: "1", name: "Zane", count: 12, n: 40 },
        ],
      },
      {
        ...{ id: "a", name: "Name of a", question: "Why?", meaning: "Whom" },
        schools: [{ id: "1", name: "Zane", count: 0, n: 4 }],
      },
    ]);
  });

  it("leave out a school of which nobody can say: it is not 0", () => {
    expect(planQuestions([patternRow("a", "1", null, null)], SCHOOLS)[0]?.schools).toEqual([]);
  });
});
