import type { QualityRow } from "../../../../dashboard/src/components/sections/plan-quality/quality-rows.ts";

/** The answer of all students of the district to the question of a measure. */
export const answerRow = (measure: string, answer: string, more: Partial<QualityRow> = {}) => ({
  ...{ measure, answer, answerName: answer },
  ...{ level: "district", school: "", schoolName: "Cast" },
  ...{ breakdown: "all", group: "all", groupName: "All students" },
  ...{ low: 0.5, high: 0.5, n: 40, drawnOn: "2022-05-20", state: "shown" },
  ...more,
});

/** The same without a figure. */
export const unshownRow = (measure: string, answer: string, state = "too-few-students") =>
  answerRow(measure, answer, { low: null, high: null, n: null, drawnOn: null, state });
