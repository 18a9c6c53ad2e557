import { day } from "../../functions/domain/calendar/day.ts";
import type { DistrictId } from "../../functions/domain/ids.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { makeReport, type MadeReport } from "../../functions/pipeline/state-reports/make-report.ts";
import { passedFile } from "../../functions/pipeline/state-reports/report-files.ts";
import { REPORT_DEFINITIONS } from "../../functions/reports/state/definitions/report-definitions.ts";
import { quiet } from "./local-district.ts";

export const PLAN_STATUS = "plan-status";
export const BENCHMARKS = "pa-career-standards-benchmark";
export const CERTIFIED_AT = "2024-07-02T09:30:15.000Z";

/** A report of the school year of a day. @throws when no report has the id */
export function reportOf(
  places: Pick<Places, "records">,
  district: DistrictId,
  report: string,
  asOf: string,
): Promise<MadeReport> {
  const definition = REPORT_DEFINITIONS.find(({ id }) => id === report);
  if (definition === undefined) throw new Error(`no report ${report}`);
  return makeReport(places, district, definition, day(asOf), quiet);
}

/** The checks that fail, by id. */
export const failing = ({ gate }: Pick<MadeReport, "gate">): readonly string[] =>
  gate.checks.filter(({ outcome }) => outcome === "failed").map(({ id }) => id);

/** What the file says, as text; null where the gate is shut. */
export const written = (made: MadeReport): string | null =>
  made.gate.passed === null
    ? null
    : Buffer.from(passedFile(made, CERTIFIED_AT).bytes).toString("utf8");
