import { byText } from "../domain/text/compare-text.ts";
import { grouped } from "../domain/text/grouped.ts";
import { gradeName, GRADES } from "../domain/people/grade.ts";
import { needName } from "../metrics/questions/needs.ts";
import type { RequirementSummary } from "../releases/manifest/mandate-summary.ts";
import {
  EVERY_STUDENT,
  isAsked,
  queryOf,
  tellsOfPlans,
  type StudentFilter,
} from "../reports/students/student-filter.ts";
import {
  undecidedRequirements,
  type UndecidedRequirement,
} from "../reports/students/undecided-requirements.ts";
import { requirementColumns } from "../reports/students/students-table.ts";
import type { ConsoleReader } from "./console-reader.ts";
import type { SeenStudent } from "./seen-as.ts";

/** `GET /console/today?school=`: what is to be done, counted. Every number is of the students of a list. */
export interface Today {
  /** The school that is asked for; null for every school that the reader sees students of. */
  readonly school: string | null;
  readonly placeName: string;
  readonly asOf: string;
  readonly columns: readonly TodayColumn[];
  /** All students of the place, in a row of their own. */
  readonly all: TodayRow;
  /** Students of the place who left with an open plan: the list of all students has them, the rows do not. */
  readonly left: LinkedNumber;
  /** By name; empty where a school is asked for. */
  readonly schools: readonly TodayRow[];
  /** Of the school that is asked for, in the order of grades; else empty. */
  readonly grades: readonly TodayRow[];
  /** Of the school that is asked for, by name, students without a counselor last; else empty. */
  readonly counselors: readonly TodayRow[];
  /** Requirements that no record decides for any of the students: 0 overdue does not say that they are kept. */
  readonly undecided: readonly UndecidedRequirement[];
  readonly because: string;
}

/** What students are counted by: a filter of the list of students beside the place. */
export interface TodayColumn {
  readonly id: string;
  /** Of students for whom a requirement is overdue the name of the requirement. */
  readonly name: string;
  readonly isOverdue: boolean;
}

export interface TodayRow {
  /** A school's, a grade's or a counselor's; empty for students without one. */
  readonly id: string;
  readonly name: string;
  /** One per column, in their order. */
  readonly numbers: readonly LinkedNumber[];
}

/** A number of students with the query of the list that names them. */
export interface LinkedNumber {
  /** Null where what is counted is asked of none of the students: 0 would say that it is kept. */
  readonly students: number | null;
  readonly query: string;
}

type Filter = Partial<StudentFilter>;

interface CountedColumn extends TodayColumn {
  readonly filter: StudentFilter;
  readonly tellsOfPlans: boolean;
  /** Whether what is counted is asked of a student. */
  readonly isAskedOf: (student: SeenStudent) => boolean;
}

/** Who is counted, and by what. */
export interface TodayOf extends Pick<ConsoleReader, "schools" | "counselorName"> {
  readonly seen: readonly SeenStudent[];
  readonly requirements: readonly RequirementSummary[];
  readonly asOf: string;
  readonly school: ConsoleReader["schools"][number] | null;
  readonly because: string;
}

/** Counts the students whom the reader may name. */
export function todayOf({
  seen,
  requirements,
  asOf,
  schools,
  school,
  counselorName,
  because,
}: TodayOf): Today {
  const columns = columnsOf(seen, requirements);
  const count = counting(
    columns,
    requirements.map(({ id }) => id),
  );
  const placeName = school?.name ?? "All schools";
  const place: Filter = school === null ? {} : { school: school.id };
  const schoolName = (id: string): string =>
    schools.find((candidate) => candidate.id === id)?.name ?? id;
  const left = seen.filter(({ row }) => !row.isEnrolled);
  const ofSchools = school === null ? bySchool(seen, count, schoolName) : [];
  return {
    school: school?.id ?? null,
    ...{ placeName, asOf, because },
    columns: columns.map(({ id, name, isOverdue }) => ({ id, name, isOverdue })),
    undecided: undecidedRequirements(
      seen.flatMap(({ row, seesPlans }) => (seesPlans ? [row] : [])),
      requirements,
    ),
    all:
      school === null
        ? together({ id: "", name: placeName }, ofSchools, columns)
        : count({ id: "", name: placeName }, place, seen),
    left: { students: left.length, query: queryOf({ ...place, enrolled: "no" }) },
    schools: ofSchools,
    grades: school === null ? [] : byGrade(seen, count, place),
    counselors: school === null ? [] : byCounselor(seen, count, place, counselorName),
  };
}

/** Counts students by every column, as one row. */
type Count = (
  of: Pick<TodayRow, "id" | "name">,
  place: Filter,
  students: readonly SeenStudent[],
) => TodayRow;

const counting =
  (columns: readonly CountedColumn[], requirements: readonly string[]): Count =>
  (of, place, students) => ({
    ...of,
    numbers: columns.map((column) => ({
      students: students.some(column.isAskedOf)
        ? students.filter((student) => isCounted(student, column, requirements)).length
        : null,
      query: queryOf({ ...column.filter, ...place }),
    })),
  });

/** The schools in one row: each student is at one of them. */
const together = (
  of: Pick<TodayRow, "id" | "name">,
  rows: readonly TodayRow[],
  columns: readonly CountedColumn[],
): TodayRow => ({
  ...of,
  numbers: columns.map(({ filter }, index) => {
    const counts = rows.flatMap(({ numbers }) => numbers[index]?.students ?? []);
    return {
      students: counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0),
      query: queryOf(filter),
    };
  }),
});

const bySchool = (
  seen: readonly SeenStudent[],
  count: Count,
  nameOf: (id: string) => string,
): readonly TodayRow[] =>
  [...grouped(seen, ({ row }) => row.school)]
    .map(([id, own]) => count({ id, name: nameOf(id) }, { school: id }, own))
    .toSorted(byText(({ name }) => name));

/** A list cannot ask for students without a grade: the row of the school has them. */
function byGrade(seen: readonly SeenStudent[], count: Count, place: Filter): readonly TodayRow[] {
  const students = grouped(seen, ({ row }) => row.grade);
  return GRADES.flatMap((grade) => {
    const own = students.get(grade);
    return own === undefined
      ? []
      : [count({ id: grade, name: gradeName(grade) }, { ...place, grade }, own)];
  });
}

const byCounselor = (
  seen: readonly SeenStudent[],
  count: Count,
  place: Filter,
  nameOf: (id: string) => string,
): readonly TodayRow[] =>
  [...grouped(seen, ({ row }) => row.counselor)]
    .map(([counselor, own]) => {
      const name = counselor === "" ? "No counselor" : nameOf(counselor);
      return count({ id: counselor, name }, { ...place, counselor }, own);
    })
    // Students without a counselor come last.
    .toSorted(byText(({ id, name }) => (id === "" ? "\u{10ffff}" : name)));

/** The columns that the reader may see: those that tell of plans where she sees the plan of anybody. */
function columnsOf(
  seen: readonly SeenStudent[],
  requirements: readonly RequirementSummary[],
): readonly CountedColumn[] {
  const all: readonly CountedColumn[] = [
    columnOf("enrolled", "Enrolled", { enrolled: "yes" }, everybody),
    columnOf("no-plan", "No open plan", { plan: "none" }, isUnderMandate),
    ...requirements.map(({ id, name, kind, thing }) =>
      columnOf(
        `overdue-${id}`,
        // "A plan is open" above students who have none would say the opposite.
        kind === "plan" ? needName(thing, "plan-missing") : name,
        { requirement: id, due: "overdue" },
        isHeldTo(id),
      ),
    ),
    columnOf("due-soon", "Due within 30 days", { due: "soon" }, isUnderMandate),
    columnOf("chronic", "Chronically absent", { flag: "chronic" }, ({ seesPlans }) => seesPlans),
    columnOf("to-fix", "Data to fix", { need: "fix-record" }, everybody),
  ];
  return all.filter(({ isAskedOf }) => seen.some(isAskedOf));
}

function columnOf(
  id: string,
  name: string,
  filter: Filter,
  isAskedOf: CountedColumn["isAskedOf"],
): CountedColumn {
  const whole = { ...EVERY_STUDENT, ...filter };
  return {
    ...{ id, name, isAskedOf, filter: whole },
    isOverdue: filter.due === "overdue",
    tellsOfPlans: tellsOfPlans(whole),
  };
}

const everybody = (): boolean => true;

const isUnderMandate = ({ row, seesPlans }: SeenStudent): boolean =>
  seesPlans && row.isEnrolled && row.isUnderMandate;

/** Whether a requirement applies to a student. */
const isHeldTo = (requirement: string): CountedColumn["isAskedOf"] => {
  const column = requirementColumns(requirement).status;
  return ({ row, seesPlans }) => {
    const status = row[column] ?? "";
    return seesPlans && status !== "" && status !== "not-applicable";
  };
};

const isCounted = (
  { row, seesPlans }: SeenStudent,
  column: CountedColumn,
  requirements: readonly string[],
): boolean => (seesPlans || !column.tellsOfPlans) && isAsked(row, column.filter, requirements);
