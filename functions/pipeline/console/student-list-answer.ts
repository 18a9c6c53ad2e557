import { ofSchool, permit } from "../../access/permit.ts";
import { daysBetween, type Day } from "../../domain/day.ts";
import { gradeName, isGrade } from "../../domain/grade.ts";
import { grouped } from "../../domain/grouped.ts";
import { REVIEW_PARTS, STANDING_PARTS } from "../../domain/parts.ts";
import { urgency } from "../../exports/by-urgency.ts";
import {
  ALL_REQUIREMENTS,
  ALL_REVIEWS,
  caseloadOf,
  isAsked,
  problemsOf,
  tellsOfPlans,
  type StudentFilter,
} from "../../exports/student-filter.ts";
import { studentsCsv } from "../../exports/students-csv.ts";
import { requirementColumns, type StudentRow } from "../../exports/students-table.ts";
import { WORKLIST_NEEDS, type WorklistNeed } from "../../exports/worklist-entries.ts";
import { needName, type Need } from "../../metrics/needs.ts";
import {
  RECORD_PROBLEM_DEFINITIONS,
  RECORD_PROBLEMS,
  type RecordProblem,
} from "../../metrics/record-problem.ts";
import type { RequirementSummary } from "../../releases/mandate-summary.ts";
import { schoolsMeant, schoolsToTry } from "../schools-meant.ts";
import { statusName } from "./status-name.ts";
import { studentChoices } from "./student-choices.ts";
import type { ConsoleAnswer, ConsoleRequest, ListedStudent, StudentList } from "./answers.ts";
import type { ConsoleCase } from "./console-case.ts";
import { noteLook } from "./note-look.ts";
import { file, json, words } from "./plain-answers.ts";
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
    askedInWords: inWords(filter, requirements, seen),
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

/** The filter that an address asks for; in words why not where a school is not there. */
function filterOf(query: URLSearchParams, schools: ConsoleCase["schools"]): StudentFilter | string {
  const askedSchool = query.get("school");
  const [school, ...others] = askedSchool === null ? [] : schoolsMeant(schools, askedSchool);
  if (others.length > 0) return "several schools have this name; take one by its id";
  const given = (name: string): string | null => {
    const value = query.get(name);
    return value === null || value === "" ? null : value;
  };
  return {
    // A school that the reader may not see is told no otherwise than one that is not there.
    school: askedSchool === null ? null : (school?.id ?? "\u0000"),
    grade: given("grade"),
    counselor: query.get("counselor"),
    caseload: given("caseload"),
    requirement: given("requirement"),
    status: given("status"),
    need: given("need"),
    problem: given("problem"),
  };
}

const noSchool = (asked: string, schools: ConsoleCase["schools"]): string =>
  `no such school among those you may see; ${schoolsToTry(schools, asked)}`;

/** Why a filter asks for nothing that there is: an empty list would say that there is nobody. */
function faultOf(
  { grade, requirement, status, need, problem }: StudentFilter,
  requirements: readonly RequirementSummary[],
): string | null {
  const known = [ALL_REQUIREMENTS, ALL_REVIEWS, ...requirements.map(({ id }) => id)];
  if (grade !== null && !isGrade(grade)) return "grade is none that CEDS codes";
  if (requirement !== null && !known.includes(requirement)) {
    return `requirement is none of the mandate's; known are: ${known.join(", ")}`;
  }
  if (status !== null && requirement === null) return "a status is of a requirement: give both";
  const statuses = [...REVIEW_PARTS, ...STANDING_PARTS].map(({ id }): string => id);
  if (status !== null && !statuses.includes(status)) {
    return `status is none that there is; known are: ${[...new Set(statuses)].join(", ")}`;
  }
  if (need !== null && !WORKLIST_NEEDS.some((one) => one === need)) {
    return `need is none of the worklist's; known are: ${WORKLIST_NEEDS.join(", ")}`;
  }
  if (problem !== null && !RECORD_PROBLEMS.some((one) => one === problem)) {
    return `problem is none that there is; known are: ${RECORD_PROBLEMS.join(", ")}`;
  }
  return null;
}

/** The filter as the heading of the list: "Second review: not held, grade 11, Grand Bend High School". */
function inWords(
  { school, grade, counselor, caseload, requirement, status, need, problem }: StudentFilter,
  requirements: readonly RequirementSummary[],
  schools: ConsoleCase["schools"],
): string {
  const rule = requirements.find(({ id }) => id === requirement);
  const name =
    requirement === ALL_REQUIREMENTS
      ? "All requirements together"
      : requirement === ALL_REVIEWS
        ? "All reviews together"
        : rule?.name;
  const part = [...REVIEW_PARTS, ...STANDING_PARTS].find(({ id }) => id === status)?.name;
  const needed =
    need === null
      ? undefined
      : need === "fix-record"
        ? "Record to fix"
        : needName(rule?.thing ?? "Review", need as Need);
  const about = [part, needed].filter((one) => one !== undefined).join(", ");
  const what = name === undefined ? about : about === "" ? name : `${name}: ${about.toLowerCase()}`;
  return [
    what === "" ? "All students" : what,
    problem === null ? "" : RECORD_PROBLEM_DEFINITIONS[problem as RecordProblem].name,
    grade === null || !isGrade(grade) ? "" : gradeName(grade).toLowerCase(),
    counselor === null ? "" : counselor === "" ? "without a counselor" : `counselor ${counselor}`,
    caseload === null ? "" : `caseload of ${caseload}`,
    schools.find(({ id }) => id === school)?.name ?? "",
  ]
    .filter((one) => one !== "")
    .join(", ");
}

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
