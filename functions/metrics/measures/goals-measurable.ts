import { isMet } from "../../goals/quality/goal-text-quality.ts";
import { isValidated } from "../../goals/quality/labels/validated-indicators.ts";
import { goalIndicator } from "./goal-indicators.ts";

/** Whether one can say at the end that a goal was reached. */
export const goalsMeasurable = goalIndicator({
  id: "goals-measurable",
  name: "Measurable goals",
  goalsThat: "of which one can say without an opinion whether they were reached",
  numerator:
    "Students each of whose goals is measurable by the rubric for goals, as rules read it from the goal's text in English or Spanish: an amount, a score, a frequency, or something that is done or not done.",
  source: "Texts of the goals, as the plan export gives them.",
  version: 1,
  isPublic: isValidated("measurable"),
  meets: ({ measurable }) => (typeof measurable === "number" ? isMet(measurable) : null),
});
