import { schoolYearOf } from "../../domain/calendar/school-year.ts";
import { recordsKeys } from "../../layout.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { assessedStudents } from "../../metrics/students/assessed-students.ts";
import { schoolCube, schoolDiscrepancies } from "../../metrics/cube/school-cube.ts";
import { listedStudents } from "../../reports/worklist/listed-students.ts";
import { studentsTable } from "../../reports/students/students-table.ts";
import { columnsToArrow } from "../../releases/files/arrow-rows.ts";
import type { ConformedManifest, ConformedSchool } from "../../conformed/conformed-manifest.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { definitionVersion } from "../../metrics/cube/definition-version.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import type { ObjectStore } from "../ports.ts";
import { availabilityOf, availableIn, type Available } from "../../conformed/availability.ts";
import { readSchool } from "./read-school.ts";
import { schoolKey } from "../../hashing/school-key.ts";
import { stalePlansSince } from "../../join/stale-plans.ts";
import type { MeasureContext } from "../../metrics/students/measure-context.ts";
import type { Measuring } from "../../metrics/students/measuring.ts";

/** Changes with any change of how a cube is written: each school is then measured again. */
const CUBE_VERSION = "4";

/** Where a school's cube rests: named by all it was made from, so that equal input is not measured again. */
export function countsKey(
  manifest: ConformedManifest,
  school: ConformedSchool,
  measuring: Measuring,
): string {
  const partitions = school.partitions.map(({ name, hash }) => `${name} ${hash}`);
  const { madeFrom } = ofEverySchool(manifest, measuring);
  const hash = contentHash(...madeFrom, school.name, ...partitions);
  return recordsKeys.counts(manifest.district, schoolKey(school.id), hash);
}

/** What is the same for every school of a version, a day and a mandate. */
interface OfEverySchool {
  readonly measuring: Measuring;
  readonly context: MeasureContext;
  readonly sent: Available;
  /** What each cube is made from, beside its school. */
  readonly madeFrom: readonly string[];
}

/** Worked out once for all schools: it looks at the partitions of every one of them. */
function ofEverySchool(manifest: ConformedManifest, measuring: Measuring): OfEverySchool {
  const { asOf, mandate } = measuring;
  const kept = OF_EVERY_SCHOOL.get(manifest);
  if (kept?.measuring.asOf === asOf && kept.measuring.mandate === mandate) return kept;
  const context = {
    ...{ asOf, mandate },
    availability: availabilityOf(manifest, schoolYearOf(asOf)),
    stalePlansSince: stalePlansSince(manifest, asOf),
  };
  const sent = availableIn(manifest);
  const { collected: _codes, ...isSent } = sent;
  const availability = JSON.stringify([context.availability, isSent, manifest.collected ?? null]);
  const stale = context.stalePlansSince ?? "";
  const madeFrom = [CUBE_VERSION, asOf, definitionVersion(mandate), availability, stale];
  const common = { measuring, context, sent, madeFrom };
  OF_EVERY_SCHOOL.set(manifest, common);
  return common;
}

const OF_EVERY_SCHOOL = new WeakMap<ConformedManifest, OfEverySchool>();

/** Changes with any change of what the table of students holds that no definition speaks of: its figures are then the same, and its files are made again. */
const STUDENTS_VERSION = 5;

/** Where the school's students rest beside its cube, on their way to the staff edition: they are named, and no page of the public reads them. */
export const studentsKey = (
  manifest: ConformedManifest,
  school: ConformedSchool,
  measuring: Measuring,
): string =>
  countsKey(manifest, school, measuring).replace(/\.json$/, `-students-${STUDENTS_VERSION}.arrow`);

/** The students of an edition under a mandate, as their table defines them. */
export function studentsTableOf({
  requirements,
}: Pick<MandateProfile, "requirements">): TableDefinition {
  const kept = TABLES.get(requirements);
  if (kept !== undefined) return kept;
  const table = studentsTable(requirements.map(({ id }) => id));
  TABLES.set(requirements, table);
  return table;
}

/** The same definition for every school: what is written of it once is then kept with it. */
const TABLES = new WeakMap<MandateProfile["requirements"], TableDefinition>();

/** Measures one school: its cube and its students, unless they are there already. Returns whether it had to. */
export async function measure(
  records: ObjectStore,
  manifest: ConformedManifest,
  school: ConformedSchool,
  measuring: Measuring,
): Promise<boolean> {
  if (await isMeasured(records, manifest, school, measuring)) return false;
  const year = schoolYearOf(measuring.asOf);
  const { context, sent } = ofEverySchool(manifest, measuring);
  const read = await readSchool(records, manifest.district, school, year, sent);
  const students = assessedStudents(read, context);
  const disagreeing = schoolDiscrepancies(read, students, context);
  const columns = listedStudents(read, students, school.name, context, disagreeing);
  await records.put(
    studentsKey(manifest, school, measuring),
    columnsToArrow(studentsTableOf(measuring.mandate), columns),
  );
  const key = countsKey(manifest, school, measuring);
  await records.put(key, compactJson(schoolCube(read, students, context, disagreeing)));
  return true;
}

/** Whether a school has both its cube and its students. */
export async function isMeasured(
  records: ObjectStore,
  manifest: ConformedManifest,
  school: ConformedSchool,
  measuring: Measuring,
): Promise<boolean> {
  const keys = [countsKey, studentsKey].map((keyOf) => keyOf(manifest, school, measuring));
  const sizes = await Promise.all(keys.map((key) => records.size(key)));
  return sizes.every((size) => size !== null);
}

const compactJson = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
