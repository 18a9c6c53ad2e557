import { isMet } from "../../goals/quality/goal-text-quality.ts";
import { isValidated } from "../../goals/quality/labels/validated-indicators.ts";
import { goalIndicator } from "./goal-indicators.ts";

/** Whether goals name what the student will do. */
export const goalsSpecific = goalIndicator({
  id: "goals-specific",
  name: "Specific goals",
  goalsThat: "that name an action that others can see, or a result with its level",
  numerator:
    "Students each of whose goals is specific by the rubric for goals, as rules read it from the goal's text in English or Spanish.",
  source: "Texts of the goals, as the plan export gives them.",
  version: 1,
  isPublic: isValidated("specific"),
  meets: ({ specific }) => (typeof specific === "number" ? isMet(specific) : null),
});
