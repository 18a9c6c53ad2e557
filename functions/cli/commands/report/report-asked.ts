import type { Command } from "commander";
import type { Day } from "../../../domain/calendar/day.ts";
import type { DistrictId } from "../../../domain/ids.ts";
import { namesToTry } from "../../../domain/text/nearest-name.ts";
import { day } from "../../../domain/calendar/day.ts";
import type { Places, Progress } from "../../../pipeline/ports.ts";
import { makeReport, type MadeReport } from "../../../pipeline/state-reports/make-report.ts";
import { removeExpired } from "../../../pipeline/state-reports/report-files.ts";
import { REPORT_DEFINITIONS } from "../../../reports/state/definitions/report-definitions.ts";
import type { ReportDefinition } from "../../../reports/state/definitions/report-definition.ts";
import { AS_STAFF, type AsStaff } from "../../arguments/as-staff.ts";
import {
  dayArgument,
  ofDistrict,
  parsed,
  type Json,
  type OfDistrict,
} from "../../arguments/command-parts.ts";
import { currentAsOf } from "../../arguments/current-as-of.ts";

export type ProgressFor = (of: Json) => Progress;

/** What the commands about one report of a district have in common. */
export interface OfReport extends OfDistrict, AsStaff {
  readonly district: DistrictId;
  readonly asOf?: Day;
}

export const parsedReport = (id: string): ReportDefinition => parsed(reportArgument)(id);

/** A command about one report of a district: `ilp report check plan-status --district grand-bend`. */
export const ofReport = (parent: Command, name: string, description: string): Command =>
  ofDistrict(parent, name, description)
    .argument("<report>", "the report; ilp report list names them", parsedReport)
    .option(
      "--as-of <day>",
      "the date of the figures; by default, that of the current edition",
      parsed(dayArgument),
    )
    .option(...AS_STAFF);

/** @throws Error with the ids to try when there is no such report */
function reportArgument(id: string): ReportDefinition {
  const definition = REPORT_DEFINITIONS.find((candidate) => candidate.id === id);
  if (definition !== undefined) return definition;
  const ids = REPORT_DEFINITIONS.map((candidate) => candidate.id);
  throw new Error(`no report "${id.slice(0, 80)}"; ${namesToTry(id, ids)}`);
}

/** Makes a report as a command asks for it, after what has expired was removed. */
export async function reportMade(
  places: Places,
  definition: ReportDefinition,
  { district, asOf }: OfReport,
  progress: Progress,
): Promise<MadeReport> {
  await removeExpired(places.records, district, day(new Date().toISOString().slice(0, 10)));
  const asked = asOf ?? (await currentAsOf(places, district));
  return makeReport(places, district, definition, asked, progress);
}
