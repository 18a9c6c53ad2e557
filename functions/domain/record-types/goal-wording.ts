import { all, oneOf, TEXT } from "./field.ts";
import { recordType } from "./record-type.ts";

/** `beginning`: printed before each goal. `required-goal`: a goal that every student is to have. */
export const GOAL_WORDINGS = ["beginning", "required-goal"] as const;

/** A wording as a district declares it. */
export interface GoalWording {
  readonly wording: (typeof GOAL_WORDINGS)[number];
  readonly text: string;
}

/** Words of goals that are the district's form's own, and say nothing of how students are alike. */
export const goalWording = recordType({
  name: "goalWording",
  words: { one: "wording of the goal form", many: "wordings of the goal form" },
  fields: { wording: oneOf(GOAL_WORDINGS), text: TEXT },
  required: all("wording", "text"),
  key: ["wording", "text"],
  keyField: "text",
  references: [],
});
