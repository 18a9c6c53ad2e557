import type { StudentId } from "../domain/ids.ts";
import type { Student } from "../domain/student.ts";
import type { Person } from "../sources/roster-rows.ts";
import { isNewer, rowsIn, type FiledRow } from "./folded-rows.ts";
import type { Crosswalk } from "./identity.ts";
import type { ReadFile } from "./read-file.ts";

/**
 * The people of all files: of each kind of file the newest entry of each, and not those that it says
 * are no longer there. Within one file the first entry counts. Kinds stand in order of their names,
 * since the first to say something of a student is believed, whichever file came first.
 */
export function peopleIn(files: readonly ReadFile[]): readonly Person[] {
  const byKind = new Map<string, Map<StudentId, FiledRow<"person">>>();
  for (const sent of rowsIn(files, "person")) {
    const kind = sent.file.reading.kind?.kind ?? "";
    const held = byKind.get(kind) ?? new Map<StudentId, FiledRow<"person">>();
    byKind.set(kind, held);
    const before = held.get(sent.row.student);
    const isRepeat = before?.file === sent.file && sent.modifiedAt === "";
    if (before === undefined || (!isRepeat && isNewer(sent, before))) {
      held.set(sent.row.student, sent);
    }
  }
  return [...byKind]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, held]) =>
      [...held.values()].filter(({ isRemoved }) => !isRemoved).map(({ row }) => row),
    );
}

/** The students of the district, each once: what one entry leaves open another fills in. */
export function studentsOf(
  people: readonly Person[],
  crosswalk: Crosswalk,
): ReadonlyMap<StudentId, Student> {
  const students = new Map<StudentId, Student>();
  for (const { identifiers: _identifiers, ...person } of people) {
    const found = crosswalk.resolve(person.student, "sis");
    const student = found.state === "known" ? found.student : person.student;
    students.set(student, filledIn(students.get(student), { ...person, student }));
  }
  return students;
}

/** What is already known of a person wins; the gaps are filled. */
function filledIn(known: Student | undefined, told: Student): Student {
  if (known === undefined) return told;
  return {
    student: known.student,
    givenName: known.givenName === "" ? told.givenName : known.givenName,
    familyName: known.familyName === "" ? told.familyName : known.familyName,
    birthOn: known.birthOn ?? told.birthOn,
    grade: known.grade ?? told.grade,
    sex: known.sex ?? told.sex,
    raceEthnicity: known.raceEthnicity ?? told.raceEthnicity,
  };
}
