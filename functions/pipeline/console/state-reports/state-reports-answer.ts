import { day } from "../../../domain/calendar/day.ts";
import { schoolYearName, schoolYearOf } from "../../../domain/calendar/school-year.ts";
import type { ConsoleAnswer } from "../../../console/answers.ts";
import { certifiedReport } from "../../../console/certified-report.ts";
import { json, words } from "../../../console/plain-answers.ts";
import type { ReportListed, StateReportsPage } from "../../../console/state-report-answers.ts";
import { mandateSummary } from "../../../editions/mandate-summary.ts";
import { isBasedOn } from "../../../reports/state/definitions/based-on.ts";
import { countDayOf, dueDayOf } from "../../../reports/state/definitions/count-day.ts";
import { REPORT_DEFINITIONS } from "../../../reports/state/definitions/report-definitions.ts";
import type { ReportDefinition } from "../../../reports/state/definitions/report-definition.ts";
import { districtMandate } from "../../measure/district-mandate.ts";
import type { Certificate } from "../../../reports/state/gate/certificate.ts";
import { allCertificates } from "../../state-reports/certificates.ts";
import type { ConsoleCase } from "../console-case.ts";
import { notedReportLook } from "./report-permits.ts";

/** Answers `/console/state-reports`: the reporting calendar, and what was certified. It names no student. */
export async function stateReportsAnswer(of: ConsoleCase): Promise<ConsoleAnswer> {
  const allowed = await notedReportLook(of, "state-reports");
  if (!allowed.isAllowed) return words(403, allowed.because);
  const { places, who, manifest, latest } = of;
  const mandate = await districtMandate(places.records, who.district);
  const certificates = await allCertificates(places.records, who.district);
  const today = day(of.at.slice(0, 10));
  const { duties } = mandateSummary(mandate, today, { done: manifest?.duties ?? [] });
  return json({
    district: manifest?.districtName ?? who.district,
    asOf: latest?.asOf ?? null,
    mandate: mandate.title,
    reports: inOrder(
      REPORT_DEFINITIONS.map((definition) =>
        listed(definition, latest?.asOf ?? null, mandate.id, certificates),
      ),
    ),
    duties: duties.map(({ name, dueOn, due, doneOn }) => ({ name, dueOn, due, doneOn })),
    certified: certificates.toReversed().map(certifiedReport),
    because: allowed.because,
  } satisfies StateReportsPage);
}

function listed(
  definition: ReportDefinition,
  asOf: string | null,
  mandate: string,
  certificates: readonly Certificate[],
): ReportListed {
  const { id, title, summary, state } = definition;
  const figures = asOf === null ? null : day(asOf);
  const schoolYear = figures === null ? "" : schoolYearName(schoolYearOf(figures));
  const certificate = certificates.findLast(
    (candidate) => candidate.report === id && candidate.schoolYear === schoolYear,
  );
  return {
    ...{ id, title, summary },
    isOwn: state === null || state === "US" || isBasedOn(mandate, state),
    countDay: figures === null ? null : countDayOf(definition, figures),
    dueOn: figures === null ? null : dueDayOf(definition, figures),
    isDueSeen: definition.due?.status === "confirmed",
    filedBy: FILED_BY[definition.filedBy],
    layout: layoutInWords(definition),
    certificate: certificate === undefined ? null : certifiedReport(certificate),
  };
}

const FILED_BY: { readonly [by in ReportDefinition["filedBy"]]: string } = {
  district: "The district files it",
  state: "The state files it; this is a self-check",
  nobody: "For the district itself",
};

function layoutInWords({ layout, state, effective }: ReportDefinition): string {
  if (layout === null) return "Layout not known";
  if (layout.kind === "worksheet") return "Worksheet: layout to be verified";
  return state === null ? "Own layout" : `Layout seen for ${effective.join(" and ")}`;
}

/** Own reports first, those due soonest first among them. */
const inOrder = (reports: readonly ReportListed[]): readonly ReportListed[] =>
  reports.toSorted(
    (a, b) =>
      Number(b.isOwn) - Number(a.isOwn) ||
      (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999", "en-US"),
  );
