import { groupKey } from "../../domain/figures/group-key.ts";
import { GRADES, type Grade } from "../../domain/people/grade.ts";
import { studentsOf } from "./cube-counts.ts";
import type { DistrictCube } from "./merge-cubes.ts";

/** What sort of school it is, by the grades that its students are in. */
export type SchoolLevel = "elementary" | "middle" | "high" | "other";

/**
 * The level of a school: that of its middle student by grade, of those enrolled on the day whose grade is
 * one of prekindergarten to 12; other where there are none, or nobody sent the grades.
 * It tells the public nothing about a student: which grades a school teaches is public knowledge, as its
 * enrollment is, no answer of anybody's enters it, and a school too small for public figures is "other"
 * in the public edition.
 */
export function schoolLevel(cube: Pick<DistrictCube, "students">): SchoolLevel {
  const byGrade = GRADES.map((grade) => ({
    level: levelOfGrade(grade),
    students: studentsOf(cube, { kind: "enrolled" }, groupKey("grade", grade)),
  })).filter(({ level }) => level !== "other");
  const students = byGrade.reduce((sum, grade) => sum + grade.students, 0);
  let before = 0;
  // Of two in the middle the one in the lower grade.
  const middle = byGrade.find((grade) => (before += grade.students) * 2 >= students);
  return students === 0 || middle === undefined ? "other" : middle.level;
}

/** Grades up to 5, 6 to 8, 9 to 12; other for what comes after school, and for no grade at all. */
function levelOfGrade(grade: Grade): SchoolLevel {
  if (!/^(IT|PR|PK|TK|KG|0\d|1[0-2])$/.test(grade)) return "other";
  if (grade >= "09" && grade <= "12") return "high";
  return grade >= "06" && grade <= "08" ? "middle" : "elementary";
}

/** By school, its level; a school that is not there is "other". */
export interface SchoolLevels {
  readonly [school: string]: SchoolLevel;
}

export const schoolLevels = (
  cubes: readonly (Pick<DistrictCube, "students"> & { readonly school: string })[],
): SchoolLevels => Object.fromEntries(cubes.map((cube) => [cube.school, schoolLevel(cube)]));
