/** The published tables that lay releases of a year side by side. */
import type { TableDefinition } from "../domain/table-definition.ts";
import { BAND, GROUP, MEASURE, STATE } from "./table-columns.ts";

export const trend = {
  name: "trend",
  title: "Rates over the releases of the school year",
  description:
    "One row a measure, level, school, breakdown, group and as-of day: the rate as each release of this school year published it, this one included.",
  primaryKey: ["measure", "level", "school", "breakdown", "group", "asOf"],
  columns: [
    ...MEASURE,
    ...GROUP,
    { name: "asOf", type: "day", title: "As-of day", definition: "The day the rate is true for." },
    {
      name: "release",
      type: "text",
      title: "Release",
      definition: "The release that published the rate.",
    },
    BAND,
    STATE,
  ],
} as const satisfies TableDefinition;

export const changes = {
  name: "changes",
  title: "Changed since the last release",
  description:
    "One row a measure, level, school, breakdown and group that both this release and the one before show.",
  primaryKey: ["measure", "level", "school", "breakdown", "group"],
  columns: [
    ...MEASURE,
    ...GROUP,
    {
      name: "band",
      type: "text",
      title: "Share of students",
      definition: "The band of this release.",
    },
    {
      name: "previousBand",
      type: "text",
      title: "Share before",
      definition: "The band of the release before.",
    },
    {
      name: "change",
      type: "text",
      title: "Change",
      definition:
        "up or down where every share in the one band is above every share in the other; same where the bands are the same; unclear where they overlap.",
    },
    {
      name: "previousAsOf",
      type: "day",
      title: "As-of day before",
      definition: "The as-of day of the release before.",
    },
    {
      name: "previousRelease",
      type: "text",
      title: "Release before",
      definition: "The release before.",
    },
  ],
} as const satisfies TableDefinition;
