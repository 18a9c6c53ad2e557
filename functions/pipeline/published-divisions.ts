import type { Level, Partition } from "../disclosure/publication-registry.ts";
import { GRADES } from "../domain/grade.ts";
import { CROSSED_DIVISIONS, STUDENT_DIVISIONS } from "../domain/student-groups.ts";
import type { DistrictPartial } from "../metrics/merge-partials.ts";

/** By level the partitions, or crossings of partitions, that a statistic is published by. */
export type Divisions = { readonly [level in Level]?: readonly (readonly string[])[] };

/**
 * The divisions of student groups that the exports tell of: those of which somebody is in a group
 * that takes a record to be in. Where nobody is in a program, it may be that nobody wrote it down.
 */
export const divisionsToldOf = ({ groups }: Pick<DistrictPartial, "groups">): readonly string[] =>
  STUDENT_DIVISIONS.filter(({ id, groups: own }) =>
    own.some((group) => group.id !== "no" && (groups[`${id}/${group.id}`] ?? 0) > 0),
  ).map(({ id }) => id);

/** Grades, and each of the divisions told of. */
export const partitionsOf = (toldOf: readonly string[]): readonly Partition[] => [
  { id: "grade", groups: GRADES },
  ...STUDENT_DIVISIONS.filter(({ id }) => toldOf.includes(id)).map(({ id, groups }) => ({
    id,
    groups: groups.map((group) => group.id),
  })),
];

/** Which figures are published by which division, at which level: the smaller the place, the fewer. */
export interface PublishedDivisions {
  readonly whole: Divisions;
  /** A school divides the district already: grades are of the district, so that no small cell is published twice over. */
  readonly byGrade: Divisions;
  /** Measures of everybody: by student group at the district. */
  readonly ofDistrict: Divisions;
  /** The measures that a school is asked about first: by student group there too. */
  readonly ofSchools: Divisions;
  /** Transitions, each of them one grade already. */
  readonly ofTransitions: Divisions;
}

/** The measures that are published by student group at schools too; of the others the district is. */
const BY_SCHOOL: readonly string[] = ["review-timeliness", "plan-coverage", "chronic-absence"];
export const isBySchool = (measure: string): boolean => BY_SCHOOL.includes(measure);

/** Of those who arrived at a school this year a district has few: they are not divided. */
export const isByStudentGroup = (measure: string): boolean => measure !== "transition-handover";

export function publishedDivisions(toldOf: readonly string[]): PublishedDivisions {
  const single = toldOf.map((division) => [division]);
  const crossed = CROSSED_DIVISIONS.filter((pair) => pair.every((one) => toldOf.includes(one)));
  const district = [[], ["grade"], ...single, ...crossed];
  return {
    whole: { district: [[]], school: [[]] },
    byGrade: { district: [[], ["grade"]], school: [[]] },
    ofDistrict: { district, school: [[]] },
    ofSchools: { district, school: [[], ...single] },
    ofTransitions: { district: [[], ...single], school: [[]] },
  };
}
