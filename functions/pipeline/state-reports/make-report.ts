import { availabilityOf } from "../../conformed/availability.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { rosterRejects } from "../../conformed/roster-rejects.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { schoolYearName, schoolYearOf, schoolYear } from "../../domain/calendar/school-year.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { stalePlansSince } from "../../join/stale-plans.ts";
import type { NamedCube } from "../../metrics/cube/named-cube.ts";
import type { Discrepancy } from "../../metrics/cube/reconciliation.ts";
import type { Measuring } from "../../metrics/students/measuring.ts";
import type { ReportInHand } from "../../reports/state/checks/report-check.ts";
import { isBasedOn } from "../../reports/state/definitions/based-on.ts";
import { countDayOf } from "../../reports/state/definitions/count-day.ts";
import { gate, type GateResult } from "../../reports/state/gate/gate.ts";
import type { ReportDefinition } from "../../reports/state/definitions/report-definition.ts";
import { fieldsUnder } from "../../reports/state/definitions/report-fields.ts";
import { reportRecords } from "../../reports/state/records/report-records.ts";
import type { ReportContext, ReportRow, RowSubject } from "../../reports/state/rows/report-row.ts";
import { studentsWithoutGrade } from "../../reports/state/rows/student-rows.ts";
import { schoolPresence, type SchoolPresence } from "../../reports/state/rows/school-presence.ts";
import { rowKind } from "../../reports/state/rows/row-kinds.ts";
import { conformedInForce } from "../conform/conformed-in-force.ts";
import { exportDaysOf } from "../conform/kept-export-days.ts";
import { districtMandate, mandateNamed } from "../measure/district-mandate.ts";
import { countsKey } from "../measure/measure.ts";
import { cubesOf } from "../measure/measured-cubes.ts";
import { nothingIngested, NotPossible } from "../not-possible.ts";
import type { ObjectStore, Places, Progress } from "../ports.ts";
import { reportSettings } from "../settings/report-settings.ts";
import { certifiedVersion } from "./certified-bytes.ts";
import { certificatesOf } from "./certificates.ts";
import { reportSchools } from "./report-schools.ts";
import { reportStatements } from "./report-statements.ts";

/** A report with its checks made, and what it was made from. */
export interface MadeReport {
  readonly manifest: ConformedManifest;
  readonly inHand: ReportInHand;
  readonly gate: GateResult;
}

/**
 * Makes the records of a report for the school year of a day, and runs every check over them. Nothing
 * is written.
 * @throws NotPossible when the district has no records
 */
export async function makeReport(
  places: Pick<Places, "records">,
  district: DistrictId,
  definition: ReportDefinition,
  asked: Day,
  progress: Progress,
): Promise<MadeReport> {
  const { records } = places;
  const manifest = await conformedInForce(records, district);
  if (manifest === null) throw new NotPossible(nothingIngested(district));
  const context = await contextOf(records, manifest, definition, countDayOf(definition, asked));
  const inHand = await reportInHand(records, manifest, context, progress);
  return { manifest, inHand, gate: gate(inHand) };
}

async function contextOf(
  records: ObjectStore,
  manifest: ConformedManifest,
  definition: ReportDefinition,
  asOf: Day,
): Promise<ReportContext> {
  const { district } = manifest;
  const year = schoolYearOf(asOf);
  const ofDistrict = await districtMandate(records, district);
  return {
    ...{ definition, asOf, year, ofDistrict },
    mandate:
      definition.mandate === null || isBasedOn(ofDistrict.id, definition.mandate)
        ? ofDistrict
        : await mandateNamed(records, manifest, definition.mandate),
    availability: availabilityOf(manifest, year),
    settings: await reportSettings(records, district),
  };
}

async function reportInHand(
  records: ObjectStore,
  manifest: ConformedManifest,
  context: ReportContext,
  progress: Progress,
): Promise<ReportInHand> {
  const { definition, mandate, asOf, year } = context;
  const { district } = manifest;
  const kind = rowKind(definition.population.rows);
  const fields = fieldsUnder(definition, mandate);
  const ofSchools: ReportRow[] = [];
  const discrepancies: Discrepancy[] = [];
  const withoutGrade: RowSubject[] = [];
  const presence: SchoolPresence[] = [];
  const population: RowSubject[] = [];
  progress.step("read students", manifest.schools.length);
  for await (const school of reportSchools(records, manifest, context, progress)) {
    ofSchools.push(...kind.rowsOfSchool(school, context));
    discrepancies.push(...school.discrepancies);
    withoutGrade.push(...studentsWithoutGrade(school));
    presence.push(schoolPresence(school, context));
    population.push(...(kind.populationOf?.(school, context) ?? []));
  }
  progress.done();
  const rows = kind.ofDistrict?.(ofSchools, context) ?? ofSchools;
  const certified = await certificatesOf(records, district, definition.id);
  const { layouts, swings } = await reportStatements(records, district, definition.id);
  const lastOf = (name: string) =>
    certified.findLast((certificate) => certificate.schoolYear === name);
  return {
    ...{ context, kind, fields, discrepancies, withoutGrade, presence, population },
    records: reportRecords(fields, rows, kind, context),
    cubes: await publishedCubes(records, manifest, { asOf, mandate }),
    exports: {
      ...exportsUsed(manifest, asOf),
      exportDays: await exportDaysOf(records, manifest),
    },
    yearBefore: lastOf(schoolYearName(schoolYear(year - 1)))?.profile ?? null,
    certified: await certifiedVersion(records, district, lastOf(schoolYearName(year))),
    explanations: swings.filter((said) => said.schoolYear === schoolYearName(year)),
    checkedYears: layouts.map((compared) => compared.schoolYear),
  };
}

/** The counts of the count day, where its staff edition was made from these records. */
async function publishedCubes(
  records: ObjectStore,
  manifest: ConformedManifest,
  measuring: Measuring,
): Promise<readonly NamedCube[] | null> {
  for (const school of manifest.schools) {
    if ((await records.size(countsKey(manifest, school, measuring))) === null) return null;
  }
  return cubesOf(records, manifest, measuring);
}

/** Files whose records wait for somebody, so that older ones are used. */
const NOT_USED: readonly string[] = ["waiting", "stopped"];

const exportsUsed = (
  manifest: ConformedManifest,
  asOf: Day,
): Omit<ReportInHand["exports"], "exportDays"> => ({
  files: manifest.files
    .filter(({ outcome }) => outcome === "used")
    .map(({ name, records, rejected }) => ({ name, records, rejected })),
  notUsed: manifest.files
    .filter(
      ({ outcome, lackedColumns = [] }) => NOT_USED.includes(outcome) || lackedColumns.length > 0,
    )
    .map(({ name }) => name)
    .sort(),
  rosterRejects: rosterRejects(manifest),
  stalePlansSince: stalePlansSince(manifest, asOf),
});
