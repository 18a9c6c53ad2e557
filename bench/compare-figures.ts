import type { Day } from "../functions/domain/calendar/day.ts";
import { DISTRICT } from "./bench-district-id.ts";
import { ourTotals } from "./our-totals.ts";
import { differences, withDistrict, type SchoolTotals } from "./totals.ts";
import { count, say } from "./words.ts";

/** Compares the staff edition in a data folder with DuckDB's totals, figure by figure, and names those that differ. */
export async function compareFigures(data: string, asOf: Day, duckdb: string): Promise<boolean> {
  const theirs = withDistrict(
    new Map(Object.entries(JSON.parse(duckdb) as { readonly [school: string]: SchoolTotals })),
  );
  const ours = await ourTotals(data, DISTRICT, asOf);
  const faults = differences(ours, theirs);
  const figures = [...theirs.values()].reduce((sum, totals) => sum + Object.keys(totals).length, 0);
  say(
    `  ${count(figures)} exact figures of the staff edition compared with DuckDB's: ${faults.length === 0 ? "the same" : `${count(faults.length)} differ`}`,
  );
  for (const line of faults.slice(0, 20)) say(`  DIFFERS: ${line}`);
  return faults.length === 0 && theirs.size > 1;
}
