import { availabilityOf } from "../../conformed/availability.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { rosterRejects } from "../../conformed/roster-rejects.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { schoolYearName, schoolYearOf, schoolYear } from "../../domain/calendar/school-year.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { grouped } from "../../domain/text/grouped.ts";
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
  const [made] = await makeReports(places, district, [definition], asked, progress);
  if (made === undefined) throw new Error("one report is made of one definition");
  return made;
}

/**
 * Makes several reports, in their order. Those of one count day and one mandate share what is read: the
 * schools are read and assessed once for them.
 * @throws NotPossible when the district has no records
 */
export async function makeReports(
  { records }: Pick<Places, "records">,
  district: DistrictId,
  definitions: readonly ReportDefinition[],
  asked: Day,
  progress: Progress,
): Promise<readonly MadeReport[]> {
  const manifest = await conformedInForce(records, district);
  if (manifest === null) throw new NotPossible(nothingIngested(district));
  const contexts = await Promise.all(
    definitions.map((definition) =>
      contextOf(records, manifest, definition, countDayOf(definition, asked)),
    ),
  );
  const made = new Map<ReportContext, MadeReport>();
  const sharing = grouped(contexts, ({ asOf, mandate }) => `${asOf} ${mandate.id}`);
  for (const [, own] of sharing) {
    for (const [context, read] of await readSchools(records, manifest, own, progress)) {
      const inHand = await reportInHand(records, manifest, context, read);
      made.set(context, { manifest, inHand, gate: gate(inHand) });
    }
  }
  return contexts.flatMap((context) => made.get(context) ?? []);
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

/** What a report takes from all schools, in the order of the records. */
interface ReadOfSchools {
  readonly rows: ReportRow[];
  readonly discrepancies: Discrepancy[];
  readonly withoutGrade: RowSubject[];
  readonly presence: SchoolPresence[];
  readonly population: RowSubject[];
}

/**
 * Reads every school once, and takes from it what each report needs.
 * @param contexts of reports of one count day and one mandate
 */
async function readSchools(
  records: ObjectStore,
  manifest: ConformedManifest,
  contexts: readonly ReportContext[],
  progress: Progress,
): Promise<ReadonlyMap<ReportContext, ReadOfSchools>> {
  const read = new Map(
    contexts.map((context): readonly [ReportContext, ReadOfSchools] => [
      context,
      { rows: [], discrepancies: [], withoutGrade: [], presence: [], population: [] },
    ]),
  );
  const [first] = contexts;
  if (first === undefined) return read;
  progress.step("read students", manifest.schools.length);
  for await (const school of reportSchools(records, manifest, first, progress)) {
    for (const [context, own] of read) {
      const kind = rowKind(context.definition.population.rows);
      own.rows.push(...kind.rowsOfSchool(school, context));
      own.discrepancies.push(...school.discrepancies);
      own.withoutGrade.push(...studentsWithoutGrade(school));
      own.presence.push(schoolPresence(school, context));
      own.population.push(...(kind.populationOf?.(school, context) ?? []));
    }
  }
  progress.done();
  return read;
}

async function reportInHand(
  records: ObjectStore,
  manifest: ConformedManifest,
  context: ReportContext,
  { rows: ofSchools, ...read }: ReadOfSchools,
): Promise<ReportInHand> {
  const { definition, mandate, asOf, year } = context;
  const { district } = manifest;
  const kind = rowKind(definition.population.rows);
  const fields = fieldsUnder(definition, mandate);
  const rows = kind.ofDistrict?.(ofSchools, context) ?? ofSchools;
  const certified = await certificatesOf(records, district, definition.id);
  const { layouts, swings } = await reportStatements(records, district, definition.id);
  const lastOf = (name: string) =>
    certified.findLast((certificate) => certificate.schoolYear === name);
  return {
    ...{ context, kind, fields, ...read },
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
