import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { goalIndicator } from "./goal-indicators.ts";

/** Whether something is to be done toward each goal. */
export const goalsWithSteps = goalIndicator({
  id: "goals-with-steps",
  name: "Goals with action steps",
  goalsThat: "with at least one action step",
  numerator: "Students each of whose goals has an action step, done or not.",
  exclusions: "If no goal of the district has a step, it cannot be determined.",
  source: "Action steps, as the plan export gives them.",
  version: 1,
  isPublic: true,
  meets: ({ goal }, { record }) =>
    record.more.collected?.actionSteps === false
      ? null
      : documentsOf(record).some(({ actionSteps }) =>
          actionSteps.some((step) => step.goal === goal),
        ),
});
