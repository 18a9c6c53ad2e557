import { fieldOf, pickedRows, rowAt, type Columns } from "../../domain/records/columns.ts";
import { studentId, type SchoolId, type StudentId } from "../../domain/ids.ts";
import type { Organization } from "../../sources/roster/roster-rows.ts";
import { sentIn, type ArrivedFile } from "../rows/rows-by-key.ts";
import { crosswalkOf, type Crosswalk } from "./identity.ts";
import { peopleIn, studentsOf, type Students } from "./people.ts";
import type { ReadFile } from "../rows/held-rows.ts";
import type { JoinLog } from "../rows/join-log.ts";
import { keptRecords, REFERS } from "../rows/kept-records.ts";

/** The schools and students that all other records refer to. */
export interface Roster {
  readonly organizations: Columns;
  readonly schools: ReadonlyMap<SchoolId, string>;
  /** The district and its parts that are no schools. */
  readonly notSchools: ReadonlySet<string>;
  /** The records of a file that enroll a student in a school. */
  readonly placed: (file: ReadFile) => ReadonlySet<number>;
  readonly people: Columns;
  readonly students: Students;
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
    sentIn(files, "organization"),
    // They refer to nothing.
    ({ columns }) => ({ columns, states: new Int32Array(columns.length).fill(REFERS), faults: [] }),
    log,
  );
  const listed = organizationsIn(organizations);
  const schools = schoolsOf(listed, files);
  const all = peopleIn(files);
  log.duplicates.add("person", all.duplicates);
  const people = withoutStudents(all.people, removedStudents);
  const crosswalk = crosswalkOf(people);
  return {
    organizations,
    schools,
    notSchools: new Set(listed.filter(({ type }) => type !== "school").map(({ id }) => id)),
    placed: (file) => recordsWithSchool(file, schools),
    people,
    students: studentsOf(people, crosswalk),
    crosswalk,
    removedStudents,
  };
}

/** The rows of the table are organizations. */
export const organizationsIn = (columns: Columns): readonly Organization[] =>
  Array.from(
    { length: columns.length },
    (_, row) => rowAt(columns, row) as unknown as Organization,
  );

/** The schools with their names; where no file lists schools, those that enrollments name. */
function schoolsOf(
  organizations: readonly Organization[],
  files: readonly ArrivedFile[],
): ReadonlyMap<SchoolId, string> {
  const listed = organizations.filter(({ type }) => type === "school");
  if (listed.length > 0) return new Map(listed.map(({ id, name }) => [id as SchoolId, name]));
  const named = sentIn(files, "enrollment").flatMap(({ columns }) => [
    ...new Set(fieldOf(columns, "school").values),
  ]);
  return new Map(named.map((school) => [String(school) as SchoolId, String(school)]));
}

function withoutStudents(people: Columns, removed: ReadonlySet<StudentId>): Columns {
  if (removed.size === 0) return people;
  const { codes, values } = fieldOf(people, "student");
  const isRemoved = values.map((value) => removed.has(studentId(String(value))));
  const kept = codes.map((_code, row) => row).filter((row) => isRemoved[codes[row] ?? 0] !== true);
  return pickedRows(people, kept);
}

function recordsWithSchool(
  { rows: { enrollment } }: ReadFile,
  schools: ReadonlyMap<SchoolId, string>,
): ReadonlySet<number> {
  const { codes, values } = fieldOf(enrollment, "school");
  const isSchool = values.map((value) => schools.has(String(value) as SchoolId));
  return new Set(enrollment.records.filter((_record, row) => isSchool[codes[row] ?? 0] === true));
}
