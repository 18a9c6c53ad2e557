import { DISTRICT, ofSchool, permit } from "../../access/permit.ts";
import { caseloadsOf } from "../../reports/worklist/caseloads.ts";
import type { UndecidedRequirement } from "../../reports/students/undecided-requirements.ts";
import { worklistCsv } from "../../reports/worklist/worklist-csv.ts";
import { worklistIcs } from "../../reports/worklist/worklist-ics.ts";
import type { WorklistEntry } from "../../reports/worklist/worklist-entries.ts";
import { caseloadAsked } from "../../reports/worklist/caseload-asked.ts";
import { contentHash } from "../content-hash.ts";
import { MalformedCursor } from "../ports.ts";
import { schoolsMeant, schoolsToTry } from "../worklist/schools-meant.ts";
import { caseloadPage, schoolStudents } from "../worklist/worklist.ts";
import { worklistOf, type SchoolStudents } from "../../reports/worklist/school-worklist.ts";
import { entriesAsked } from "../../reports/worklist/caseload-asked.ts";
import type { CaseloadsAnswer, ConsoleAnswer, ConsoleRequest, WorklistAnswer } from "./answers.ts";
import type { ConsoleCase } from "./console-case.ts";
import { noteLook } from "./note-look.ts";
import { file, json, words } from "./plain-answers.ts";
import { listSchools } from "./seen-students.ts";
import { seenWorklist } from "./seen-worklist.ts";
import { statusName } from "./status-name.ts";

/**
 * Answers `/console/worklist`, its files, and `/console/caseloads`: what is to be done at one
 * school, of the students whom the reader may see; of a student seen without plans the records to
 * fix alone.
 */
export async function worklistAnswer(
  of: ConsoleCase,
  { path, query, after }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const what = path.slice(path.lastIndexOf("/") + 1);
  const schools = await listSchools(of);
  const askedSchool = query.get("school") ?? "";
  const [school, ...others] = schoolsMeant(schools, askedSchool);
  if (school === undefined) {
    await noteLook(of, {
      kind: "see-student",
      what,
      permit: { isAllowed: false, because: NO_SCHOOL, role: null },
      schools: null,
    });
    // The answer for a school that the reader may not see is the same as for one that does not
    // exist.
    return words(
      404,
      schools.length === 0 ? refusalOf(of) : `${NO_SCHOOL}; ${schoolsToTry(schools, askedSchool)}`,
    );
  }
  if (others.length > 0) {
    const ids = [school, ...others].map(({ id }) => id);
    return words(400, `several schools have this name; use one of these ids: ${ids.join(", ")}`);
  }
  const students = await schoolStudents(of.places, of.who.district, school.id);
  // An empty list would say that nobody waits there.
  if (students === null) {
    return words(404, "the staff edition in force does not have this school yet");
  }
  const counted = countedList(of, students, school.id);
  const seen = seenWorklist(of, students);
  const noted = (named: readonly WorklistEntry[] | null): Promise<void> =>
    noteLook(of, {
      kind: named !== null ? seen.kind : counted === null ? "see-records" : "see-figures",
      what,
      permit: named === null && counted !== null ? counted.permit : seen.permit,
      schools: [school.id],
      students: named === null ? null : new Set(named.map(({ student }) => student)).size,
    });
  if (what === "caseloads") {
    await noted(null);
    return json({
      caseloads: caseloadsOf(counted?.entries ?? seen.list.entries),
      undecided: counted?.undecided ?? [],
      because: (counted ?? seen).permit.because,
    } satisfies CaseloadsAnswer);
  }
  // Who sees the school's figures may ask for any counselor there, and is named the students she
  // sees.
  const counselors = counted?.counselors ?? seen.list.counselors;
  const asked = caseloadAsked({ ...seen.list, counselors }, query);
  if (typeof asked === "string") return words(400, asked);
  const entries = entriesAsked(seen.list, asked);
  if (what === "worklist.csv") {
    await noted(entries);
    return file("text/csv; charset=utf-8", worklistCsv(entries), what);
  }
  if (what === "worklist.ics") {
    await noted(entries);
    const calendar = worklistIcs(entries, (text) => contentHash(text));
    return file("text/calendar; charset=utf-8", calendar, what);
  }
  try {
    const page = caseloadPage(seen.list, asked, after);
    await noted(page.entries);
    return json({
      asked: { school: school.id, counselor: asked.counselor, need: asked.need },
      named: entries.length,
      entries: page.entries.map((entry) => ({
        ...entry,
        statusName: statusName(entry.status, entry.need),
      })),
      next: page.next,
      because: seen.permit.because,
    } satisfies WorklistAnswer);
  } catch (error) {
    if (!(error instanceof MalformedCursor)) throw error;
    return words(400, "a page goes on from where one of the same list ended");
  }
}

const NO_SCHOOL = "no such school among those you may see";

/** Why no school's list is for this reader. */
const refusalOf = ({ reader, schools }: ConsoleCase): string =>
  permit(reader, "see-student", DISTRICT, schools).because;

/** Everybody's entries, to be counted and not named, for a reader of the school's exact figures. */
function countedList(
  of: ConsoleCase,
  students: SchoolStudents,
  school: string,
): {
  readonly entries: readonly WorklistEntry[];
  readonly counselors: readonly string[];
  readonly undecided: readonly UndecidedRequirement[];
  readonly permit: ReturnType<typeof permit>;
} | null {
  const figures = permit(of.reader, "see-figures", ofSchool(school), of.schools);
  return figures.isAllowed ? { ...worklistOf(students), permit: figures } : null;
}
