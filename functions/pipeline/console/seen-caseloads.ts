import { DISTRICT, permit } from "../../access/permit.ts";
import { rolesOf } from "../../access/reader.ts";
import { seesPlans } from "../../access/seen-schools.ts";
import type { ConsoleAnswer, Choice } from "../../console/answers.ts";
import { noSchool } from "../../console/filter-asked.ts";
import { words } from "../../console/plain-answers.ts";
import { seenStudents, type SeenStudent } from "../../console/seen-as.ts";
import { byText } from "../../domain/text/compare-text.ts";
import { staffMembers } from "../../domain/people/staff-member.ts";
import { schoolsMeant } from "../../domain/text/schools-meant.ts";
import { caseloadOf } from "../../reports/students/student-filter.ts";
import type { ConsoleCase } from "./console-case.ts";
import { editionStudents, type EditionStudents } from "./edition-students.ts";
import { noteLook } from "./note-look.ts";
import { listSchools } from "./seen-students.ts";

/** The students with plans whom a reader may name at the schools that are asked for, and their counselors. */
export interface SeenCaseloads {
  readonly students: EditionStudents;
  /** The school that is asked for; null for every one of the reader's. */
  readonly school: string | null;
  /** Every school that the reader may ask for, and those that are asked for. */
  readonly schools: ConsoleCase["schools"];
  readonly meant: ConsoleCase["schools"];
  readonly seen: readonly SeenStudent[];
  /** In the order of their names: counselors all of whose students at these schools the reader sees. */
  readonly counselors: readonly Choice[];
  /** The ids by which plans name the reader herself as a counselor. */
  readonly own: readonly string[];
}

/**
 * The caseloads that a reader may see, or a sentence that says why none: for instance, that the
 * role has no right to see plans.
 */
export async function seenCaseloads(
  of: ConsoleCase,
  what: string,
  askedSchool: string | null,
): Promise<SeenCaseloads | ConsoleAnswer> {
  const plans = permit(of.reader, "see-student", DISTRICT, of.schools);
  const refuse = async (status: 403 | 404, because: string): Promise<ConsoleAnswer> => {
    const refused = { isAllowed: false, because, role: null };
    await noteLook(of, { kind: "see-student", what, permit: refused, schools: null });
    return words(status, because);
  };
  if (!seesPlans(of.reader)) return refuse(403, plans.because);
  const students = await editionStudents(of);
  if (students === null) return words(404, "no edition is written yet");
  const schools = await listSchools(of);
  const isEvery = askedSchool === null || askedSchool === "";
  const meant = isEvery ? schools : schoolsMeant(schools, askedSchool);
  const [school, ...others] = meant;
  if (!isEvery && others.length > 0) {
    return words(400, "several schools have this name; give its id");
  }
  if (school === undefined) return refuse(404, noSchool(askedSchool ?? "", schools));
  const rows = meant.flatMap(({ id }) => students.bySchool.get(id) ?? []);
  const seen = seenStudents(of, rows).filter((student) => student.seesPlans);
  return {
    ...{ students, schools, meant, seen },
    school: isEvery ? null : school.id,
    counselors: counselorsOf(of, rows, seen, meant),
    own: rolesOf(of.reader).flatMap(({ counselors }) => counselors),
  };
}

/** The caseload that is asked for. */
export interface AskedCaseload {
  /** Null for the reader's own, and if nobody is chosen. */
  readonly counselor: string | null;
  /** The ids by which plans name whose caseload it is; empty if nobody is chosen. */
  readonly ids: readonly string[];
  readonly own: readonly SeenStudent[];
}

/** The caseload of a counselor whom the reader may see; a counselor who chooses nobody is asked for her own. */
export function askedCaseload(
  { counselors, own, seen }: SeenCaseloads,
  asked: string | null,
): AskedCaseload | ConsoleAnswer {
  const counselor = asked === null || asked === "" ? null : asked;
  if (counselor !== null && !counselors.some(({ id }) => id === counselor)) {
    return words(404, "there is no such counselor among those whose students you may see");
  }
  const ids = counselor === null ? own : [counselor];
  return {
    ...{ counselor, ids },
    own: seen.filter(({ row }) => caseloadOf(row).some((id) => ids.includes(id))),
  };
}

/**
 * A counselor some of whose students the reader may not see is left out: the page would show a
 * caseload that is too small.
 */
function counselorsOf(
  { counselorName, manifest }: ConsoleCase,
  rows: EditionStudents["rows"],
  seen: readonly SeenStudent[],
  meant: ConsoleCase["schools"],
): readonly Choice[] {
  const all = countsBy(rows);
  const named = countsBy(seen.map(({ row }) => row));
  // A new counselor has no students yet, and can be assigned some.
  const listed = staffMembers(manifest?.staff ?? []).flatMap(({ roles }) =>
    roles
      .filter(
        ({ role, schools }) => role === "counselor" && meant.some(({ id }) => schools.includes(id)),
      )
      .flatMap(({ counselors }) => counselors),
  );
  return [...new Set([...all.keys(), ...listed])]
    .filter((id) => (all.get(id) ?? 0) === (named.get(id) ?? 0))
    .map((id) => ({ id, name: counselorName(id) }))
    .sort(byText(({ id, name }) => `${name}\u0000${id}`));
}

/** How many enrolled students each counselor has. */
function countsBy(rows: EditionStudents["rows"]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (!row.isEnrolled) continue;
    for (const counselor of caseloadOf(row))
      counts.set(counselor, (counts.get(counselor) ?? 0) + 1);
  }
  return counts;
}
