/** The published tables that lay releases of a year side by side. */
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { FIGURE, GROUP, MEASURE } from "./columns.ts";

export const trend = {
  name: "trend",
  title: "Rates over the releases of the school year",
  description:
    "One row per measure, level, school, breakdown, group and date of the data: the rate as each release of this school year by the same definitions published it, this one included. Rows that are comparable since the same day may be compared.",
  primaryKey: ["measure", "level", "school", "breakdown", "group", "asOf"],
  columns: [
    ...MEASURE,
    ...GROUP,
    {
      name: "asOf",
      type: "day",
      title: "Data as of",
      definition: "The day of the release that published the rate.",
    },
    {
      name: "comparableSince",
      type: "day",
      optional: true,
      title: "Comparable since",
      definition:
        "The date of the data of the first release of the year with which the rate can be compared: since then the same requirements had come due, as far as the measure asks for several together, and the definitions are the same. Missing unless shown.",
    },
    ...FIGURE,
  ],
} as const satisfies TableDefinition;

export const changes = {
  name: "changes",
  title: "Changed since the last release",
  description:
    "One row per measure, level, school, breakdown and group that both this release and the one before by the same definitions show. A rate that asks for several requirements together has a row only where the same of them had come due on both days.",
  primaryKey: ["measure", "level", "school", "breakdown", "group"],
  columns: [
    ...MEASURE,
    ...GROUP,
    {
      name: "low",
      type: "number",
      title: "Least share",
      definition: "The least share of students of this release, 0 to 1.",
    },
    {
      name: "high",
      type: "number",
      title: "Greatest share",
      definition: "The greatest share of students of this release.",
    },
    {
      name: "previousLow",
      type: "number",
      title: "Least share before",
      definition: "The least share of the release before.",
    },
    {
      name: "previousHigh",
      type: "number",
      title: "Greatest share before",
      definition: "The greatest share of the release before.",
    },
    {
      name: "change",
      type: "text",
      title: "Change",
      definition:
        "up or down where every share that the one figure allows is above every share of the other; same where the two are the same; unclear where they overlap.",
    },
    {
      name: "previousAsOf",
      type: "day",
      title: "Day before",
      definition: "The date of the previous release, which the manifest names (previousRelease).",
    },
  ],
} as const satisfies TableDefinition;
