import { day } from "../../functions/domain/calendar/day.ts";
import type { DistrictId } from "../../functions/domain/ids.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { setMandate } from "../../functions/pipeline/settings/mandate-setting.ts";
import { setReportCodes } from "../../functions/pipeline/settings/report-settings.ts";
import { makeReport, type MadeReport } from "../../functions/pipeline/state-reports/make-report.ts";
import { REPORT_DEFINITIONS } from "../../functions/reports/state/definitions/report-definitions.ts";
import type { ReportDefinition } from "../../functions/reports/state/definitions/report-definition.ts";
import { quiet } from "./local-district.ts";

/** @throws when there is no such report */
export function reportCalled(id: string): ReportDefinition {
  const definition = REPORT_DEFINITIONS.find((candidate) => candidate.id === id);
  if (definition === undefined) throw new Error(`no report is called ${id}`);
  return definition;
}

/** A report as a district makes it that has set every code, and is measured by the report's mandate. */
export async function madeReport(
  places: Places,
  district: DistrictId,
  id: string,
  asOf: string,
  schools: readonly string[],
): Promise<MadeReport> {
  const definition = reportCalled(id);
  const { records } = places;
  if (definition.mandate !== null) {
    await setMandate(records, district, { mandate: definition.mandate, overlay: null });
  }
  await setReportCodes(records, district, {
    district: { stateFips: "48", stateLeaId: "255901", stateAbbreviation: "TX" },
    schools: Object.fromEntries(schools.map((school, index) => [school, String(9001 + index)])),
  });
  return makeReport(places, district, definition, day(asOf), quiet);
}
