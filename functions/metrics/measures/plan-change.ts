import { CHANGE_PARTS } from "../../domain/figures/parts.ts";
import { changeOf } from "../plans/plan-touches.ts";
import { oneQuestion } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";

/** Whether plans are living documents: something in them changes from review to review. */
export const planChange: Metric = {
  id: "plan-change",
  name: "Changed between reviews",
  isHigherBetter: true,
  definition:
    "Students with at least two reviews in whose plans something changed since the last review but one: a plan was opened, a goal was set, met, missed or given up, or an action step was done.",
  numerator:
    "Students with such a change after the day of the last review but one, up to the date of the data. What changed on the day of that review belongs to that review.",
  denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
  exclusions:
    "Nobody. Students on whose accepted plans fewer than two reviews are on record, of this school year and earlier ones, are counted as such; two reviews on one day count once. A student of whom no change is seen is counted as not recorded if a goal of an accepted plan, open or closed, has no day on which it was set or, once met, missed or given up, no day of that; if the plans have no goals and no goal of the district has a domain; or if they have action steps and no step of the district has a day on which it was completed. A new wording of a goal has no day in any export and is not seen.",
  source:
    "Days on which plans were opened, days of goals, of their status and of completed action steps, and days of reviews, as the plan export gives them.",
  version: 2,
  isPublic: false,
  isInExtract: false,
  needs: "plans",
  counted: ["changed"],
  against: ["unchanged"],
  ...oneQuestion(
    { id: "plan-change", parts: CHANGE_PARTS },
    {
      population: { kind: "mandate" },
      needs: "plans",
      isPublic: false,
      afterDue: [],
      answer: ({ record }, context) => changeOf(record, context),
    },
  ),
};
