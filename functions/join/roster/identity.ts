import { byKey } from "../../domain/text/compare-text.ts";
import { studentId, type StudentId } from "../../domain/ids.ts";
import type { IdType } from "../../sources/profiles/profile.ts";
import type { Person } from "../../sources/roster/roster-rows.ts";

/** Students of the roster that share an identifier and are not one person. */
export interface IdentityConflict {
  readonly idType: IdType;
  readonly students: readonly StudentId[];
}

/** Whom an identifier means: a student of the roster, nobody, or several. */
export type Resolved =
  | { readonly state: "known"; readonly student: StudentId }
  | { readonly state: "unknown" }
  | { readonly state: "ambiguous" };

export interface Crosswalk {
  resolve(value: string, idType: IdType): Resolved;
  readonly conflicts: readonly IdentityConflict[];
}

const UNKNOWN: Resolved = { state: "unknown" };
const AMBIGUOUS: Resolved = { state: "ambiguous" };

/**
 * Who is who, from all that the roster says of its people. Entries with one state identifier are
 * one student, known by the smallest of the local identifiers, unless birth days or names
 * contradict: then they are two, and that state identifier names neither. An identifier of another
 * kind than the roster's own is looked up; one that the roster itself uses always means that entry.
 */
export function crosswalkOf(people: Iterable<Person>): Crosswalk {
  const byId = new Map<StudentId, Person[]>();
  for (const person of people) {
    const entries = byId.get(person.student);
    if (entries === undefined) byId.set(person.student, [person]);
    else entries.push(person);
  }
  const byState = new Map<string, Set<StudentId>>();
  for (const [student, entries] of byId) {
    for (const value of valuesOf(entries, "state")) addTo(byState, value, student);
  }
  const { canonicalOf, groupOf, join } = groups();
  const conflicts: IdentityConflict[] = [];
  // In order of the identifier, since what a group holds by then decides.
  for (const [, shared] of [...byState].sort(byKey)) {
    if (shared.size < 2) continue;
    // Whoever is one with one of them already is one with all, or none is.
    const students = [...new Set([...shared].flatMap(groupOf))].sort();
    if (isOnePerson(students.flatMap((student) => byId.get(student) ?? []))) join(students);
    else conflicts.push({ idType: "state", students: [...shared].sort() });
  }
  const lookup = new Map<string, Set<StudentId>>();
  for (const [student, entries] of byId) {
    for (const { idType, value } of entries.flatMap(({ identifiers }) => identifiers)) {
      addTo(lookup, keyOf(idType, value), canonicalOf(student));
    }
  }
  return {
    conflicts,
    resolve(value, idType) {
      const own = studentId(value);
      if (idType === "sis" && byId.has(own)) return { state: "known", student: canonicalOf(own) };
      const wanted = idType === "sis" ? LOOKED_UP : [idType];
      const matches = new Set(
        wanted.flatMap((type) => [...(lookup.get(keyOf(type, value)) ?? [])]),
      );
      const [only] = matches;
      if (matches.size > 1) return AMBIGUOUS;
      if (only !== undefined) return { state: "known", student: only };
      return byId.has(own) ? { state: "known", student: canonicalOf(own) } : UNKNOWN;
    },
  };
}

/** Identifiers that a file may use instead of the roster's own without saying so. */
const LOOKED_UP: readonly IdType[] = ["local", "state"];

/** Entries found to be one student, each group known by its smallest identifier. */
function groups() {
  const canonical = new Map<StudentId, StudentId>();
  const members = new Map<StudentId, readonly StudentId[]>();
  const canonicalOf = (student: StudentId): StudentId => canonical.get(student) ?? student;
  return {
    canonicalOf,
    groupOf: (student: StudentId): readonly StudentId[] =>
      members.get(canonicalOf(student)) ?? [student],
    /** The students are whole groups, in order. */
    join(students: readonly StudentId[]): void {
      const [first] = students;
      if (first === undefined) return;
      for (const student of students) canonical.set(student, first);
      members.set(first, students);
    },
  };
}

const valuesOf = (entries: readonly Person[], wanted: IdType): ReadonlySet<string> =>
  new Set(
    entries
      .flatMap(({ identifiers }) => identifiers)
      .filter(({ idType }) => idType === wanted)
      .map(({ value }) => value),
  );

/** No two known birth days and no two known names. */
function isOnePerson(entries: readonly Person[]): boolean {
  const differing = (of: (person: Person) => string): number =>
    new Set(entries.map(of).filter((value) => value !== "")).size;
  return (
    differing(({ birthOn }) => birthOn ?? "") <= 1 &&
    differing(({ familyName }) => familyName.toLowerCase()) <= 1 &&
    differing(({ givenName }) => givenName.toLowerCase()) <= 1
  );
}

/** Case and hyphens do not count where the systems that write them do not agree on either. */
function keyOf(idType: IdType, value: string): string {
  switch (idType) {
    case "guid":
      return `guid ${value.toLowerCase().replace(/[{}-]/g, "")}`;
    case "email":
    case "username":
      return `${idType} ${value.toLowerCase()}`;
    case "sis":
    case "state":
    case "local":
    case "platform":
      return `${idType} ${value}`;
  }
}

function addTo(map: Map<string, Set<StudentId>>, key: string, student: StudentId): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([student]));
  else set.add(student);
}
