import type { ConsoleAnswer, ConsoleRequest } from "../../console/answers.ts";
import type { CounselorRow, CounselorsAnswer } from "../../console/counselor-answers.ts";
import { json } from "../../console/plain-answers.ts";
import { reasonsOf, type SeenStudent } from "../../console/seen-as.ts";
import { counselorSchools } from "../../domain/people/counselor-schools.ts";
import { staffMembers } from "../../domain/people/staff-member.ts";
import { schoolYearOf } from "../../domain/calendar/school-year.ts";
import { linkedCount, numbersOf, weekUntil } from "../../reports/counselors/counselor-numbers.ts";
import { suggestedCounselors } from "../../reports/counselors/suggested-counselor.ts";
import {
  ALL_REQUIREMENTS,
  caseloadOf,
  EVERY_STUDENT,
} from "../../reports/students/student-filter.ts";
import type { StudentRow } from "../../reports/students/students-table.ts";
import { daysAhead, type SchoolDays } from "../../reports/week/days-ahead.ts";
import { paceNeeded } from "../../reports/week/pace.ts";
import { waitingStudents } from "../../reports/week/waiting-student.ts";
import { paceInWords } from "../../reports/week/week-words.ts";
import { readAssignments } from "../measure/read-school.ts";
import type { ConsoleCase } from "./console-case.ts";
import { noteShown } from "./note-shown.ts";
import { schoolDaysAhead } from "./school-days-ahead.ts";
import { seenCaseloads, type SeenCaseloads } from "./seen-caseloads.ts";

/**
 * Answers `/console/counselors`: how much each counselor has to do, in the order of their names, and the
 * students without one, each with the counselor who is nearest.
 */
export async function counselorsAnswer(
  of: ConsoleCase,
  { query }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const caseloads = await seenCaseloads(of, "counselors", query.get("school"));
  if ("status" in caseloads) return caseloads;
  const { students, school, schools, meant, seen, counselors } = caseloads;
  const days = await schoolDaysAhead(of);
  const unassigned = seen.filter(isUnassigned);
  const rowsOf = rowsByCounselor(seen);
  await noteShown(of, "counselors", meant, unassigned);
  return json({
    asked: { school },
    ...{ asOf: students.asOf, heldSince: weekUntil(students.asOf), schools },
    counselors: counselors.map((counselor) =>
      counselorRow(caseloads, counselor, rowsOf.get(counselor.id) ?? [], days),
    ),
    without: await withoutCounselor(of, caseloads, unassigned),
    because: reasonsOf(seen),
  } satisfies CounselorsAnswer);
}

/**
 * Enrolled, under the mandate, and in no counselor's caseload, as the filter of the student list
 * defines it.
 */
const isUnassigned = ({ row }: SeenStudent): boolean =>
  row.counselor === "" && row.isEnrolled && row.isUnderMandate;

/** The students of each counselor, grouped in one pass: a district has hundreds of counselors. */
function rowsByCounselor(seen: readonly SeenStudent[]): ReadonlyMap<string, StudentRow[]> {
  const rows = new Map<string, StudentRow[]>();
  for (const { row } of seen) {
    for (const id of caseloadOf(row)) {
      const own = rows.get(id);
      if (own === undefined) rows.set(id, [row]);
      else own.push(row);
    }
  }
  return rows;
}

function counselorRow(
  { students, school, meant }: SeenCaseloads,
  { id, name }: { readonly id: string; readonly name: string },
  rows: readonly StudentRow[],
  schoolDays: SchoolDays,
): CounselorRow {
  const { asOf, requirements } = students;
  const waiting = waitingStudents(rows, requirements, asOf);
  const places =
    rows.length === 0 ? meant.map((school) => school.id) : rows.map((row) => row.school);
  const ahead = daysAhead(schoolDays, places, asOf);
  return {
    ...{ id, name },
    numbers: numbersOf(rows, { school, caseload: id }, requirements, asOf).map(
      ({ name: what, count, query }) => ({ name: what, count, query }),
    ),
    pace: paceInWords(paceNeeded(waiting, ahead), waiting.length, ahead.areWeekdays),
    week: new URLSearchParams({
      ...(school !== null && { school }),
      counselor: id,
    }).toString(),
  };
}

async function withoutCounselor(
  of: ConsoleCase,
  { students, meant }: SeenCaseloads,
  unassigned: readonly SeenStudent[],
): Promise<CounselorsAnswer["without"]> {
  const ofSchools: CounselorsAnswer["without"][number][] = [];
  const members = staffMembers(of.manifest?.staff ?? []);
  for (const { id, name } of meant) {
    const own = unassigned.flatMap(({ row }) => (row.school === id ? [row] : []));
    if (own.length === 0) continue;
    const assignments = await assignmentsAt(of, id);
    // As in the form that assigns: a counselor whom the staff list places at other schools is
    // refused.
    const worksHere = (counselor: string): boolean => {
      const schools = counselorSchools(members, counselor);
      const isListed = assignments.some((row) => row.counselor === counselor);
      return schools.length === 0 || schools.includes(id) || isListed;
    };
    const suggest = suggestedCounselors(
      assignments,
      students.bySchool.get(id) ?? [],
      of.counselorName,
      worksHere,
    );
    const filter = {
      ...EVERY_STUDENT,
      ...{ school: id, counselor: "", requirement: ALL_REQUIREMENTS },
    };
    const number = linkedCount("Students without a counselor", own, filter, students.requirements);
    ofSchools.push({
      ...{ school: id, schoolName: name },
      number: { name: number.name, count: number.count, query: number.query },
      students: own.map((row) => {
        const { counselor, because } = suggest(row);
        const { student, familyName, givenName, grade } = row;
        return {
          ...{ key: of.keys.keyOf(student), student, familyName, givenName, grade, because },
          suggested:
            counselor === null ? null : { id: counselor, name: of.counselorName(counselor) },
        };
      }),
    });
  }
  return ofSchools;
}

/**
 * The rows of the district's caseload list that are about a whole school, grade or range of names
 * at a school.
 */
async function assignmentsAt({ places, who, manifest, latest }: ConsoleCase, school: string) {
  const conformedSchool = manifest?.schools.find(({ id }) => id === school);
  if (conformedSchool === undefined || latest === null) return [];
  const year = schoolYearOf(latest.asOf);
  const rows = await readAssignments(places.records, who.district, conformedSchool, year);
  return rows.filter((row) => row.student === null && row.school === school);
}
