import type { FixOwner } from "../state/rows/report-row.ts";
import type { ErrorProfile, OurCheck } from "./error-profile.ts";
import { knownRules } from "./known-rules.ts";
import type { StateError } from "./state-error.ts";

/** A student at one school; a student of several schools is there once for each, the present school first. */
export interface DistrictStudent {
  readonly student: string;
  /** Identifiers that the state gave the student. */
  readonly stateIds: readonly string[];
  /** Identifiers by which the district's own files name the student to the state. */
  readonly localIds: readonly string[];
  readonly school: string;
  readonly schoolName: string;
  /** The identifiers by which a report may name the school: the district's and the state's. */
  readonly schoolCodes: readonly string[];
  readonly familyName: string;
  readonly givenName: string;
}

/** Why an error belongs to no student of ours. */
export const UNMATCHED = {
  "no-identifier": "the report names no student",
  "unknown-student": "no student of the district has the identifier",
  "ambiguous-student": "several students have the identifier",
  "ids-contradict": "the state identifier and the local identifier are of different students",
  "other-school":
    "the student with the local identifier is not at the school that the report names",
} as const;
export type Unmatched = keyof typeof UNMATCHED;

/** To whom an error belongs, and by what that was decided. */
export type ErrorMatch =
  | { readonly kind: "state-id" | "local-id"; readonly student: DistrictStudent }
  /** It is about a file or a count, and names no student. */
  | { readonly kind: "whole-file" }
  | { readonly kind: "unmatched"; readonly because: Unmatched };

export interface JoinedError {
  readonly error: StateError;
  readonly match: ErrorMatch;
  /** Which of our checks would have found it; null where none would. */
  readonly check: OurCheck | null;
  readonly owner: FixOwner;
}

/**
 * Finds the student of each error: by the state's identifier, else by the local identifier and the
 * school. An error without a student is in the list too, and says why: none is dropped.
 */
export function joinErrors(
  errors: readonly StateError[],
  students: readonly DistrictStudent[],
  profile: ErrorProfile,
): readonly JoinedError[] {
  const roster: Roster = {
    byStateId: byIds(students, ({ stateIds }) => stateIds),
    byLocalId: byIds(students, ({ localIds }) => localIds),
  };
  const ruleOf = knownRules(profile);
  return errors.map((error) => {
    const { check, owner } = ruleOf(error.ruleId, error.message);
    return { error, check, owner, match: matchOf(error, roster) };
  });
}

type ById = ReadonlyMap<string, readonly DistrictStudent[]>;

interface Roster {
  readonly byStateId: ById;
  readonly byLocalId: ById;
}

function byIds(
  students: readonly DistrictStudent[],
  idsOf: (student: DistrictStudent) => readonly string[],
): ById {
  const byId = new Map<string, DistrictStudent[]>();
  for (const student of students) {
    for (const id of idsOf(student)) {
      const before = byId.get(id);
      if (before === undefined) byId.set(id, [student]);
      else before.push(student);
    }
  }
  return byId;
}

function matchOf(error: StateError, { byStateId, byLocalId }: Roster): ErrorMatch {
  const { studentStateId, studentLocalId, schoolCode, scope } = error;
  if (studentStateId === "" && studentLocalId === "") {
    return scope === "record" ? unmatched("no-identifier") : { kind: "whole-file" };
  }
  const ofStateId = byStateId.get(studentStateId) ?? [];
  const ofLocalId = byLocalId.get(studentLocalId) ?? [];
  if (ofStateId.length === 0) {
    const isThere = (student: DistrictStudent) =>
      schoolCode === "" || student.schoolCodes.includes(schoolCode);
    const present = ofLocalId.filter(isThere);
    // Another identifier of the state than the student's own is another student's.
    if (studentStateId !== "" && present.some(({ stateIds }) => stateIds.length > 0)) {
      return unmatched("ids-contradict");
    }
    return present.length === 0 && ofLocalId.length > 0
      ? unmatched("other-school")
      : only("local-id", present, schoolCode);
  }
  if (ofLocalId.length === 0) return only("state-id", ofStateId, schoolCode);
  const ofBoth = ofStateId.filter(({ student }) =>
    ofLocalId.some((other) => other.student === student),
  );
  return ofBoth.length === 0 ? unmatched("ids-contradict") : only("state-id", ofBoth, schoolCode);
}

/** The one student that is left, at the school that the report names, else at the present school. */
function only(
  kind: "state-id" | "local-id",
  students: readonly DistrictStudent[],
  schoolCode: string,
): ErrorMatch {
  const [first] = students;
  if (first === undefined) return unmatched("unknown-student");
  if (students.some(({ student }) => student !== first.student)) {
    return unmatched("ambiguous-student");
  }
  const student = students.find(({ schoolCodes }) => schoolCodes.includes(schoolCode)) ?? first;
  return { kind, student };
}

const unmatched = (because: Unmatched): ErrorMatch => ({ kind: "unmatched", because });
