import type { SchoolId, StudentId } from "../../domain/ids.ts";
import type { Student } from "../../domain/people/student.ts";
import type { Organization, Person } from "../../sources/roster/roster-rows.ts";
import { rowsIn, type ArrivedFile } from "../rows/rows-by-key.ts";
import { crosswalkOf, type Crosswalk } from "./identity.ts";
import { peopleIn, studentsOf } from "./people.ts";
import type { ReadFile } from "../rows/held-rows.ts";
import type { JoinLog } from "../rows/join-log.ts";
import { keptRecords } from "../rows/kept-records.ts";

/** The schools and students that all other records refer to. */
export interface Roster {
  readonly organizations: readonly Organization[];
  readonly schools: ReadonlyMap<SchoolId, string>;
  /** The district and its parts that are no schools. */
  readonly notSchools: ReadonlySet<string>;
  /** The records of each file that enroll a student in a school. */
  readonly placed: ReadonlyMap<ReadFile, ReadonlySet<number>>;
  readonly people: readonly Person[];
  readonly students: ReadonlyMap<StudentId, Student>;
  readonly crosswalk: Crosswalk;
  /** Students whom the roster itself has taken out. */
  readonly removedStudents: ReadonlySet<StudentId>;
}

export function joinRoster(
  files: readonly ArrivedFile[],
  removedStudents: ReadonlySet<StudentId>,
  log: JoinLog,
): Roster {
  const organizations = keptRecords(
    "organization",
    rowsIn(files, "organization"),
    ({ row }) => row,
    log,
  );
  const schools = schoolsOf(organizations, files);
  const listed = peopleIn(files);
  log.duplicates.add("person", listed.duplicates);
  const people = listed.people.filter(({ student }) => !removedStudents.has(student));
  const crosswalk = crosswalkOf(people);
  return {
    organizations,
    schools,
    notSchools: new Set(organizations.filter(({ type }) => type !== "school").map(({ id }) => id)),
    placed: recordsWithSchool(files, schools),
    people,
    students: studentsOf(people, crosswalk),
    crosswalk,
    removedStudents,
  };
}

/** The schools with their names; where no file lists schools, those that enrollments name. */
function schoolsOf(
  organizations: readonly Organization[],
  files: readonly ArrivedFile[],
): ReadonlyMap<SchoolId, string> {
  const listed = organizations.filter(({ type }) => type === "school");
  return listed.length > 0
    ? new Map(listed.map(({ id, name }) => [id as SchoolId, name]))
    : new Map([...rowsIn(files, "enrollment")].map(({ row: { school } }) => [school, school]));
}

function recordsWithSchool(
  files: readonly ArrivedFile[],
  schools: ReadonlyMap<SchoolId, string>,
): Roster["placed"] {
  return new Map(
    files.map((file) => {
      const placed = file.rows.enrollment.filter(({ row }) => schools.has(row.school));
      return [file, new Set(placed.map(({ record }) => record))];
    }),
  );
}
