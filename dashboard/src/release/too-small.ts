import type { Release } from "./release.ts";
import type { PageTable } from "./rows-by-table.ts";

/** Student groups are within the places of rates; what changed has no row where nothing is shown. */
const FIGURES = ["rates", "statuses", "standings", "next-steps"] as const;

/** Whether none of the tables has a figure, since each group or its school is under the smallest group. */
export function isTooSmall(release: Release, tables: readonly PageTable[]): boolean {
  const states = new Set(
    FIGURES.filter((name) => tables.includes(name)).flatMap((name) =>
      release.rows(name).map(({ state }) => state),
    ),
  );
  return states.has("too-few-students") && !states.has("shown") && !states.has("not-enough-data");
}
