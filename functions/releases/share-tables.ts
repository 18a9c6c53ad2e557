/** The published tables of shares of students, and of what they wait for. */
import type { TableDefinition } from "../domain/table-definition.ts";
import { BAND, GROUP, MEASURE, REQUIREMENT, STATE } from "./table-columns.ts";

export const rates = {
  name: "rates",
  title: "Rates of every measure",
  description:
    "One row a measure, level, school, breakdown and group. A rate is the share of the students it could be who are counted, as of the release's day.",
  primaryKey: ["measure", "level", "school", "breakdown", "group"],
  columns: [
    ...MEASURE,
    ...GROUP,
    {
      name: "of",
      type: "integer",
      optional: true,
      title: "Students it speaks of",
      definition:
        "Students of the place of whom the measure speaks: enrolled, or under the mandate, on the as-of day. Some may be left out, as its definition says. Missing where the group is not all students.",
    },
    BAND,
    STATE,
  ],
} as const satisfies TableDefinition;

export const statuses = {
  name: "statuses",
  title: "Review statuses",
  description:
    "One row a requirement, level, school, breakdown, group and review status. The statuses of one requirement and group divide its students: each is counted once.",
  primaryKey: ["requirement", "level", "school", "breakdown", "group", "status"],
  columns: [
    ...REQUIREMENT,
    ...GROUP,
    {
      name: "status",
      type: "text",
      title: "Status id",
      definition:
        "timely, held-late, not-held, pending, exempt, not-yet-assessable, plan-missing, in this fixed order.",
    },
    {
      name: "statusName",
      type: "text",
      title: "Status",
      definition: "The status as a reader says it.",
    },
    BAND,
    STATE,
  ],
} as const satisfies TableDefinition;

export const nextSteps = {
  name: "next-steps",
  title: "Who acts next",
  description:
    "One row a level, school, requirement and need: which share of the students under the requirement waits for something to be done. The list of their names is on the signed-in side.",
  primaryKey: ["level", "school", "requirement", "need"],
  columns: [
    ...GROUP,
    ...REQUIREMENT,
    {
      name: "need",
      type: "text",
      title: "Need id",
      definition:
        "overdue: the due day has passed and no review is held; due-soon: due within 30 days; no-plan: no active plan.",
    },
    { name: "needName", type: "text", title: "Need", definition: "The need as a reader says it." },
    BAND,
    STATE,
  ],
} as const satisfies TableDefinition;
