import { compareText } from "../../domain/text/compare-text.ts";
import { grouped } from "../../domain/text/grouped.ts";
import type { StudentId } from "../../domain/ids.ts";
import type { Student } from "../../domain/people/student.ts";
import type { Person } from "../../sources/roster/roster-rows.ts";
import { rowsIn, type ArrivedFile } from "../rows/rows-by-key.ts";
import type { Crosswalk } from "./identity.ts";
import { byKey, rowsInForce, type DuplicateRow } from "../rows/rows-in-force.ts";

/**
 * The people of the district, entry by entry, and the entries that are superseded by another of
 * their file.
 */
interface PeopleOfFiles {
  readonly people: readonly Person[];
  readonly duplicates: readonly DuplicateRow<"person">[];
}

/**
 * The people of all files: of each kind of file the entry of each that holds, and not those that it
 * says are no longer there. Kinds stand in order of their names, since the first to say something of
 * a student is believed, whichever file came first.
 */
export function peopleIn(files: readonly ArrivedFile[]): PeopleOfFiles {
  const kinds = grouped(files, ({ reading: { kind } }) => kind?.kind ?? "");
  const standing = [...kinds]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, ofKind]) => [...byKey("person", rowsIn(ofKind, "person")).values()])
    .map((rows) => rowsInForce("person", rows));
  return {
    people: standing
      .flatMap(({ rows }) => rows)
      .filter(({ isRemoved }) => !isRemoved)
      .map(({ row }) => row),
    duplicates: standing.flatMap(({ duplicates }) => duplicates),
  };
}

/** The students of the district, each once: what one entry leaves open another fills in. */
export function studentsOf(
  people: readonly Person[],
  crosswalk: Crosswalk,
): ReadonlyMap<StudentId, Student> {
  const students = new Map<StudentId, Student>();
  for (const { identifiers: _identifiers, ...person } of people) {
    const resolved = crosswalk.resolve(person.student, "sis");
    const student = resolved.state === "known" ? resolved.student : person.student;
    students.set(student, filledIn(students.get(student), { ...person, student }));
  }
  return students;
}

/** What is already known of a person wins; the gaps are filled. */
function filledIn(student: Student | undefined, added: Student): Student {
  if (student === undefined) return added;
  return {
    student: student.student,
    givenName: student.givenName === "" ? added.givenName : student.givenName,
    familyName: student.familyName === "" ? added.familyName : student.familyName,
    birthOn: student.birthOn ?? added.birthOn,
    grade: student.grade ?? added.grade,
    sex: student.sex ?? added.sex,
    raceEthnicity: student.raceEthnicity ?? added.raceEthnicity,
  };
}
