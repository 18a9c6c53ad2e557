import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { FIGURE, GROUP, MEASURE } from "./columns.ts";

export const lastYear = {
  name: "last-year",
  title: "Rates over the school year before",
  description:
    "One row per measure, level, school, breakdown, group and date of the data: the rate as each release of the school year before published it, where its definitions are the same as today's. Of each month the last release.",
  primaryKey: ["measure", "level", "school", "breakdown", "group", "asOf"],
  columns: [
    ...MEASURE,
    ...GROUP,
    {
      name: "asOf",
      type: "day",
      title: "Data as of",
      definition: "The day of the release, of the school year before, that published the rate.",
    },
    ...FIGURE,
  ],
} as const satisfies TableDefinition;
