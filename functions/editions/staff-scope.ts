import { compareText } from "../domain/text/compare-text.ts";
import { EVERYBODY, readGroupKey, type GroupKey } from "../domain/figures/group-key.ts";
import { GRADES } from "../domain/people/grade.ts";
import { groupsOfCube } from "../metrics/cube/cube-counts.ts";
import type { DistrictCube } from "../metrics/cube/merge-cubes.ts";
import { questionsOf } from "../metrics/cube/questions.ts";
import type { Question } from "../metrics/questions/question.ts";
import { placesOf, type EditionScope } from "../releases/tables/places.ts";
import type { ConformedManifest } from "../conformed/conformed-manifest.ts";
import type { Measuring } from "../metrics/students/measuring.ts";
import type { NamedCube } from "../metrics/cube/named-cube.ts";
import { districtCube } from "./district-cube.ts";

/**
 * What the tables of a staff edition ask about: every question, by every group that has a student.
 */
export function staffScope(
  { districtName }: Pick<ConformedManifest, "districtName">,
  { mandate, asOf }: Measuring,
  cubes: readonly NamedCube[],
): EditionScope {
  return {
    kind: "staff",
    places: placesOf(districtName, districtCube(cubes), cubes),
    mandate,
    asOf,
    questions: questionsOf(mandate, asOf),
    groupsOf: groupsAsked(),
  };
}

/** The groups of a place by which a question is divided, in order; several tables ask for the same. */
function groupsAsked(): EditionScope["groupsOf"] {
  const byCube = new Map<DistrictCube, Map<string, readonly GroupKey[]>>();
  return (question, { cube }) => {
    const ofCube = byCube.get(cube) ?? new Map<string, readonly GroupKey[]>();
    byCube.set(cube, ofCube);
    const name = `${question.population.kind} ${question.statistic}`;
    const groups = ofCube.get(name) ?? orderedGroups(question, cube);
    ofCube.set(name, groups);
    return groups;
  };
}

function orderedGroups(
  { statistic, population }: Question,
  cube: DistrictCube,
): readonly GroupKey[] {
  const isDivided = (key: GroupKey): boolean => {
    const isByGrade = readGroupKey(key).division === "grade";
    return key !== EVERYBODY && !(population.kind === "grade" && isByGrade);
  };
  return groupsOfCube(cube, { statistic })
    .filter(isDivided)
    .map((key) => ({ key, place: placeOf(key) }))
    .sort((a, b) => a.place - b.place || compareText(a.key, b.key))
    .map(({ key }) => key);
}

/** Grades in their own order, then everything else. */
const placeOf = (key: GroupKey): number => {
  const { division, group } = readGroupKey(key);
  const gradeIndex = division === "grade" ? GRADES.findIndex((grade) => grade === group) : -1;
  return gradeIndex < 0 ? GRADES.length : gradeIndex;
};
