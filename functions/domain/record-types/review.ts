import { FOCUS_AREAS, MEETINGS, PARTICIPANTS, REVIEW_STATES } from "../plans/plan.ts";
import { all, ARRANGED, HAPPENED, ID, listOf, oneOf } from "./field.ts";
import { ONE_PLAN, PLAN_FIELDS } from "./plan.ts";
import { BEST_KNOWN } from "./precedence.ts";
import { recordType } from "./record-type.ts";
import { OF_PLAN } from "./reference.ts";
import { column, list, optional } from "./stored-table.ts";

/** A meeting about a plan: scheduled, held or missed. */
export const review = recordType({
  name: "review",
  words: { one: "plan review", many: "plan reviews" },
  fields: {
    review: ID,
    ...PLAN_FIELDS,
    state: oneOf(REVIEW_STATES),
    scheduledOn: { ...ARRANGED, planYear: "within" },
    heldOn: { ...HAPPENED, planYear: "within" },
    participants: listOf(PARTICIPANTS),
    focusAreas: listOf(FOCUS_AREAS),
    meeting: oneOf(MEETINGS),
  },
  required: [...all("review"), ONE_PLAN, ...all("state")],
  isAddition: true,
  key: ["review"],
  keyField: "review",
  numberedWithin: "plan",
  // What was held by one record was held.
  precedence: [{ prefers: "value", field: "state", value: "held" }, ...BEST_KNOWN],
  references: [OF_PLAN],
  guardedBy: ["review"],
  table: {
    name: "review",
    title: "Plan reviews",
    description: "One row per meeting about a plan.",
    primaryKey: ["review"],
    columns: [
      column("review", "text", "The review's identifier."),
      column("plan", "text", "The plan."),
      column("state", "text", "scheduled, held or missed."),
      optional("scheduledOn", "day", "The day it was planned for."),
      optional("heldOn", "day", "The day it took place."),
      list("participants", "Who took part, with ; between them."),
      list("focusAreas", "What was worked through, with ; between them."),
      { ...optional("meeting", "text", "individual or group."), isAbsentWhenEmpty: true },
    ],
  },
});
