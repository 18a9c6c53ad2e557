import { DISTRICT, ofSchool, permit, type KnownSchool, type Permit } from "../../access/permit.ts";
import { caseloadsOf } from "../../reports/worklist/caseloads.ts";
import type { UndecidedRequirement } from "../../reports/students/undecided-requirements.ts";
import { worklistCsv } from "../../reports/worklist/worklist-csv.ts";
import { worklistIcs } from "../../reports/worklist/worklist-ics.ts";
import type { WorklistEntry } from "../../reports/worklist/worklist-entries.ts";
import {
  caseloadAsked,
  entriesAsked,
  type CaseloadAsked,
} from "../../reports/worklist/caseload-asked.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { MalformedCursor } from "../ports.ts";
import { schoolsMeant, schoolsToTry } from "../../domain/text/schools-meant.ts";
import { caseloadPage, schoolStudents } from "../worklist/worklist.ts";
import { worklistOf, type SchoolStudents } from "../../reports/worklist/school-worklist.ts";
import type {
  CaseloadsAnswer,
  ConsoleAnswer,
  ConsoleRequest,
  WorklistAnswer,
} from "../../console/answers.ts";
import type { ConsoleCase } from "./console-case.ts";
import { noteLook } from "./note-look.ts";
import { file, json, words } from "../../console/plain-answers.ts";
import { listSchools } from "./seen-students.ts";
import { seenWorklist, type SeenWorklist } from "../../console/seen-worklist.ts";
import { statusName } from "../../console/status-name.ts";

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
  if (school === undefined) return await noSchoolAnswer(of, what, schools, askedSchool);
  if (others.length > 0) {
    const ids = [school, ...others].map(({ id }) => id);
    return words(400, `several schools have this name; use one of these ids: ${ids.join(", ")}`);
  }
  const students = await schoolStudents(of.places, of.who.district, school.id);
  // An empty list would be read as: nobody waits there.
  if (students === null) {
    return words(404, "the current staff edition does not have this school yet");
  }
  const look: WorklistLook = {
    ...{ of, what, school: school.id },
    counted: countedList(of, students, school.id),
    seen: seenWorklist(of, students),
  };
  if (what === "caseloads") return await caseloadsAnswer(look);
  // Who sees the school's figures may ask for any counselor there, and is named the students she sees.
  const counselors = look.counted?.counselors ?? look.seen.list.counselors;
  const asked = caseloadAsked({ ...look.seen.list, counselors }, query);
  if (typeof asked === "string") return words(400, asked);
  if (what === "worklist.csv" || what === "worklist.ics") {
    return await worklistFile(look, what, entriesAsked(look.seen.list, asked));
  }
  return await pageAnswer(look, asked, after);
}

/** A look at the worklist of one school. */
interface WorklistLook {
  readonly of: ConsoleCase;
  /** Such as "worklist.csv". */
  readonly what: string;
  readonly school: string;
  /** Null where the reader may not see the school's exact figures. */
  readonly counted: CountedList | null;
  readonly seen: SeenWorklist;
}

/** Notes the refused look. The answer for a school that the reader may not see is the same as for one that does not exist. */
async function noSchoolAnswer(
  of: ConsoleCase,
  what: string,
  schools: readonly KnownSchool[],
  askedSchool: string,
): Promise<ConsoleAnswer> {
  await noteLook(of, {
    kind: "see-student",
    what,
    permit: { isAllowed: false, because: NO_SCHOOL, role: null },
    schools: null,
  });
  return words(
    404,
    schools.length === 0 ? refusalOf(of) : `${NO_SCHOOL}; ${schoolsToTry(schools, askedSchool)}`,
  );
}

/** Numbers by counselor: counted for a reader of the school's figures, else of the students seen. */
async function caseloadsAnswer(look: WorklistLook): Promise<ConsoleAnswer> {
  const { counted, seen } = look;
  await noteWorklist(look, null);
  return json({
    caseloads: caseloadsOf(counted?.entries ?? seen.list.entries),
    undecided: counted?.undecided ?? [],
    because: (counted ?? seen).permit.because,
  } satisfies CaseloadsAnswer);
}

/** The entries as a table or a calendar to take along. */
async function worklistFile(
  look: WorklistLook,
  what: "worklist.csv" | "worklist.ics",
  entries: readonly WorklistEntry[],
): Promise<ConsoleAnswer> {
  await noteWorklist(look, entries);
  if (what === "worklist.csv") return file("text/csv; charset=utf-8", worklistCsv(entries), what);
  const calendar = worklistIcs(entries, (text) => contentHash(text));
  return file("text/calendar; charset=utf-8", calendar, what);
}

/** One page of the entries, which names its students. */
async function pageAnswer(
  look: WorklistLook,
  asked: CaseloadAsked,
  after: string | null,
): Promise<ConsoleAnswer> {
  const { school, seen } = look;
  try {
    const page = caseloadPage(seen.list, asked, after);
    await noteWorklist(look, page.entries);
    return json({
      asked: { school, counselor: asked.counselor, need: asked.need },
      named: entriesAsked(seen.list, asked).length,
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

/** Notes the look. @param named the entries that name their students; null where students are counted alone */
const noteWorklist = (
  { of, what, school, counted, seen }: WorklistLook,
  named: readonly WorklistEntry[] | null,
): Promise<void> =>
  noteLook(of, {
    kind: named !== null ? seen.kind : counted === null ? "see-records" : "see-figures",
    what,
    permit: named === null && counted !== null ? counted.permit : seen.permit,
    schools: [school],
    students: named === null ? null : new Set(named.map(({ student }) => student)).size,
  });

const NO_SCHOOL = "no such school among those you may see";

/** Why no school's list is for this reader. */
const refusalOf = ({ reader, schools }: ConsoleCase): string =>
  permit(reader, "see-student", DISTRICT, schools).because;

/** Everybody's entries, to be counted and not named. */
interface CountedList {
  readonly entries: readonly WorklistEntry[];
  readonly counselors: readonly string[];
  readonly undecided: readonly UndecidedRequirement[];
  readonly permit: Permit;
}

/** For a reader of the school's exact figures; null for any other. */
function countedList(
  of: ConsoleCase,
  students: SchoolStudents,
  school: string,
): CountedList | null {
  const figures = permit(of.reader, "see-figures", ofSchool(school), of.schools);
  return figures.isAllowed ? { ...worklistOf(students), permit: figures } : null;
}
