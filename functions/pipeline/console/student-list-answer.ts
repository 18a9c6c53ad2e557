import { byText } from "../../domain/text/compare-text.ts";
import { DISTRICT, ofSchool, permit, roleInWords } from "../../access/permit.ts";
import { rolesOf } from "../../access/reader.ts";
import { seesPlans } from "../../access/seen-schools.ts";
import { daysBetween, type Day } from "../../domain/calendar/day.ts";
import { grouped } from "../../domain/text/grouped.ts";
import { urgency } from "../../reports/worklist/by-urgency.ts";
import {
  caseloadOf,
  isAsked,
  problemsOf,
  tellsOfPlans,
  type StudentFilter,
} from "../../reports/students/student-filter.ts";
import { studentsCsv } from "../../reports/students/students-csv.ts";
import { requirementColumns, type StudentRow } from "../../reports/students/students-table.ts";
import type { WorklistNeed } from "../../reports/worklist/worklist-entries.ts";
import { needName, type Need } from "../../metrics/questions/needs.ts";
import {
  RECORD_PROBLEM_DEFINITIONS,
  type RecordProblem,
} from "../../metrics/cube/record-problem.ts";
import type { RequirementSummary } from "../../releases/manifest/mandate-summary.ts";
import { statusName } from "../../console/status-name.ts";
import { studentChoices } from "../../console/student-choices.ts";
import type {
  ConsoleAnswer,
  ConsoleRequest,
  ListedStudent,
  StudentList,
} from "../../console/answers.ts";
import type { ConsoleCase } from "./console-case.ts";
import { noteLook } from "./note-look.ts";
import { file, json, words } from "../../console/plain-answers.ts";
import { faultOf, filterInWords, filterOf, noSchool } from "../../console/filter-asked.ts";
import type { SchoolStudents } from "../../reports/worklist/school-worklist.ts";
import { listSchools, studentsAt } from "./seen-students.ts";
import { seenAs, type SeenAs } from "../../console/seen-as.ts";

/** Students on one page of a list. */
const PAGE_STUDENTS = 100;

/**
 * Answers `/console/students` and `/console/students.csv`: the students of a number, one row per
 * student, most urgent first. A filter about plans is a look at plans: who sees records alone
 * is refused it, since being on the list would say what the plan says.
 */
export async function studentListAnswer(
  of: ConsoleCase,
  { path, query, after }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const { exact, latest } = of;
  const what = path.slice(path.lastIndexOf("/") + 1);
  const refuse = async (status: 403 | 404, because: string): Promise<ConsoleAnswer> => {
    const refused = { isAllowed: false, because, role: null };
    await noteLook(of, { kind: "see-student", what, permit: refused, schools: null });
    return words(status, because);
  };
  if (latest === null) return words(404, "no edition is written yet");
  const plans = permit(of.reader, "see-student", DISTRICT, of.schools);
  const named = await listSchools(of);
  if (named.length === 0) return refuse(403, plans.because);
  const seen = of.schools.filter(
    ({ id }) => exact.schools.includes(id) || named.some((school) => school.id === id),
  );
  const filter = filterOf(query, seen);
  if (typeof filter === "string") return words(400, filter);
  if (tellsOfPlans(filter) && !seesPlans(of.reader)) return refuse(403, plans.because);
  const meant = seen.filter(({ id }) => filter.school === null || id === filter.school);
  if (meant.length === 0) return refuse(404, noSchool(query.get("school") ?? "", seen));
  const schools = await studentsAt(of, meant);
  // An empty list would be read as: there is nobody.
  if (schools.length === 0)
    return words(404, "the current staff edition does not have this school yet");
  const requirements = schools[0]?.requirements ?? [];
  const fault = faultOf(filter, requirements);
  if (fault !== null) return words(400, fault);

  const { listed, counted } = studentsOf(of, filter, schools);
  const isFile = path.endsWith(".csv");
  const from = isFile ? 0 : placeAfter(after, latest.edition, listed.length);
  if (from === null) return words(400, "a page goes on from where one of the same list ended");
  const until = isFile ? listed.length : from + PAGE_STUDENTS;
  const shown = listed.slice(from, until);
  await noteShown(of, what, meant, shown);
  const students = shown.map(({ row, as }) =>
    listedStudent(row, as.seesPlans, filter, requirements, latest.asOf),
  );
  if (isFile) return file("text/csv; charset=utf-8", studentsCsv(students), "students.csv");
  return json({
    asked: filter,
    askedInWords: filterInWords(filter, requirements, seen),
    counted,
    named: listed.length,
    students,
    choices: studentChoices(of, seen, schools),
    next: until < listed.length ? `${latest.edition}:${until}` : null,
    because: [...grouped(listed, ({ as }) => as.permit.because).keys()].join(" "),
  } satisfies StudentList);
}

interface Seen {
  readonly row: StudentRow;
  readonly as: SeenAs;
}

/**
 * The students whom a filter asks for and the reader may see, most urgent first, and how many it
 * counts.
 */
function studentsOf(
  of: ConsoleCase,
  filter: StudentFilter,
  schools: readonly SchoolStudents[],
): { readonly listed: readonly Seen[]; readonly counted: number } {
  const ids = schools[0]?.requirements.map(({ id }) => id) ?? [];
  const isOfPlans = tellsOfPlans(filter);
  // A count of whom the reader knows by name would say what the plan says, once it is narrow enough.
  const isNarrow = filter.problem !== null || filter.counselor !== null || filter.caseload !== null;
  const listed: Seen[] = [];
  let counted = 0;
  for (const row of schools.flatMap(({ rows }) => rows)) {
    if (!isAsked(row, filter, ids)) continue;
    const as = seenAs(of, row);
    if (as !== null && (as.seesPlans || !isOfPlans)) {
      listed.push({ row, as });
      counted++;
    } else if (of.exact.schools.includes(row.school) && !(as !== null && isNarrow)) {
      counted++;
    }
  }
  const keyed = listed.map((entry) => ({
    one: entry,
    key: urgencyOf(entry.row, entry.as.seesPlans),
  }));
  return {
    listed: keyed.sort(byText(({ key }) => key)).map(({ one: entry }) => entry),
    counted,
  };
}

/** Notes which students a list names, once per role that decides; of a list without names, that its number was seen. */
async function noteShown(
  of: ConsoleCase,
  what: string,
  meant: ConsoleCase["schools"],
  shown: readonly Seen[],
): Promise<void> {
  const schools = meant.map(({ id }) => id);
  const byRole = grouped(shown, ({ as }) => `${as.permit.role ?? ""} ${String(as.seesPlans)}`);
  for (const alike of byRole.values()) {
    const [first] = alike;
    if (first === undefined) continue;
    await noteLook(of, {
      kind: first.as.seesPlans ? "see-student" : "see-records",
      what,
      permit: first.as.permit,
      schools,
      students: alike.length,
    });
  }
  if (shown.length > 0) return;
  const permits = schools.map((id) => permit(of.reader, "see-figures", ofSchool(id), of.schools));
  const own = permits.find(({ isAllowed }) => isAllowed);
  // The list was looked at, and had no student whom the reader may see.
  const because = { isAllowed: true, because: rolesInWords(of), role: null };
  await noteLook(of, {
    ...{ kind: own === undefined ? "see-records" : "see-figures", what, schools, students: 0 },
    permit: own ?? because,
  });
}

const rolesInWords = ({ reader, schools }: ConsoleCase): string =>
  rolesOf(reader)
    .map((held) => `${roleInWords(held, schools)}.`)
    .join(" ");

function listedStudent(
  row: StudentRow,
  seesPlans: boolean,
  { requirement }: StudentFilter,
  requirements: readonly RequirementSummary[],
  asOf: Day,
): ListedStudent {
  const columns =
    requirement === null || !requirements.some(({ id }) => id === requirement)
      ? null
      : requirementColumns(requirement);
  const step = requirements.find(({ id }) => id === row.nextStep);
  return {
    student: row.student,
    familyName: row.familyName,
    givenName: row.givenName,
    grade: row.grade,
    school: row.school,
    schoolName: row.schoolName,
    counselors: caseloadOf(row),
    isEnrolled: row.isEnrolled,
    answer:
      !seesPlans || columns === null || row[columns.status] === ""
        ? null
        : {
            statusName: statusName(String(row[columns.status]), String(row[columns.need])),
            because: String(row[columns.because]),
            dueOn: row[columns.dueOn] as string | null,
          },
    nextStep:
      !seesPlans || step === undefined
        ? null
        : {
            name: step.name,
            needName: needName(step.thing, row.nextStepNeed as Need),
            dueOn: row.nextStepDueOn,
            daysLeft: row.nextStepDueOn === null ? null : daysBetween(asOf, row.nextStepDueOn),
            whoActs: row.whoActs,
          },
    lastReviewOn: seesPlans ? row.lastReviewOn : null,
    recordProblems: problemsOf(row).map(({ problem, sinceOn }) => {
      const { name, remedy } = RECORD_PROBLEM_DEFINITIONS[problem as RecordProblem];
      return { name, sinceOn, remedy };
    }),
  };
}

/** Most urgent first, then by name. The order reveals nothing to a reader who may not see plans. */
const urgencyOf = (row: StudentRow, seesPlans: boolean): string => {
  const rank =
    !seesPlans || row.nextStepNeed === ""
      ? "9"
      : urgency({
          need: row.nextStepNeed as WorklistNeed,
          dueOn: row.nextStepDueOn,
          sinceOn: null,
        });
  return [rank, row.familyName, row.givenName, row.student].join("\u0000");
};

function placeAfter(after: string | null, edition: string, students: number): number | null {
  if (after === null) return 0;
  const [of, place = ""] = after.split(":");
  const from = Number(place);
  return of === edition && /^\d+$/.test(place) && from < students ? from : null;
}
