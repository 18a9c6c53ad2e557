import { FOCUS_AREAS } from "../plans/plan.ts";
import { all, HAPPENED, ID, oneOf, PLANNED, TEXT } from "./field.ts";
import { BEST_KNOWN } from "./precedence.ts";
import { recordType } from "./record-type.ts";
import { column, optional } from "./stored-table.ts";

/** An action step toward a goal. */
export const actionStep = recordType({
  name: "actionStep",
  words: { one: "action step", many: "action steps" },
  fields: {
    actionStep: ID,
    goal: ID,
    description: TEXT,
    owner: TEXT,
    focusArea: oneOf(FOCUS_AREAS),
    dueOn: PLANNED,
    completedOn: HAPPENED,
  },
  required: all("actionStep", "goal", "description"),
  decisive: ["completedOn"],
  isAddition: true,
  key: ["actionStep"],
  keyField: "actionStep",
  numberedWithin: "goal",
  // What was completed by one record was completed.
  precedence: [{ prefers: "filled", field: "completedOn" }, ...BEST_KNOWN],
  references: [
    {
      field: "goal",
      to: "record",
      type: "goal",
      unknown: "unknown-goal",
      // Where goals are numbered within each plan, one student's step is not to count for another.
      ambiguous: "ambiguous-goal",
      isOwner: true,
    },
  ],
  guardedBy: ["actionStep"],
  table: {
    name: "actionStep",
    title: "Action steps",
    description: "One row per action step.",
    primaryKey: ["actionStep"],
    columns: [
      column("actionStep", "text", "The action step's identifier."),
      column("goal", "text", "The goal it serves."),
      column("description", "text", "What will be done."),
      column("owner", "text", "Who does it; may be empty."),
      column("focusArea", "text", "The focus area it serves; may be empty."),
      optional("dueOn", "day", "By when."),
      optional("completedOn", "day", "When it was done."),
    ],
  },
});
