import type { Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import type { Places } from "../../pipeline/ports.ts";
import { staffLatest } from "../../pipeline/release/staff-editions.ts";
import { CommandError } from "./command-error.ts";

/** The as-of day of a command that is given none: that of the current staff edition. */
export async function currentAsOf(places: Places, district: DistrictId): Promise<Day> {
  const latest = await staffLatest(places.records, district);
  if (latest === null) {
    throw new CommandError(
      `district ${district} has no edition yet: run ilp publish --district ${district} --as-of <day> first`,
    );
  }
  return latest.asOf;
}
