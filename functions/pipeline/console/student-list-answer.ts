import { DISTRICT, permit } from "../../access/permit.ts";
import { seesPlans } from "../../access/seen-schools.ts";
import type {
  ConsoleAnswer,
  ConsoleRequest,
  StudentChoices,
  StudentList,
} from "../../console/answers.ts";
import { faultOf, filterOf, noSchool } from "../../console/filter-asked.ts";
import { filterInWords } from "../../console/filter-in-words.ts";
import { listedStudent } from "../../console/listed-student.ts";
import { json, sheet, words } from "../../console/plain-answers.ts";
import { reasonsOf, seenStudents, type SeenStudent } from "../../console/seen-as.ts";
import { studentChoices } from "../../console/student-choices.ts";
import { isMeantBy } from "../../reports/students/find-students.ts";
import {
  isAsked,
  tellsOfPlans,
  type StudentFilter,
} from "../../reports/students/student-filter.ts";
import { inOrder, STUDENT_SORTS, type StudentSort } from "../../reports/students/student-order.ts";
import { studentsSheet } from "../../reports/students/students-sheet.ts";
import type { StudentRow } from "../../reports/students/students-table.ts";
import type { ConsoleCase } from "./console-case.ts";
import { editionStudents, type EditionStudents } from "./edition-students.ts";
import { noteLook } from "./note-look.ts";
import { noteShown } from "./note-shown.ts";
import { listSchools } from "./seen-students.ts";

/** Students on one page of a list. */
const PAGE_STUDENTS = 200;

/**
 * Answers `/console/students` and its files: the students of a number, one row per student, in the order
 * that is asked for. A filter about plans is a look at plans: who sees records alone is refused
 * it, since being on the list would say what the plan says.
 */
export async function studentListAnswer(
  of: ConsoleCase,
  request: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const asked = await listAsked(of, request);
  if ("status" in asked) return asked;
  const { filter, sort, schools, students, listed, counts } = asked;
  const { path, after } = request;
  const format = path.endsWith(".csv") ? "csv" : path.endsWith(".xlsx") ? "xlsx" : null;
  const from = format === null ? placeAfter(after, students.edition, listed.length) : 0;
  if (from === null) return words(400, "a page goes on from where one of the same list ended");
  const until = format === null ? from + PAGE_STUDENTS : listed.length;
  const shown = listed.slice(from, until);
  await noteShown(of, whatOf(path), asked.meant, shown);
  const { requirements, asOf } = students;
  const { keys, counselorName } = of;
  const rows = shown.map((student) =>
    listedStudent(student, { filter, requirements, asOf, keys, counselorName }),
  );
  if (format !== null) return sheet(studentsSheet(rows), format, "students");
  return json({
    ...{ asked: filter, sort, ...counts, students: rows },
    askedInWords: filterInWords(filter, requirements, { schools, counselorName }),
    named: listed.length,
    choices: choicesOf(of, asked),
    next: until < listed.length ? `${students.edition}:${until}` : null,
    because: reasonsOf(listed),
  } satisfies StudentList);
}

/**
 * By edition and reader, the values that the filters can take at the schools that were asked for.
 */
const CHOICES = new WeakMap<EditionStudents, Map<string, StudentChoices>>();

/**
 * The values that the filters can take. They are the same for every filter, and finding them takes
 * a look at each student.
 */
function choicesOf(
  of: ConsoleCase,
  { students, schools, meant }: Pick<AskedList, "students" | "schools" | "meant">,
): StudentChoices {
  const ofEdition = CHOICES.get(students) ?? new Map<string, StudentChoices>();
  CHOICES.set(students, ofEdition);
  // The key holds the roles, since they may have changed.
  const key = JSON.stringify([of.reader, of.exact.schools, meant.map(({ id }) => id)]);
  const kept = ofEdition.get(key);
  if (kept !== undefined) return kept;
  const rows = meant.flatMap(({ id }) => students.bySchool.get(id) ?? []);
  const choices = studentChoices(of, schools, rows, students.requirements);
  if (ofEdition.size >= MOST_CHOICES) ofEdition.clear();
  ofEdition.set(key, choices);
  return choices;
}

const MOST_CHOICES = 500;

/** A list that was asked for and may be shown. */
interface AskedList {
  readonly filter: StudentFilter;
  readonly sort: StudentSort;
  /** Every school that the reader may ask for, and those of them that are asked for. */
  readonly schools: ConsoleCase["schools"];
  readonly meant: ConsoleCase["schools"];
  readonly students: EditionStudents;
  /** Those whom the list may name, in order. */
  readonly listed: readonly SeenStudent[];
  readonly counts: Pick<StudentList, "counted" | "enrolled" | "left">;
}

/** The list that is asked for, or a sentence that says why it is not shown. */
async function listAsked(
  of: ConsoleCase,
  { path, query, search }: ConsoleRequest,
): Promise<AskedList | ConsoleAnswer> {
  const plans = permit(of.reader, "see-student", DISTRICT, of.schools);
  const refuse = async (status: 403 | 404, because: string): Promise<ConsoleAnswer> => {
    const refused = { isAllowed: false, because, role: null };
    const look = { what: whatOf(path), permit: refused, schools: null };
    await noteLook(of, { kind: "see-student", ...look });
    return words(status, because);
  };
  const students = await editionStudents(of);
  if (students === null) return words(404, "no edition is written yet");
  const named = await listSchools(of);
  if (named.length === 0) return refuse(403, plans.because);
  const schools = of.schools.filter(
    ({ id }) => of.exact.schools.includes(id) || named.some((school) => school.id === id),
  );
  const filter = filterOf(query, schools);
  if (typeof filter === "string") return words(400, filter);
  if (tellsOfPlans(filter) && !seesPlans(of.reader)) return refuse(403, plans.because);
  const meant = schools.filter(({ id }) => filter.school === null || id === filter.school);
  if (meant.length === 0) return refuse(404, noSchool(query.get("school") ?? "", schools));
  // An empty list would say that there are no such students.
  if (!meant.some(({ id }) => students.bySchool.has(id))) {
    return words(404, "the current staff edition does not have this school yet");
  }
  const fault = faultOf(filter, students.requirements);
  if (fault !== null) return words(400, fault);
  const sort = STUDENT_SORTS.find((name) => name === (query.get("sort") ?? "urgency"));
  if (sort === undefined) {
    return words(400, `a list is sorted by one of: ${STUDENT_SORTS.join(", ")}`);
  }
  const matches = studentsOf(of, filter, { students, meant, search });
  return {
    filter,
    sort,
    schools,
    meant,
    students,
    ...matches,
    listed: inOrder(matches.listed, sort),
  };
}

/**
 * Filters that no figure of a page has: a figure is about a requirement, at a school, in a grade.
 */
const NARROW_PARTS = [
  ...(["problem", "counselor", "caseload", "due", "from", "until"] as const),
  ...(["plan", "held", "flag"] as const),
];

/** The students whom a filter asks for and the reader may name, and how many it counts. */
function studentsOf(
  of: ConsoleCase,
  filter: StudentFilter,
  {
    students,
    meant,
    search,
  }: Pick<AskedList, "students" | "meant"> & Pick<ConsoleRequest, "search">,
): Pick<AskedList, "listed" | "counts"> {
  const ids = students.requirements.map(({ id }) => id);
  const asked = meant
    .flatMap(({ id }) => students.bySchool.get(id) ?? [])
    .filter((row) => isAsked(row, filter, ids));
  const isOfPlans = tellsOfPlans(filter);
  const seen = seenStudents(of, asked);
  const listed = seen.filter((student) => student.seesPlans || !isOfPlans);
  if (search !== null && search.trim() !== "") {
    const isMeant = isMeantBy(search);
    const matching = listed.filter(({ row }) => isMeant(row));
    // A search finds only students whom the reader may see by name.
    return { listed: matching, counts: countsOf(matching.map(({ row }) => row)) };
  }
  // Where a filter is narrow, a student is not counted whose name the reader sees but whose plans she
  // may not see: the count would reveal what the plan says.
  const isNarrow = NARROW_PARTS.some((part) => filter[part] !== null);
  const named = new Set(listed.map(({ row }) => row));
  const seenRows = new Set(seen.map(({ row }) => row));
  const others = asked.filter(
    (row) =>
      !named.has(row) && of.exact.schools.includes(row.school) && !(seenRows.has(row) && isNarrow),
  );
  return { listed, counts: countsOf([...named, ...others]) };
}

function countsOf(rows: readonly StudentRow[]): AskedList["counts"] {
  const enrolled = rows.filter(({ isEnrolled }) => isEnrolled).length;
  return { counted: rows.length, enrolled, left: rows.length - enrolled };
}

const whatOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

function placeAfter(after: string | null, edition: string, students: number): number | null {
  if (after === null) return 0;
  const [of, place = ""] = after.split(":");
  const from = Number(place);
  return of === edition && /^\d+$/.test(place) && from < students ? from : null;
}
