import { ofSchool, permit } from "../../access/permit.ts";
import { daysBetween, type Day } from "../../domain/day.ts";
import { grouped } from "../../domain/grouped.ts";
import { urgency } from "../../exports/by-urgency.ts";
import {
  caseloadOf,
  isAsked,
  problemsOf,
  tellsOfPlans,
  type StudentFilter,
} from "../../exports/student-filter.ts";
import { studentsCsv } from "../../exports/students-csv.ts";
import { requirementColumns, type StudentRow } from "../../exports/students-table.ts";
import type { WorklistNeed } from "../../exports/worklist-entries.ts";
import { needName, type Need } from "../../metrics/needs.ts";
import { RECORD_PROBLEM_DEFINITIONS, type RecordProblem } from "../../metrics/record-problem.ts";
import type { RequirementSummary } from "../../releases/mandate-summary.ts";
import { statusName } from "./status-name.ts";
import { studentChoices } from "./student-choices.ts";
import type { ConsoleAnswer, ConsoleRequest, ListedStudent, StudentList } from "./answers.ts";
import type { ConsoleCase } from "./console-case.ts";
import { noteLook } from "./note-look.ts";
import { file, json, words } from "./plain-answers.ts";
import { faultOf, filterInWords, filterOf, noSchool } from "./filter-asked.ts";
import { listSchools, seenAs, studentsAt } from "./seen-students.ts";

/** Students on one page of a list. */
const PAGE_STUDENTS = 100;

/** Answers `/console/students` and `/console/students.csv`: the students of a number, one row per student, most urgent first. */
export async function studentListAnswer(
  of: ConsoleCase,
  { path, query, after }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const { exact, latest } = of;
  if (latest === null) return words(404, "no edition is written yet");
  const named = await listSchools(of);
  const seen = of.schools.filter(
    ({ id }) => exact.schools.includes(id) || named.some((school) => school.id === id),
  );
  if (named.length === 0) return refusedList(of, path);
  const asked = filterOf(query, seen);
  if (typeof asked === "string") return words(400, asked);
  const filter = asked;
  const meant = seen.filter(({ id }) => filter.school === null || id === filter.school);
  if (meant.length === 0) return words(404, noSchool(query.get("school") ?? "", seen));
  const found = await studentsAt(of, meant);
  // An empty list would say that there is nobody.
  if (found.length === 0)
    return words(404, "the staff edition in force does not have this school yet");
  const requirements = found[0]?.requirements ?? [];
  const fault = faultOf(filter, requirements);
  if (fault !== null) return words(400, fault);

  const ids = requirements.map(({ id }) => id);
  const isOfPlans = tellsOfPlans(filter);
  const all = found.flatMap(({ rows }) => rows).filter((row) => isAsked(row, filter, ids));
  const listed = all.flatMap((row) => {
    const as = seenAs(of, row);
    return as === null || (isOfPlans && !as.seesPlans) ? [] : [{ row, as }];
  });
  const shown = new Set(listed.map(({ row }) => row));
  const counted = all.filter((row) => shown.has(row) || exact.schools.includes(row.school)).length;
  const asOf = latest.asOf;
  const students = listed
    .map(({ row, as }) => ({
      key: urgencyOf(row, as.seesPlans),
      student: listedStudent(row, as.seesPlans, filter, requirements, asOf),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ student }) => student);

  const reasons = [...grouped(listed, ({ as }) => as.permit.because).keys()];
  const schools = meant.map(({ id }) => id);
  for (const [, alike] of grouped(
    listed,
    ({ as }) => `${as.permit.role ?? ""} ${String(as.seesPlans)}`,
  )) {
    const [first] = alike;
    if (first === undefined) continue;
    await noteLook(of, {
      kind: first.as.seesPlans ? "see-student" : "see-records",
      what: path.slice(path.lastIndexOf("/") + 1),
      permit: first.as.permit,
      schools,
      students: alike.length,
    });
  }
  if (listed.length === 0) await noteNobody(of, path, schools);
  if (path.endsWith(".csv")) {
    return file("text/csv; charset=utf-8", studentsCsv(students), "students.csv");
  }
  const from = placeAfter(after, latest.edition, students.length);
  if (from === null) return words(400, "a page goes on from where one of the same list ended");
  const until = from + PAGE_STUDENTS;
  return json({
    asked: filter,
    askedInWords: filterInWords(filter, requirements, seen),
    counted,
    named: students.length,
    students: students.slice(from, until),
    choices: studentChoices(of, seen, found),
    next: until < students.length ? `${latest.edition}:${until}` : null,
    because: reasons.join(" "),
  } satisfies StudentList);
}

/** A reader who may see nobody by name. */
async function refusedList(of: ConsoleCase, path: string): Promise<ConsoleAnswer> {
  const school = of.exact.schools[0] ?? "";
  const refused = permit(of.reader, "see-student", ofSchool(school), of.schools);
  await noteLook(of, {
    kind: "see-student",
    what: path.slice(path.lastIndexOf("/") + 1),
    permit: { ...refused, because: withoutPlace(refused.because) },
    schools: null,
    students: 0,
  });
  return words(403, withoutPlace(refused.because));
}

/** The refusal is of every school alike. */
const withoutPlace = (because: string): string =>
  because.replace(/names and plans of .*\.$/, "names of students.");

/** A list on which nobody is named is a look too. */
const noteNobody = (of: ConsoleCase, path: string, schools: readonly string[]): Promise<void> =>
  noteLook(of, {
    kind: "see-figures",
    what: path.slice(path.lastIndexOf("/") + 1),
    permit: permit(of.reader, "see-figures", ofSchool(schools[0] ?? ""), of.schools),
    schools,
    students: 0,
  });

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

/** Most urgent first, then by name. Who sees no plans is told nothing by the order. */
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
