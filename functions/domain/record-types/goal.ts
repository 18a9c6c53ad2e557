import { GOAL_DOMAINS, GOAL_STATUSES } from "../plans/plan.ts";
import { all, HAPPENED, ID, oneOf, PLANNED, TEXT } from "./field.ts";
import { ONE_PLAN, PLAN_FIELDS } from "./plan.ts";
import { recordType } from "./record-type.ts";
import { OF_PLAN } from "./reference.ts";
import { column, optional } from "./stored-table.ts";

/** A goal of a plan. */
export const goal = recordType({
  name: "goal",
  words: { one: "goal", many: "goals" },
  fields: {
    goal: ID,
    ...PLAN_FIELDS,
    domain: oneOf(GOAL_DOMAINS),
    description: TEXT,
    measurement: TEXT,
    setOn: { ...HAPPENED, planYear: "not-after" },
    targetOn: PLANNED,
    status: oneOf(GOAL_STATUSES),
    statusOn: HAPPENED,
  },
  required: [...all("goal"), ONE_PLAN, ...all("description", "status")],
  isAddition: true,
  key: ["goal"],
  keyField: "goal",
  numberedWithin: "plan",
  references: [OF_PLAN],
  guardedBy: ["goal"],
  table: {
    name: "goal",
    title: "Goals",
    description: "One row per goal.",
    primaryKey: ["goal"],
    columns: [
      column("goal", "text", "The goal's identifier."),
      column("plan", "text", "The plan."),
      optional("domain", "text", "academic, career or personal."),
      column("description", "text", "The goal in the student's words."),
      column("measurement", "text", "How one will know; may be empty."),
      optional("setOn", "day", "The day it was set."),
      optional("targetOn", "day", "The day it should be reached."),
      column("status", "text", "not-started, in-progress, met, not-met or discontinued."),
      optional("statusOn", "day", "The day the status was given."),
      // What its text says, alone and beside the district's others: see `functions/join/goal-texts.ts`.
      optional("specific", "integer", "Whether its text is specific: 0 no, 1 in part, 2 wholly."),
      optional("measurable", "integer", "Whether its text can be measured, likewise."),
      optional("timeBound", "integer", "Whether its text says by when, likewise."),
      optional("isDueByDefault", "boolean", "Whether its due day is one that the form fills in."),
      optional(
        "textKind",
        "text",
        "Whether its text is compared: eligible, too-short or mandated.",
      ),
      optional(
        "sharedText",
        "text",
        "The text that three or more students have, with names, numbers and dates masked.",
      ),
      optional(
        "sharedSince",
        "day",
        "The day the third of them had it; empty if none is on record.",
      ),
      optional(
        "isLastYears",
        "boolean",
        "Whether the student had it, apart from numbers and dates, the school year before; empty where that cannot be compared.",
      ),
    ],
  },
});
