import type { Day } from "../domain/calendar/day.ts";
import type { StudentId } from "../domain/ids.ts";
import { schoolYear, type SchoolYear } from "../domain/calendar/school-year.ts";
import type { Plan, PlanStatus, PlanType } from "../domain/plans/plan.ts";
import { fieldOf, type Column, type Columns } from "../domain/records/columns.ts";
import type { GoalToCompare, StudentToCompare } from "../goals/copies/compared-goals.ts";
import { ownNames, type OwnNames } from "../goals/words/own-name.ts";
import type { District } from "./assemble-district.ts";

/** Plans for services to few students, whose goals a form or a law words. */
const OF_SERVICES: ReadonlySet<PlanType> = new Set(["EL-ILP", "ILPA", "504", "IEP"]);

/** A goal by its row, with what its plan says. */
export interface GoalRow extends GoalToCompare, PlanOfGoal {
  readonly row: number;
  readonly dueOn: Day | null;
}

interface PlanOfGoal {
  readonly student: StudentId;
  readonly year: SchoolYear;
  readonly planType: PlanType;
  readonly status: PlanStatus;
  readonly counselor: string;
}

/** A student with the goals of one school year that are compared. */
export interface StudentOfYear extends StudentToCompare<GoalRow> {
  readonly student: StudentId;
}

interface StudentToFill extends StudentOfYear {
  readonly names: OwnNames;
  readonly goals: GoalRow[];
}

/** Whether the goals of a plan are compared: of all plans but drafts and those for special services. */
export const isComparedPlan = ({ planType, status }: Pick<Plan, "planType" | "status">): boolean =>
  !OF_SERVICES.has(planType) && status !== "draft";

/**
 * The goals of a district: all, and by school year, from the earliest, each student's of the plans
 * whose goals are compared.
 */
export function goalsToCompare(district: District): {
  readonly all: readonly GoalRow[];
  readonly compared: ReadonlyMap<SchoolYear, readonly StudentOfYear[]>;
} {
  const all = goalRows(district);
  const years = new Map<SchoolYear, Map<string, StudentToFill>>();
  for (const goal of all) {
    if (!isComparedPlan(goal)) continue;
    const students = years.get(goal.year) ?? new Map<string, StudentToFill>();
    years.set(goal.year, students);
    const student = students.get(goal.student) ?? newStudent(district, goal.student);
    students.set(goal.student, student);
    student.goals.push(goal);
  }
  return {
    all,
    compared: new Map(
      [...years]
        .sort(([a], [b]) => a - b)
        .map(([year, students]) => [year, [...students.values()]]),
    ),
  };
}

function goalRows({ records }: District): readonly GoalRow[] {
  const goals = records.goal.columns;
  const planOf = plansByName(records.plan.columns);
  const [plan, description, setOn, dueOn] = [
    ...(["plan", "description", "setOn", "targetOn"] as const).map((field) =>
      fieldOf(goals, field),
    ),
  ] as [Column, Column, Column, Column];
  const planOfCode = plan.values.map((name) => planOf.get(String(name ?? "")));
  const rows: GoalRow[] = [];
  for (let row = 0; row < goals.length; row++) {
    const of = planOfCode[plan.codes[row] ?? 0];
    if (of === undefined) continue;
    const { student, year, planType, status, counselor } = of;
    const text = textAt(description, row);
    const days = { setOn: dayAt(setOn, row), dueOn: dayAt(dueOn, row) };
    rows.push({ row, text, student, year, planType, status, counselor, ...days });
  }
  return rows;
}

function plansByName(plans: Columns): ReadonlyMap<string, PlanOfGoal> {
  const [plan, student, year, planType, status, counselor] = [
    ...(["plan", "student", "schoolYear", "planType", "status", "counselor"] as const).map(
      (field) => fieldOf(plans, field),
    ),
  ] as [Column, Column, Column, Column, Column, Column];
  const byName = new Map<string, PlanOfGoal>();
  for (let row = 0; row < plans.length; row++) {
    byName.set(textAt(plan, row), {
      // The readers have held each to what it may be.
      student: textAt(student, row) as StudentId,
      planType: textAt(planType, row) as PlanType,
      status: textAt(status, row) as PlanStatus,
      ...{ year: schoolYear(Number(textAt(year, row))), counselor: textAt(counselor, row) },
    });
  }
  return byName;
}

function newStudent({ students }: District, student: StudentId): StudentToFill {
  const row = students.rowOf.get(student);
  // The plan of a student who is not on the roster was rejected.
  if (row === undefined) return { student, names: ownNames([]), goals: [] };
  const names = ["givenName", "familyName"].map((name) =>
    textAt(fieldOf(students.columns, name), row),
  );
  return { student, names: ownNames(names), goals: [] };
}

const textAt = ({ codes, values }: Column, row: number): string =>
  String(values[codes[row] ?? 0] ?? "");

/** The reader has held it to be a day. */
const dayAt = (column: Column, row: number): Day | null => {
  const text = textAt(column, row);
  return text === "" ? null : (text as Day);
};
