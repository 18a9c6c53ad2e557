import { DISTRICT, permit } from "../../../access/permit.ts";
import { day } from "../../../domain/calendar/day.ts";
import { schoolYearName } from "../../../domain/calendar/school-year.ts";
import { grouped } from "../../../domain/text/grouped.ts";
import type { ConsoleAnswer, ConsoleRequest } from "../../../console/answers.ts";
import { certifiedReport } from "../../../console/certified-report.ts";
import { file, json, sheet, words } from "../../../console/plain-answers.ts";
import type {
  CheckShown,
  ReportReadiness,
  StateReportPage,
} from "../../../console/state-report-answers.ts";
import { REPORT_DEFINITIONS } from "../../../reports/state/definitions/report-definitions.ts";
import type { RecordToFix } from "../../../reports/state/gate/gate.ts";
import { FIX_OWNER_NAMES, inOrder, toFixSheet } from "../../../reports/state/gate/to-fix-sheet.ts";
import { NotPossible } from "../../not-possible.ts";
import { quietProgress } from "../../ports.ts";
import { certificatesOf } from "../../state-reports/certificates.ts";
import { makeReport, makeReports, type MadeReport } from "../../state-reports/make-report.ts";
import { isCertifiedAsItIs } from "../../state-reports/certify-report.ts";
import { certifiedFile, exportSheet } from "../../state-reports/report-files.ts";
import type { ConsoleCase } from "../console-case.ts";
import { signature } from "../decisions/decision-answer.ts";
import { notedReportLook } from "./report-permits.ts";

/** So many things to fix are on the page; the files have all. */
const MOST_SHOWN = 200;

/** Answers `/console/state-report` and its files: whether the report can be written, and what to fix. It names students. */
export async function stateReportAnswer(
  of: ConsoleCase,
  { path, query }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const definition = REPORT_DEFINITIONS.find(({ id }) => id === query.get("report"));
  if (definition === undefined) return words(404, "there is no such report");
  if (of.latest === null)
    return words(404, "no edition is written yet, so nothing can be reported");
  const what = `state-report ${definition.id}`;
  const refused = await refusal(of, what);
  if (refused !== null) return refused;
  const { places, who, latest } = of;
  const made = await makeReport(places, who.district, definition, day(latest.asOf), quietProgress);
  const named = new Set(made.gate.toFix.map(({ about }) => about.student)).size;
  const allowed = await notedReportLook(of, what, named);
  if (path.endsWith(".csv")) return sheet(toFixSheet(made.gate.toFix), "csv", fileName(made));
  if (path.endsWith(".xlsx")) return sheet(toFixSheet(made.gate.toFix), "xlsx", fileName(made));
  return json(await pageOf(of, made, allowed.because));
}

/** Answers `/console/state-report-readiness`: how far each of the reports is, read together. It names no student. */
export async function reportReadinessAnswer(
  of: ConsoleCase,
  { query }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const asked = query.getAll("report");
  const definitions = REPORT_DEFINITIONS.filter(({ id }) => asked.includes(id));
  if (definitions.length === 0 || definitions.length < new Set(asked).size) {
    return words(404, "there is no such report");
  }
  if (of.latest === null)
    return words(404, "no edition is written yet, so nothing can be reported");
  const { places, who, latest } = of;
  for (const { id } of definitions) {
    const what = `state-report ${id} readiness`;
    const { isAllowed, because } = await notedReportLook(of, what);
    if (!isAllowed) return words(403, because);
  }
  const asOf = day(latest.asOf);
  const made = await makeReports(places, who.district, definitions, asOf, quietProgress);
  return json(made.map(readinessOf));
}

/** Answers `/console/certified-sheet.xlsx`: the certified records of a report of no state as a spreadsheet. */
export async function certifiedSheetAnswer(
  of: ConsoleCase,
  { query }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const definition = REPORT_DEFINITIONS.find(({ id }) => id === query.get("report"));
  if (definition === undefined || of.latest === null) return words(404, "there is no such report");
  const what = `spreadsheet of ${definition.id}`;
  const refused = await refusal(of, what);
  if (refused !== null) return refused;
  const { places, who, latest } = of;
  const made = await makeReport(places, who.district, definition, day(latest.asOf), quietProgress);
  await notedReportLook(of, what, made.inHand.records.length);
  try {
    const written = await exportSheet(places.records, made, of.at);
    return sheet(written, "xlsx", `${definition.id}-${made.inHand.context.asOf}`);
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    return words(409, error.message);
  }
}

/** Answers `/console/certified-file`: the bytes that were certified, and no others. */
export async function certifiedFileAnswer(
  of: ConsoleCase,
  { query }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const report = REPORT_DEFINITIONS.find(({ id }) => id === query.get("report"))?.id ?? "no report";
  const asked = query.get("certificate") ?? "";
  const { places, who } = of;
  const refused = await refusal(of, `certified file of ${report}`);
  if (refused !== null) return refused;
  const certificate = (await certificatesOf(places.records, who.district, report)).find(
    (candidate) => candidate.certificate === asked,
  );
  if (certificate === undefined) return words(404, "there is no such certificate");
  await notedReportLook(of, `file of ${certificate.certificate}`, certificate.profile.records);
  try {
    const { name, bytes } = await certifiedFile(places.records, who.district, certificate);
    return file("application/octet-stream", bytes, name);
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    return words(409, error.message);
  }
}

/** The refusal of a reader who may not work on files for the state; null for one who may. */
async function refusal(of: ConsoleCase, what: string): Promise<ConsoleAnswer | null> {
  const allowed = permit(of.reader, "make-state-file", DISTRICT, of.schools);
  if (allowed.isAllowed) return null;
  await notedReportLook(of, what);
  return words(403, allowed.because);
}

function readinessOf({ inHand, gate: { checks, toFix } }: MadeReport): ReportReadiness {
  const blocking = toFix.filter(({ isBlocking, about }) => isBlocking && about.school !== "");
  const having = (outcome: "passed" | "failed"): number =>
    checks.filter((check) => check.outcome === outcome).length;
  return {
    report: inHand.context.definition.id,
    passed: having("passed"),
    failed: having("failed"),
    schoolsWithFaults: new Set(blocking.map(({ about }) => about.school)).size,
  };
}

const fileName = ({ inHand: { context } }: MadeReport): string =>
  `to-fix-${context.definition.id}-${context.asOf}`;

async function pageOf(
  of: ConsoleCase,
  made: MadeReport,
  because: string,
): Promise<StateReportPage> {
  const { inHand, gate } = made;
  const { definition, asOf, year } = inHand.context;
  const { id, title, summary, population, leftOut } = definition;
  const certificates = await certificatesOf(of.places.records, of.who.district, id);
  const schoolYear = schoolYearName(year);
  const latest = certificates.findLast((certificate) => certificate.schoolYear === schoolYear);
  return {
    district: made.manifest.districtName,
    ...{ id, title, summary, leftOut, schoolYear, because },
    population: population.words,
    countDay: asOf,
    records: inHand.records.length,
    isReady: gate.passed !== null,
    checks: gate.checks.map(checkShown),
    schools: schoolsOf(inHand.records, gate.toFix),
    toFix: inOrder(gate.toFix).slice(0, MOST_SHOWN).map(shownToFix),
    allToFix: gate.toFix.length,
    certified: certificates.toReversed().map(certifiedReport),
    hasSheet: definition.state === null,
    amends: latest?.certificate ?? null,
    isCertified: latest !== undefined && isCertifiedAsItIs(latest, made),
    signedAs: signature(of),
  };
}

const checkShown = (check: MadeReport["gate"]["checks"][number]): CheckShown => ({
  ...{ id: check.id, name: check.name, scope: check.scope, outcome: check.outcome },
  because: check.because,
  remedy: check.remedy ?? "",
  unexplained: check.unexplained ?? [],
});

/** By school: how many records it has, and how many of them are to be fixed. */
function schoolsOf(
  records: MadeReport["inHand"]["records"],
  toFix: readonly RecordToFix[],
): StateReportPage["schools"] {
  const fixes = grouped(toFix, ({ about }) => about.school);
  const studentsOf = (of: readonly RecordToFix[], isBlocking: boolean): number =>
    new Set(of.filter((fix) => fix.isBlocking === isBlocking).map(({ about }) => about.student))
      .size;
  return [...grouped(records, ({ about }) => about.school)]
    .map(([school, own]) => ({
      name: own[0]?.about.schoolName ?? school,
      records: own.length,
      blocking: studentsOf(fixes.get(school) ?? [], true),
      worthFixing: studentsOf(fixes.get(school) ?? [], false),
    }))
    .sort((a, b) => b.blocking - a.blocking || a.name.localeCompare(b.name, "en-US"));
}

const shownToFix = ({ about, ...fix }: RecordToFix): StateReportPage["toFix"][number] => ({
  owner: FIX_OWNER_NAMES[fix.owner],
  school: about.schoolName,
  student: about.student === "" ? "" : `${about.familyName}, ${about.givenName} (${about.student})`,
  field: fix.field,
  because: fix.because,
  where: fix.column === "" ? fix.system : `${fix.system}: ${fix.column}`,
  remedy: fix.remedy,
  isBlocking: fix.isBlocking,
});
