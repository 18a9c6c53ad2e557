import type { Day } from "../../../functions/domain/calendar/day.ts";
import { schoolYearOf } from "../../../functions/domain/calendar/school-year.ts";
import { studentRows } from "../student-rows.ts";
import {
  undecidedRequirements,
  type UndecidedRequirement,
} from "../../../functions/reports/students/undecided-requirements.ts";
import {
  worklistEntries,
  type WorklistEntry,
} from "../../../functions/reports/worklist/worklist-entries.ts";
import type { MandateProfile } from "../../../functions/mandates/rules/mandate-profile.ts";
import { assessedStudents } from "../../../functions/metrics/students/assessed-students.ts";
import { schoolCube } from "../../../functions/metrics/cube/school-cube.ts";
import type { SchoolRecords } from "../../../functions/metrics/students/school-records.ts";
import { aboutEdition } from "../../../functions/editions/about-edition.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import type { ConformedManifest } from "../../../functions/conformed/conformed-manifest.ts";
import { staffScope } from "../../../functions/editions/staff-scope.ts";
import { availabilityOf, availableIn } from "../../../functions/conformed/availability.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { publicTables } from "../../../functions/editions/public-tables.ts";
import { readSchool } from "../../../functions/pipeline/measure/read-school.ts";
import { staffTables } from "../../../functions/editions/staff-tables.ts";
import { stalePlansSince } from "../../../functions/join/stale-plans.ts";
import { DEFAULT_PROTECTION } from "../../../functions/protection/protection-policy.ts";
import { schoolLevels } from "../../../functions/metrics/cube/school-level.ts";
import { calendarDueOf } from "../../../functions/metrics/cube/calendar-due.ts";
import type { ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";
import { firstScreens } from "../../../functions/releases/overview/first-screens.ts";
import type { Row } from "../../independent/conformed-records.ts";
import { CAST } from "../local-district.ts";

const NO_EARLIER = { sameDefinitions: [], otherDefinitionsOn: null, yearBefore: [] };

/** The records of the cast's schools, read once for any mandate. */
export interface ReadDistrict {
  readonly manifest: ConformedManifest;
  readonly schools: readonly { readonly name: string; readonly records: SchoolRecords }[];
}

export interface MadeEdition {
  readonly asOf: string;
  readonly tables: { readonly [name: string]: readonly Row[] };
  readonly manifest: Omit<ReleaseManifest, "tables">;
  readonly screens: { readonly [path: string]: unknown };
}

/** Both editions of a day, and of each school its worklist and what cannot be determined there. */
export interface MadeRun {
  readonly staff: MadeEdition;
  readonly public: MadeEdition;
  readonly entries: readonly WorklistEntry[];
  readonly undecided: ReadonlyMap<string, readonly UndecidedRequirement[]>;
}

export async function readCast(
  { records }: Pick<Places, "records">,
  asOf: Day,
): Promise<ReadDistrict> {
  const manifest = await conformedInForce(records, CAST);
  if (manifest === null) throw new Error("nothing is conformed");
  const year = schoolYearOf(asOf);
  const schools = manifest.schools.map(async (school) => ({
    name: school.name,
    records: await readSchool(records, CAST, school, year, availableIn(manifest)),
  }));
  return { manifest, schools: await Promise.all(schools) };
}

/** What a run writes under a mandate, made by the same steps and written to no file. */
export function madeInMemory(
  { manifest, schools }: ReadDistrict,
  mandate: MandateProfile,
  asOf: Day,
): MadeRun {
  const measuring = { asOf, mandate };
  const context = {
    ...measuring,
    availability: availabilityOf(manifest, schoolYearOf(asOf)),
    stalePlansSince: stalePlansSince(manifest, asOf),
  };
  const measured = schools.map(({ name, records }) => {
    const students = assessedStudents(records, context);
    const cube = schoolCube(records, students, context);
    return { name, cube, rows: studentRows(records, students, name, context) };
  });
  const about = (
    edition: ReleaseManifest["edition"],
    written: Parameters<typeof aboutEdition>[4],
    shown: Pick<Parameters<typeof aboutEdition>[3], "dueOn" | "levels">,
  ) =>
    aboutEdition(
      edition,
      manifest,
      measuring,
      { release: "", earlier: NO_EARLIER, policy: DEFAULT_PROTECTION, ...shown },
      written,
    );
  const exact = staffTables(staffScope(manifest, measuring, measured), manifest, [], NO_EARLIER);
  const drawn = publicTables(manifest, measuring, measured, {
    ...{ earlier: NO_EARLIER, changed: [], before: null, definitions: "" },
    chance: () => 0,
    smallestGroup: DEFAULT_PROTECTION.smallestGroup,
  });
  const cubes = measured.map(({ cube }) => cube);
  const staff = about("staff", exact.written, {
    dueOn: calendarDueOf(cubes),
    levels: schoolLevels(cubes),
  });
  const { requirements } = staff.mandate;
  return {
    staff: made(
      asOf,
      Object.fromEntries(
        Object.entries(exact.byName).map(([name, rows]) => [name, [...rows] as readonly Row[]]),
      ),
      staff,
    ),
    public: made(
      asOf,
      Object.fromEntries(
        Object.entries(drawn.tables).map(([name, { rows }]) => [name, rows as readonly Row[]]),
      ),
      about("public", drawn.written, drawn),
    ),
    entries: measured.flatMap(({ rows }) => worklistEntries(rows, requirements, asOf)),
    undecided: new Map(
      measured.map(({ cube, rows }) => [cube.school, undecidedRequirements(rows, requirements)]),
    ),
  };
}

/** With its first screens by their files. */
function made(
  asOf: Day,
  tables: MadeEdition["tables"],
  manifest: MadeEdition["manifest"],
): MadeEdition {
  const screens = firstScreens(manifest, (name) => tables[name]);
  return {
    ...{ asOf, tables, manifest },
    screens: Object.fromEntries(screens.map(({ path, value }) => [path, value])),
  };
}
