import { byKey } from "../../domain/text/compare-text.ts";
import { grouped } from "../../domain/text/grouped.ts";
import { fieldOf, rowAt, valueOf, type Columns } from "../../domain/records/columns.ts";
import { studentId, type StudentId } from "../../domain/ids.ts";
import type { IdType } from "../../sources/profiles/profile.ts";
import type { Identifier, Person } from "../../sources/roster/roster-rows.ts";

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
export function crosswalkOf(people: Columns): Crosswalk {
  const entries = entriesOf(people);
  const { canonicalOf, groupOf, join } = groups();
  const conflicts: IdentityConflict[] = [];
  // In order of the identifier, since what a group holds by then decides.
  for (const [, shared] of studentsByState(entries)) {
    // Whoever is one with one of them already is one with all, or none is.
    const students = [...new Set([...shared].flatMap(groupOf))].sort();
    if (isOnePerson(students.flatMap(entries.of))) join(students);
    else conflicts.push({ idType: "state", students: [...shared].sort() });
  }
  const lookup = new Map<IdType, Map<string, StudentId | null>>();
  entries.each((student, { idType, value }) => {
    noteMeant(lookup, idType, value, canonicalOf(student));
  });
  return {
    conflicts,
    resolve(value, idType) {
      const own = studentId(value);
      if (idType === "sis" && entries.has(own)) return knownStudent(canonicalOf(own));
      const meant = new Set(
        (idType === "sis" ? LOOKED_UP : [idType]).map((type) =>
          lookup.get(type)?.get(foldedValue(type, value)),
        ),
      );
      meant.delete(undefined);
      const [only] = meant;
      if (meant.size > 1 || only === null) return AMBIGUOUS;
      if (only !== undefined) return knownStudent(only);
      return entries.has(own) ? knownStudent(canonicalOf(own)) : UNKNOWN;
    },
  };
}

const knownStudent = (student: StudentId): Resolved => ({ state: "known", student });

/** What an identifier means, null where it means several. */
function noteMeant(
  lookup: Map<IdType, Map<string, StudentId | null>>,
  idType: IdType,
  value: string,
  student: StudentId,
): void {
  const ofType = lookup.get(idType) ?? new Map<string, StudentId | null>();
  lookup.set(idType, ofType);
  const key = foldedValue(idType, value);
  const before = ofType.get(key);
  if (before === undefined) ofType.set(key, student);
  else if (before !== student) ofType.set(key, null);
}

/** The entries of the roster, by student. */
interface Entries {
  has(student: StudentId): boolean;
  of(student: StudentId): readonly Person[];
  /** Calls with each identifier of each entry. */
  each(take: (student: StudentId, identifier: Identifier) => void): void;
}

function entriesOf(people: Columns): Entries {
  const student = fieldOf(people, "student");
  const identifiers = fieldOf(people, "identifiers");
  const ids = new Set(student.values);
  let rowsOf: ReadonlyMap<unknown, readonly number[]> | null = null;
  return {
    has: (id) => ids.has(id),
    of(id) {
      rowsOf ??= grouped(student.codes.keys(), (row) => student.values[student.codes[row] ?? 0]);
      return (rowsOf.get(id) ?? []).map((row) => rowAt(people, row) as unknown as Person);
    },
    each(take) {
      for (let row = 0; row < people.length; row++) {
        const id = studentId(String(student.values[student.codes[row] ?? 0]));
        const own = valueOf(identifiers, identifiers.codes[row] ?? 0) as readonly Identifier[];
        for (const identifier of own) take(id, identifier);
      }
    },
  };
}

/** The students who share a state identifier, in the order of these. */
function studentsByState(entries: Entries): readonly (readonly [string, ReadonlySet<StudentId>])[] {
  const first = new Map<string, StudentId>();
  const shared = new Map<string, Set<StudentId>>();
  entries.each((student, { idType, value }) => {
    if (idType !== "state") return;
    const before = first.get(value);
    if (before === undefined) first.set(value, student);
    else if (before !== student) {
      shared.set(value, (shared.get(value) ?? new Set([before])).add(student));
    }
  });
  return [...shared].sort(byKey);
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
function foldedValue(idType: IdType, value: string): string {
  switch (idType) {
    case "guid":
      return value.toLowerCase().replace(/[{}-]/g, "");
    case "email":
    case "username":
      return value.toLowerCase();
    case "sis":
    case "state":
    case "local":
    case "platform":
      return value;
  }
}
