import { compareText } from "../../domain/text/compare-text.ts";
import { EVERYBODY, readGroupKey, type GroupKey } from "../../domain/figures/group-key.ts";
import { GRADES } from "../../domain/people/grade.ts";
import { schoolYearName, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { groupsOfCube, studentsOf } from "../../metrics/cube/cube-counts.ts";
import { mergeCubes } from "../../metrics/cube/merge-cubes.ts";
import { questionsOf } from "../../metrics/cube/questions.ts";
import type { SchoolCube } from "../../metrics/cube/school-cube.ts";
import { placesOf, type EditionScope } from "../../releases/tables/places.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { readJson } from "../stored-json.ts";
import { countsKey, type Measuring } from "./measure.ts";
import type { ObjectStore } from "../ports.ts";

/** The records tell of nobody, or of no instructional day, on the day that was asked for. */
export class DayNotCovered extends Error {}

/** A school's cube with its name. */
export interface NamedCube {
  readonly name: string;
  readonly cube: SchoolCube;
}

/** The cubes of all schools. @throws when one was not measured, or nobody is enrolled on the day */
export async function cubesOf(
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
    throw new DayNotCovered(
      `no school of district ${manifest.district} has an instructional day in the school year ${schoolYearName(schoolYearOf(asOf))}: nothing is published; choose a day that the calendars cover`,
    );
  }
  return cubes;
}

const hasCalendar = ({ schools }: ConformedManifest): boolean =>
  schools.some(({ partitions }) =>
    partitions.some(({ table, rows }) => table === "calendar" && rows > 0),
  );

/** What the tables of a staff edition ask about: every question, by every group that anybody is in. */
export function staffScope(
  { districtName }: Pick<ConformedManifest, "districtName">,
  { mandate, asOf }: Measuring,
  cubes: readonly NamedCube[],
): EditionScope {
  const district = mergeCubes(cubes.map(({ cube }) => cube));
  return {
    kind: "staff",
    places: placesOf(districtName, district, cubes),
    mandate,
    asOf,
    questions: questionsOf(mandate, asOf),
    groupsOf: ({ statistic, population }, { cube }) =>
      groupsOfCube(cube, { statistic })
        .filter((key) => {
          const isByGrade = readGroupKey(key).division === "grade";
          return key !== EVERYBODY && !(population.kind === "grade" && isByGrade);
        })
        .sort((a, b) => placeOf(a) - placeOf(b) || compareText(a, b)),
  };
}

/** Grades in their own order, then the rest. */
const placeOf = (key: GroupKey): number => {
  const { division, group } = readGroupKey(key);
  const at = division === "grade" ? GRADES.findIndex((grade) => grade === group) : -1;
  return at < 0 ? GRADES.length : at;
};
