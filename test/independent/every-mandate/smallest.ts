import { clockCaseOf } from "./clock-case-of.ts";
import { disagreementsOf, type Disagreement, type Mandate } from "./compare.ts";
import type { PlainStudent } from "./plain-records.ts";

const LISTS = [
  ...(["plans", "goals", "steps", "reviews", "gradeYears", "programs", "components"] as const),
  ...(["assents", "events", "exemptions", "attestations"] as const),
];
const NULLABLE = [
  ...(["collected", "gradeYears", "programs", "components", "assents", "events"] as const),
  ...(["birthOn", "entersGrade9In", "graduatesIn"] as const),
];

/** The same disagreement on the student with as few records as still show it, so that a person can read it. */
export function smallest(mandate: Mandate, disagreement: Disagreement): Disagreement {
  let smallestSoFar = disagreement;
  for (;;) {
    const smaller = lessOf(smallestSoFar.student)
      .map((student) => again(mandate, smallestSoFar, student))
      .find((next) => next !== undefined);
    if (smaller === undefined) return smallestSoFar;
    smallestSoFar = smaller;
  }
}

const again = (
  mandate: Mandate,
  { requirement, asOf, clock, second }: Disagreement,
  student: PlainStudent,
): Disagreement | undefined =>
  disagreementsOf(mandate, student, clockCaseOf(student), asOf).find(
    (disagreement) =>
      disagreement.requirement === requirement &&
      disagreement.clock === clock &&
      disagreement.second === second,
  );

/** The student without one record, or without one kind of record. */
function lessOf(student: PlainStudent): readonly PlainStudent[] {
  const less: PlainStudent[] = NULLABLE.filter((name) => student[name] !== null).map((name) => ({
    ...student,
    [name]: null,
  }));
  for (const name of LISTS) {
    const list: readonly unknown[] = student[name] ?? [];
    for (const dropped of list) {
      less.push({ ...student, [name]: list.filter((record) => record !== dropped) });
    }
  }
  for (const year of student.earlierCalendars.keys()) {
    const kept = [...student.earlierCalendars].filter(([of]) => of !== year);
    less.push({ ...student, earlierCalendars: new Map(kept) });
  }
  return less;
}
