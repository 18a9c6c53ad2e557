import { groupKey } from "../../domain/figures/group-key.ts";
import { GRADES, type Grade } from "../../domain/people/grade.ts";
import { studentsOf } from "./cube-counts.ts";
import type { DistrictCube } from "./merge-cubes.ts";

/** The kind of school, by the grades of its students. */
export type SchoolLevel = "elementary" | "middle" | "high" | "other";

/**
 * The level of a school: that of its median student by grade, of those enrolled on the day whose
 * grade is one of prekindergarten to 12; "other" if there are none, or no grades were sent. It
 * reveals nothing about a student: which grades a school teaches is public knowledge, as its
 * enrollment is, and no answer of a student has a part in it. A school too small for public figures
 * is "other" in the public edition.
 */
export function schoolLevel(cube: Pick<DistrictCube, "students">): SchoolLevel {
  const byGrade = GRADES.map((grade) => ({
    level: levelOfGrade(grade),
    students: studentsOf(cube, { kind: "enrolled" }, groupKey("grade", grade)),
  })).filter(({ level }) => level !== "other");
  const students = byGrade.reduce((sum, grade) => sum + grade.students, 0);
  let before = 0;
  // Of the two in the middle, the one in the lower grade.
  const middle = byGrade.find((grade) => (before += grade.students) * 2 >= students);
  return students === 0 || middle === undefined ? "other" : middle.level;
}

/** Grades up to 5, 6 to 8, and 9 to 12; "other" for grades after those, and for no grade. */
function levelOfGrade(grade: Grade): SchoolLevel {
  if (!/^(IT|PR|PK|TK|KG|0\d|1[0-2])$/.test(grade)) return "other";
  if (grade >= "09" && grade <= "12") return "high";
  return grade >= "06" && grade <= "08" ? "middle" : "elementary";
}

/** The level of each school; a school that is absent is "other". */
export interface SchoolLevels {
  readonly [school: string]: SchoolLevel;
}

export const schoolLevels = (
  cubes: readonly (Pick<DistrictCube, "students"> & { readonly school: string })[],
): SchoolLevels => Object.fromEntries(cubes.map((cube) => [cube.school, schoolLevel(cube)]));
