import type { TableDefinition } from "../domain/table-definition.ts";
import { BAND, PLACE, REQUIREMENT, STATE } from "./table-columns.ts";

export const standings = {
  name: "standings",
  title: "Standing on each requirement",
  description:
    "One row a level, school, requirement and standing. The standings of one requirement divide the students under the mandate: each is counted once.",
  primaryKey: ["level", "school", "requirement", "standing"],
  columns: [
    ...PLACE,
    ...REQUIREMENT,
    {
      name: "standing",
      type: "text",
      title: "Standing id",
      definition:
        "met, not-met, not-applicable (it does not apply, or not yet; exempt students too), not-determinable (neither the text nor the records decide), in this fixed order.",
    },
    {
      name: "standingName",
      type: "text",
      title: "Standing",
      definition: "The standing as a reader says it.",
    },
    {
      name: "of",
      type: "integer",
      optional: true,
      title: "Of students",
      definition: "Students of the place under the mandate on the as-of day.",
    },
    BAND,
    STATE,
  ],
} as const satisfies TableDefinition;
