import { createHash } from "node:crypto";
import type { Day } from "../../domain/calendar/day.ts";
import type { SchoolCalendar } from "../../domain/calendar/school-calendar.ts";
import { schoolYearOf } from "../../domain/calendar/school-year.ts";
import { isSchoolSentInPart } from "../../domain/calendar/sent-in-full.ts";
import { EVERYBODY } from "../../domain/figures/group-key.ts";
import type { SchoolId } from "../../domain/ids.ts";
import { schoolLevels } from "../../metrics/cube/school-level.ts";
import { calendarDueOf } from "../../metrics/cube/calendar-due.ts";
import { studentsOf } from "../../metrics/cube/cube-counts.ts";
import { firstDueOf } from "../../metrics/cube/due-days.ts";
import type { SchoolCube } from "../../metrics/cube/school-cube.ts";
import type { ProtectionPolicy } from "../../protection/protection-policy.ts";
import { concatArrow } from "../../releases/files/concat-arrow.ts";
import { renderStaff, type TableFormat } from "../../releases/files/render-release.ts";
import type { ExactRateRow } from "../../releases/tables/tables.ts";
import type { EarlierReleases } from "../../releases/trends/trend.ts";
import { aboutEdition } from "../../editions/about-edition.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { jsonBytes } from "../stored-json.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { definitionVersion } from "../../metrics/cube/definition-version.ts";
import type { NamedCube } from "../../metrics/cube/named-cube.ts";
import { staffScope } from "../../editions/staff-scope.ts";
import { cubesOf } from "../measure/measured-cubes.ts";
import { readCalendars } from "../measure/read-school.ts";
import { studentsKey, studentsTableOf } from "../measure/measure.ts";
import type { Measuring } from "../../metrics/students/measuring.ts";
import type { ObjectStore } from "../ports.ts";
import { measuredRecordsChanged } from "./records-changed-table.ts";
import { instructionalDaysAhead, type SchoolDays } from "../../reports/week/days-ahead.ts";
import { caseloadsBySchool } from "../../reports/students/caseloads-by-school.ts";
import {
  CASELOADS,
  DUE_DAYS,
  earlierStaffEditions,
  SCHOOL_DAYS,
  staffLatest,
} from "./staff-editions.ts";
import type { StaffEditionEntry } from "../../editions/staff-latest.ts";
import { staffTables } from "../../editions/staff-tables.ts";

/** Raise it if a staff edition changes while no version of a definition does. */
const EDITION_VERSION = 12;

/** The name of a staff edition, and what it is made from besides the schools' counts. */
export interface NamedEdition {
  readonly edition: string;
  readonly policy: ProtectionPolicy;
  /** The editions that its trend goes back to. */
  readonly earlier: EarlierReleases<ExactRateRow>;
}

/**
 * Names the staff edition of a day: equal records, definitions and earlier editions give an equal name.
 * @param listed the editions that its trend may go back to
 */
export async function nameEdition(
  records: ObjectStore,
  manifest: ConformedManifest,
  { asOf, mandate }: Measuring,
  policy: ProtectionPolicy,
  listed: readonly StaffEditionEntry[],
): Promise<NamedEdition> {
  const { district } = manifest;
  const definitions = definitionVersion(mandate);
  const earlier = await earlierStaffEditions(records, district, asOf, definitions, listed);
  const hash = contentHash(
    String(EDITION_VERSION),
    manifest.version,
    definitions,
    JSON.stringify([policy, mandate.requirements.map(({ confirmedBy }) => confirmedBy ?? null)]),
    earlier.otherDefinitionsOn ?? "",
    ...[...earlier.sameDefinitions, ...earlier.yearBefore].map(({ release }) => release),
  );
  return { edition: `${asOf}-${hash.slice(0, 8)}`, policy, earlier };
}

/** Where the files of a staff edition go, and in which formats its tables are stored there. */
interface StaffFolder {
  readonly folder: string;
  readonly formats: readonly TableFormat[];
}

/**
 * Writes the files of a staff edition into a folder: the students first, the manifest last. Nothing
 * refers to them yet.
 */
export async function writeStaffFiles(
  records: ObjectStore,
  manifest: ConformedManifest,
  measuring: Measuring,
  { edition, policy, earlier }: NamedEdition,
  { folder, formats }: StaffFolder,
): Promise<void> {
  await writeStudents(records, manifest, measuring, folder);
  const latest = await staffLatest(records, manifest.district);
  const cubes = await cubesOf(records, manifest, measuring);
  const scope = staffScope(manifest, measuring, cubes);
  const before = earlier.sameDefinitions.at(-1) ?? null;
  const conformedBefore =
    latest?.editions.find((entry) => entry.edition === before?.release)?.conformed ?? null;
  const changed = await measuredRecordsChanged(records, manifest, conformedBefore);
  const tables = staffTables(scope, manifest, changed, earlier);
  const asked = askedSchools(cubes);
  const calendarOf = await ownCalendars(records, manifest, measuring.asOf);
  const about = aboutEdition(
    "staff",
    manifest,
    measuring,
    {
      ...{ release: edition, earlier, policy },
      dueOn: calendarDueOf(asked),
      calendarsInPart: asked
        .map(({ school }) => school)
        .filter((school) => isSchoolSentInPart(calendarOf(school), measuring.asOf)),
      levels: schoolLevels(cubes.map(({ cube }) => cube)),
    },
    tables.written,
  );
  const firstDue = firstDueOf(cubes.map(({ cube }) => cube));
  await records.put(folder + DUE_DAYS, jsonBytes(firstDue), "application/json");
  const days = schoolDays(manifest, calendarOf, measuring.asOf);
  await records.put(folder + SCHOOL_DAYS, jsonBytes(days), "application/json");
  for (const { path, bytes, contentType } of renderStaff(about, tables.byName, {
    hash: sha256,
    formats,
  })) {
    await records.put(folder + path, bytes, contentType);
  }
}

/** Writes the students of all schools and whose caseloads they are in, before anything else is held. */
async function writeStudents(
  records: ObjectStore,
  manifest: ConformedManifest,
  measuring: Measuring,
  folder: string,
): Promise<void> {
  const students = concatArrow(
    studentsTableOf(measuring.mandate),
    await schoolStudents(records, manifest, measuring),
  );
  await records.put(`${folder}students.arrow`, students, "application/vnd.apache.arrow.stream");
  await records.put(folder + CASELOADS, jsonBytes(caseloadsBySchool(students)), "application/json");
}

/** The calendar of each school in the school year; one without days where none was sent. */
async function ownCalendars(
  records: ObjectStore,
  { district, schools }: ConformedManifest,
  asOf: Day,
): Promise<(school: string) => SchoolCalendar> {
  const year = schoolYearOf(asOf);
  const calendars = new Map(
    await Promise.all(
      schools.map(async (school) => {
        const ofStudents = await readCalendars(records, district, school, year);
        return [school.id, ofStudents.get(school.id as SchoolId)] as const;
      }),
    ),
  );
  return (school) => calendars.get(school) ?? { school: school as SchoolId, instructionalDays: [] };
}

/** By school, the instructional days still to come. */
const schoolDays = (
  { schools }: ConformedManifest,
  calendarOf: (school: string) => SchoolCalendar,
  asOf: Day,
): SchoolDays =>
  Object.fromEntries(
    schools.map(({ id }) => [id, instructionalDaysAhead(calendarOf(id).instructionalDays, asOf)]),
  );

/**
 * The schools in which the mandate asks something of a student: at others nothing is due on any
 * day.
 */
const askedSchools = (cubes: readonly NamedCube[]): readonly SchoolCube[] =>
  cubes
    .map(({ cube }) => cube)
    .filter((cube) => studentsOf(cube, { kind: "mandate" }, EVERYBODY) > 0);

/** The students of each school, in the order of the schools. */
const schoolStudents = (
  records: ObjectStore,
  manifest: ConformedManifest,
  measuring: Measuring,
): Promise<readonly Uint8Array[]> =>
  Promise.all(
    manifest.schools.map(async (school) => {
      const key = studentsKey(manifest, school, measuring);
      const bytes = await records.get(key);
      if (bytes === null) throw new Error(`no students under ${key}; measure the school first`);
      return bytes;
    }),
  );

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
