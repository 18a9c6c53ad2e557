import type { ReleaseManifest } from "../manifest/manifest.ts";
import type { EditionTables } from "./edition-tables.ts";
import { overviewOf } from "./overview-of.ts";
import { hasReportFile, schoolReportFile } from "./school-report.ts";
import { schoolReportsOf } from "./school-report-of.ts";

/** The file of the overview in its edition. */
export const OVERVIEW_FILE = "overview.json";

/** A file that a page reads before any table. */
export interface FirstScreen {
  readonly path: string;
  readonly value: unknown;
}

/** The rows of a table by its name; undefined where the edition has no such table. */
export type RowsOf = (name: string) => Iterable<object> | undefined;

/** Every first screen of an edition: the overview and one report for each school. */
export function firstScreens(
  about: Omit<ReleaseManifest, "tables">,
  rowsOf: RowsOf,
): readonly FirstScreen[] {
  const tables = editionTables(rowsOf);
  return [
    { path: OVERVIEW_FILE, value: overviewOf(about, tables) },
    ...schoolReportsOf(about, tables)
      .filter(({ school }) => hasReportFile(school.id))
      .map((report) => ({
        path: schoolReportFile(report.school.id),
        value: report,
      })),
  ];
}

/**
 * The tables of an edition by their names on a first screen; a table that the edition does not have
 * is empty.
 */
export function editionTables(rowsOf: RowsOf): EditionTables {
  // Each name belongs to one type of rows, which the compiler cannot see.
  const rows = <Name extends keyof EditionTables>(name: string) => {
    const own = rowsOf(name) ?? [];
    return (Array.isArray(own) ? own : [...own]) as unknown as EditionTables[Name];
  };
  return {
    rates: rows<"rates">("rates"),
    statuses: rows<"statuses">("statuses"),
    standings: rows<"standings">("standings"),
    nextSteps: rows<"nextSteps">("next-steps"),
    associations: rows<"associations">("associations"),
    trend: rows<"trend">("trend"),
    lastYear: rows<"lastYear">("last-year"),
    changes: rows<"changes">("changes"),
    cameDue: rows<"cameDue">("came-due"),
    files: rows<"files">("files"),
    rejects: rows<"rejects">("rejects"),
    reconciliation: rows<"reconciliation">("reconciliation"),
  };
}
