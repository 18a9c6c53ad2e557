import type { Day } from "../../domain/calendar/day.ts";
import { EVERYBODY } from "../../domain/figures/group-key.ts";
import { schoolYearName, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { studentsOf } from "../../metrics/cube/cube-counts.ts";
import type { SchoolCube } from "../../metrics/cube/school-cube.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { readJson } from "../stored-json.ts";
import { countsKey } from "./measure.ts";
import { readCalendars } from "./read-school.ts";
import type { Measuring } from "../../metrics/students/measuring.ts";
import type { ObjectStore } from "../ports.ts";
import type { NamedCube } from "../../metrics/cube/named-cube.ts";

/** The records have no student, or no instructional day, on the day that was asked for. */
export class DayNotCovered extends Error {}

/**
 * The cubes of all schools, which both editions of a day are made from: they are read once.
 * @throws when one was not measured, or nobody is enrolled on the day
 */
export async function cubesOf(
  records: ObjectStore,
  manifest: ConformedManifest,
  measuring: Measuring,
): Promise<readonly NamedCube[]> {
  const last = LAST_READ.get(measuring);
  if (last?.records === records && last.manifest === manifest) return last.cubes;
  const cubes = await readCubes(records, manifest, measuring);
  LAST_READ.set(measuring, { records, manifest, cubes });
  return cubes;
}

/** Kept as long as somebody publishes by the measuring. */
const LAST_READ = new WeakMap<
  Measuring,
  {
    readonly records: ObjectStore;
    readonly manifest: ConformedManifest;
    readonly cubes: readonly NamedCube[];
  }
>();

async function readCubes(
  records: ObjectStore,
  manifest: ConformedManifest,
  measuring: Measuring,
): Promise<readonly NamedCube[]> {
  const cubes = await Promise.all(
    manifest.schools.map(async (school) => {
      const key = countsKey(manifest, school, measuring);
      const cube = await readJson<SchoolCube>(records, key);
      if (cube === null) throw new Error(`no counts under ${key}; measure the school first`);
      return { name: school.name, cube };
    }),
  );
  const { asOf } = measuring;
  if (!cubes.some(({ cube }) => studentsOf(cube, { kind: "enrolled" }, EVERYBODY) > 0)) {
    throw new DayNotCovered(
      `no student of district ${manifest.district} is enrolled on ${asOf}: nothing is published; choose a day that the exports cover`,
    );
  }
  if (cubes.every(({ cube }) => cube.instructionalDays === 0) && hasCalendar(manifest)) {
    throw noInstructionalDay(manifest, asOf);
  }
  return cubes;
}

const hasCalendar = ({ schools }: ConformedManifest): boolean =>
  schools.some(({ partitions }) =>
    partitions.some(({ table, rows }) => table === "calendar" && rows > 0),
  );

/**
 * Says before any school is measured what would stop the publish after it.
 * @throws DayNotCovered when the calendars have no instructional day in the school year of the day
 */
export async function requireInstructionalDay(
  records: ObjectStore,
  manifest: ConformedManifest,
  asOf: Day,
): Promise<void> {
  if (!hasCalendar(manifest)) return;
  // Most often the first school has one, and no other is looked at.
  for (const school of manifest.schools) {
    const calendars = await readCalendars(records, manifest.district, school, schoolYearOf(asOf));
    const days = [...calendars.values()].map(({ instructionalDays }) => instructionalDays.length);
    if (days.some((count) => count > 0)) return;
  }
  throw noInstructionalDay(manifest, asOf);
}

const noInstructionalDay = ({ district }: ConformedManifest, asOf: Day): DayNotCovered =>
  new DayNotCovered(
    `no school of district ${district} has an instructional day in the school year ${schoolYearName(schoolYearOf(asOf))}: nothing is published; choose a day that the calendars cover`,
  );
