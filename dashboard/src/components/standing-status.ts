import type { StandingRow } from "../../../functions/releases/tables/tables.ts";
import type { StatusShare } from "./status-bars.ts";

/** A standing on a requirement, to be drawn as statuses are: in a fixed order, with its own look. */
export function asStatus(row: StandingRow): StandingRow & StatusShare {
  return { ...row, status: row.standing, statusName: row.standingName };
}
