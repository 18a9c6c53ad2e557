import type { Day } from "../domain/calendar/day.ts";
import type { StudentId } from "../domain/ids.ts";
import { schoolYear, type SchoolYear } from "../domain/calendar/school-year.ts";
import type { PlanStatus, PlanType } from "../domain/plans/plan.ts";
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
  readonly type: PlanType;
  readonly status: PlanStatus;
  readonly counselor: string;
}

interface StudentOfYear extends StudentToCompare<GoalRow> {
  readonly names: OwnNames;
  readonly goals: GoalRow[];
}

/**
 * The goals of a district: all, and by school year each student's of the plans whose goals are
 * compared. Those of plans for special services and of drafts are not.
 */
export function goalsToCompare(district: District): {
  readonly all: readonly GoalRow[];
  readonly compared: ReadonlyMap<SchoolYear, readonly StudentToCompare<GoalRow>[]>;
} {
  const all = goalRows(district);
  const years = new Map<SchoolYear, Map<string, StudentOfYear>>();
  for (const goal of all) {
    if (OF_SERVICES.has(goal.type) || goal.status === "draft") continue;
    const students = years.get(goal.year) ?? new Map<string, StudentOfYear>();
    years.set(goal.year, students);
    const student = students.get(goal.student) ?? newStudent(district, goal.student);
    students.set(goal.student, student);
    student.goals.push(goal);
  }
  return {
    all,
    compared: new Map([...years].map(([year, students]) => [year, [...students.values()]])),
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
  const rows: GoalRow[] = [];
  for (let row = 0; row < goals.length; row++) {
    const of = planOf.get(textAt(plan, row));
    if (of === undefined) continue;
    rows.push({
      ...of,
      ...{ row, text: textAt(description, row) },
      ...{ setOn: dayAt(setOn, row), dueOn: dayAt(dueOn, row) },
    });
  }
  return rows;
}

function plansByName(plans: Columns): ReadonlyMap<string, PlanOfGoal> {
  const [plan, student, year, type, status, counselor] = [
    ...(["plan", "student", "schoolYear", "planType", "status", "counselor"] as const).map(
      (field) => fieldOf(plans, field),
    ),
  ] as [Column, Column, Column, Column, Column, Column];
  const byName = new Map<string, PlanOfGoal>();
  for (let row = 0; row < plans.length; row++) {
    byName.set(textAt(plan, row), {
      // The readers have held each to what it may be.
      student: textAt(student, row) as StudentId,
      type: textAt(type, row) as PlanType,
      status: textAt(status, row) as PlanStatus,
      ...{ year: schoolYear(Number(textAt(year, row))), counselor: textAt(counselor, row) },
    });
  }
  return byName;
}

function newStudent({ students }: District, student: StudentId): StudentOfYear {
  const row = students.rowOf.get(student);
  // The plan of a student who is not on the roster was rejected.
  if (row === undefined) return { names: ownNames([]), goals: [] };
  const names = ["givenName", "familyName"].map((name) =>
    textAt(fieldOf(students.columns, name), row),
  );
  return { names: ownNames(names), goals: [] };
}

const textAt = ({ codes, values }: Column, row: number): string =>
  String(values[codes[row] ?? 0] ?? "");

/** The reader has held it to be a day. */
const dayAt = (column: Column, row: number): Day | null => {
  const text = textAt(column, row);
  return text === "" ? null : (text as Day);
};
