import { day } from "../../domain/calendar/day.ts";
import { certifiedReport } from "../../console/certified-report.ts";
import { REPORT_DEFINITIONS } from "../../reports/state/definitions/report-definitions.ts";
import type { ReportDefinition } from "../../reports/state/definitions/report-definition.ts";
import type { Recording } from "../decisions/recording.ts";
import { NotPossible } from "../not-possible.ts";
import { staffLatest } from "../release/staff-editions.ts";
import { certifyReport } from "./certify-report.ts";
import { makeReport } from "./make-report.ts";
import { removeExpired } from "./report-files.ts";
import { sayOfReport } from "./report-statements.ts";

/** Certifies a report of the day of the current figures. @throws NotPossible as `certifyReport` does */
export async function certifyAsked(
  { places, district, at: instant, progress }: Recording,
  asked: { readonly report: string; readonly amends: string; readonly by: string },
): Promise<object> {
  const definition = reportNamed(asked.report);
  const latest = await staffLatest(places.records, district);
  if (latest === null)
    throw new NotPossible("no edition is written yet, so nothing can be certified");
  await removeExpired(places.records, district, day(instant.slice(0, 10)));
  const made = await makeReport(places, district, definition, day(latest.asOf), progress);
  const amends = asked.amends === "" ? null : asked.amends;
  return certifiedReport(
    await certifyReport(places.records, made, { by: asked.by, at: instant, amends }),
  );
}

/** Keeps why a count moved far. @throws NotPossible without a subject or a reason */
export async function explainChange(
  { places, district, at: instant }: Recording,
  asked: { readonly [part in "report" | "schoolYear" | "subject" | "because" | "by"]: string },
): Promise<object> {
  const { id } = reportNamed(asked.report);
  const { schoolYear, subject, because, by } = asked;
  if (subject.trim() === "" || because.trim() === "") {
    throw new NotPossible("say which count moved, and why");
  }
  const said = { schoolYear, subject, because: because.trim(), by, at: instant };
  await sayOfReport(places.records, district, id, { swings: [said] });
  return said;
}

function reportNamed(id: string): ReportDefinition {
  const definition = REPORT_DEFINITIONS.find((candidate) => candidate.id === id);
  if (definition === undefined) throw new NotPossible("there is no such report");
  return definition;
}
