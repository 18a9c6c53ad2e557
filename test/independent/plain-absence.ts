/**
 * Everyone of a school year, counted day by day: in each school by the days there, and in the district
 * once by all days, whatever became of the student since.
 */
import { countedAt, daysOf, folderOf, holdsOn, text, type Folder } from "./plain-answers.ts";
import { plusDays } from "./plain-rules.ts";
import { counselorsOf } from "./plain-counselors.ts";
import { groupsOf, type DistrictFacts, type PlainStudent } from "./plain-student.ts";
import type { Row, SchoolTables } from "./conformed-records.ts";

export const YEAR_QUESTION = "chronic-absence-year";

/** Students with an answer to the question of the year and to no other. */
export type YearStudent = Pick<PlainStudent, "folder" | "counselor" | "groups" | "parts">;

const NOT_OF_SCHOOL_AGE = ["IT", "PR", "PK", "PS", "Other"];

/** By school, and under no name for the district. */
export function studentsOfYear(
  schools: readonly SchoolTables[],
  facts: DistrictFacts,
): ReadonlyMap<string, readonly YearStudent[]> {
  const counted = new Map<string, YearStudent[]>([["", []]]);
  const inDistrict = new Set<string>();
  for (const tables of schools) {
    const here: YearStudent[] = [];
    counted.set(tables.id, here);
    for (const row of tables.rows("student")) {
      const folder = folderOf(tables, row, facts.asOf);
      const { enrollments } = folder;
      const own = enrollments.filter((enrollment) => enrollment["school"] === tables.id);
      here.push(...counting(tables, folder, own, facts, schools));
      // The records of every school of a student have all of the student's enrollments.
      if (inDistrict.has(text(row, "student"))) continue;
      inDistrict.add(text(row, "student"));
      counted.get("")?.push(...counting(tables, folder, enrollments, facts, schools));
    }
  }
  return counted;
}

/** The student, if some stays are of ten days or more of school. */
function counting(
  tables: SchoolTables,
  folder: Folder,
  enrollments: readonly Row[],
  facts: DistrictFacts,
  all: readonly SchoolTables[],
): readonly YearStudent[] {
  const { student, grade, yearBegins, asOf } = folder;
  const there = (on: string): readonly Row[] =>
    enrollments.filter((enrollment) => holdsOn(enrollment, "enteredOn", "withdrewOn", on));
  const schools = [...new Set(enrollments.map((enrollment) => text(enrollment, "school")))];
  const enrolled = new Set(
    schools.flatMap((school) =>
      daysOf(tables, school, yearBegins).filter(
        (on) => on <= asOf && there(on).some((enrollment) => enrollment["school"] === school),
      ),
    ),
  );
  if (enrolled.size < 10 || NOT_OF_SCHOOL_AGE.includes(grade)) return [];
  const absent = tables
    .rowsWith("absence", "student", student["student"] ?? null)
    .filter((row) => Number(row["absentMilli"]) >= 500 && enrolled.has(text(row, "on")));
  let last = asOf;
  while (there(last).length === 0) last = plusDays(last, -1);
  // The counselor is that of the school which counted the student last.
  const lastSchool = all.find(({ id }) => id === countedAt(enrollments, last));
  const part = absent.length * 10 >= enrolled.size ? "chronic" : "not-chronic";
  return [
    {
      folder,
      counselor: counselorsOf(lastSchool ?? tables, folder)[0] ?? "",
      groups: groupsOf(tables, { ...folder, asOf: last }, facts),
      parts: new Map([[YEAR_QUESTION, part]]),
    },
  ];
}
