import type { ReleaseManifest } from "../../functions/releases/manifest/manifest.ts";
import { mandateRow } from "./mandate-rows.ts";
import { writtenOf } from "./release-rows.ts";
import type {
  EditionTables,
  ProblemRow,
} from "../../functions/releases/overview/edition-tables.ts";

/** What an edition says of itself beside its tables. */
export type About = Omit<ReleaseManifest, "tables">;

/** A public release of three middle schools that says nothing yet. */
export const aboutRow = (given: Partial<About> = {}): About => ({
  edition: "public",
  release: "2022-03-15-aaaaaaaa",
  district: { id: "cast", name: "Cast School District" },
  schoolYear: "2021-22",
  asOf: "2022-03-15",
  definitionVersion: "1",
  previousRelease: null,
  trend: { startsOn: "2021-09-30", otherDefinitionsOn: null },
  schools: ["East", "North", "West"].map((name) => ({ id: name, name, level: "middle" })),
  mandate: mandateRow(),
  measures: [measure("plan-coverage", true), measure("chronic-absence", false)],
  protection: { smallestGroup: 20, statement: "Small groups are not shown." },
  landmark: { instructionalDay: 60, minimumDaysAfter: 20, statement: "Day 60." },
  messages: {
    ...{ kept: [], transitions: [], attendance: [], reviews: [], records: [], groups: [] },
    ...{ changes: [], schools: {} },
  },
  sources: [],
  reading: { absencesOutside: null, hasUndatedEnrollments: false },
  ...given,
});

/** The rows given, and none of any other table. */
export const tablesOf = (rows: Partial<EditionTables>): EditionTables => ({
  ...writtenOf(rows),
  ...{ lastYear: [], reconciliation: [] },
  ...rows,
});

/** So many of 40 students of the district with a problem of records, as staff see it. */
export const problemRow = (
  problem: string,
  count: number | null,
  given: Partial<ProblemRow> = {},
): ProblemRow => ({
  ...{ level: "district", school: "" },
  ...{ problem, problemName: problem, owner: "Registrar", count },
  ...given,
});

function measure(id: string, isHigherBetter: boolean): About["measures"][number] {
  return {
    ...{ id, name: id, isHigherBetter, version: 1 },
    ...{ definition: "", numerator: "", denominator: "", exclusions: "", source: "" },
  };
}
