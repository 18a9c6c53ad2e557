import { recordsKeys } from "../../layout.ts";
import type { SchoolDays } from "../../reports/week/days-ahead.ts";
import { readJson } from "../stored-json.ts";
import { SCHOOL_DAYS } from "../release/staff-editions.ts";
import type { ConsoleCase } from "./console-case.ts";

/**
 * By school, the instructional days still to come. An edition of an earlier version of the program
 * says none.
 */
export async function schoolDaysAhead({
  places,
  who,
  latest,
}: Pick<ConsoleCase, "places" | "who" | "latest">): Promise<SchoolDays> {
  if (latest === null) return {};
  const folder = recordsKeys.staffEdition(who.district, latest.edition);
  return (await readJson<SchoolDays>(places.records, folder + SCHOOL_DAYS)) ?? {};
}
