import { isMet } from "../../goals/quality/goal-text-quality.ts";
import { isDueBeforeSet } from "../../goals/quality/structure/due-date-flags.ts";
import { isValidated } from "../../goals/quality/labels/validated-indicators.ts";
import { goalIndicator } from "./goal-indicators.ts";

/** Whether goals say by when. */
export const goalsTimeBound = goalIndicator({
  id: "goals-time-bound",
  name: "Goals with a deadline",
  goalsThat: "that say by when",
  numerator:
    "Students each of whose goals says by when in its text, as rules read it in English or Spanish, or has a due date that somebody chose.",
  exclusions:
    "A due date is not counted as chosen if more than 80 percent of the dated goals of the plan's counselor, five or more, are due on the last day of school; nor is one before the day on which the goal was set.",
  source: "Texts and due dates of the goals, as the plan export gives them.",
  version: 2,
  isPublic: isValidated("timeBound"),
  meets({ timeBound, setOn, targetOn, isDueByDefault }) {
    const isChosen = isDueByDefault !== true && !isDueBeforeSet({ setOn, targetOn });
    if (targetOn !== null && isChosen) return true;
    return typeof timeBound === "number" ? isMet(timeBound) : null;
  },
});
