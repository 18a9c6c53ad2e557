import type { StudentId } from "../domain/ids.ts";
import type { GoalText, PlanType } from "../domain/plans/plan.ts";
import { fieldOf, type Column, type Columns } from "../domain/records/columns.ts";
import { columnBuilder } from "../domain/records/columns-builder.ts";
import {
  compareGoals,
  type GoalToCompare,
  type StudentToCompare,
} from "../goals/copies/compared-goals.ts";
import { ownNames, type OwnNames } from "../goals/words/own-name.ts";
import { readTemplate, type Template } from "../goals/words/template.ts";
import type { District } from "./assemble-district.ts";

/** Plans for services to few students, whose goals a form or a law words. */
const OF_SERVICES: ReadonlySet<PlanType> = new Set(["EL-ILP", "ILPA", "504", "IEP", "other"]);

type TextField = keyof GoalText;
const TEXT_FIELDS: readonly TextField[] = ["textKind", "sharedText", "sharedSince"];

interface GoalRow extends GoalToCompare {
  readonly row: number;
}

interface StudentOfYear extends StudentToCompare<GoalRow> {
  readonly names: OwnNames;
  readonly goals: GoalRow[];
}

/**
 * The goals of a district with what comparing their texts says of each. Goals of one school year are
 * compared with one another; those of plans for special services with none.
 */
export function goalsWithTexts(district: District): Columns {
  const { columns } = district.records.goal;
  const builders = new Map(TEXT_FIELDS.map((field) => [field, columnBuilder()]));
  const template = templateOf(district);
  for (const students of studentsByYear(district).values()) {
    for (const [{ row }, { kind, shared }] of compareGoals(students, template)) {
      builders.get("textKind")?.set(row, kind);
      builders.get("sharedText")?.set(row, shared?.text ?? null);
      builders.get("sharedSince")?.set(row, shared?.since ?? null);
    }
  }
  const texts = [...builders].map(
    ([field, builder]) => [field, builder.end(columns.length)] as const,
  );
  return { length: columns.length, fields: new Map([...columns.fields, ...texts]) };
}

function templateOf({ records }: District): Template {
  const wordings = records.goalWording.all;
  const textsOf = (kind: (typeof wordings)[number]["wording"]): readonly string[] =>
    wordings.filter(({ wording }) => wording === kind).map(({ text }) => text);
  return readTemplate({ starters: textsOf("beginning"), mandated: textsOf("required-goal") });
}

/** By school year each student who has a goal, with the goals of that year's plans. */
function studentsByYear(
  district: District,
): ReadonlyMap<string, readonly StudentToCompare<GoalRow>[]> {
  const goals = district.records.goal.columns;
  const plan = fieldOf(goals, "plan");
  const description = fieldOf(goals, "description");
  const setOn = fieldOf(goals, "setOn");
  const planOf = plansByName(district.records.plan.columns);
  const years = new Map<string, Map<string, StudentOfYear>>();
  for (let row = 0; row < goals.length; row++) {
    const of = planOf.get(textAt(plan, row));
    if (of === undefined || OF_SERVICES.has(of.type)) continue;
    const students = years.get(of.year) ?? new Map<string, StudentOfYear>();
    years.set(of.year, students);
    const student = students.get(of.student) ?? newStudent(district, of.student);
    students.set(of.student, student);
    const day = setOn.values[setOn.codes[row] ?? 0] ?? null;
    student.goals.push({
      ...{ row, text: textAt(description, row) },
      setOn: typeof day === "string" ? day : null,
    });
  }
  return new Map([...years].map(([year, students]) => [year, [...students.values()]]));
}

const newStudent = (district: District, student: string): StudentOfYear => ({
  names: namesOf(district, student),
  goals: [],
});

interface PlanOfGoals {
  readonly student: string;
  readonly year: string;
  readonly type: PlanType;
}

function plansByName(plans: Columns): ReadonlyMap<string, PlanOfGoals> {
  const [plan, student, year, type] = ["plan", "student", "schoolYear", "planType"].map((field) =>
    fieldOf(plans, field),
  ) as [Column, Column, Column, Column];
  const byName = new Map<string, PlanOfGoals>();
  for (let row = 0; row < plans.length; row++) {
    byName.set(textAt(plan, row), {
      student: textAt(student, row),
      year: textAt(year, row),
      // The reader has held it to the list.
      type: textAt(type, row) as PlanType,
    });
  }
  return byName;
}

function namesOf({ students }: District, student: string): OwnNames {
  // A plan of a student who is not on the roster was rejected.
  const row = students.rowOf.get(student as StudentId);
  if (row === undefined) return ownNames([]);
  return ownNames(
    ["givenName", "familyName"].map((name) => textAt(fieldOf(students.columns, name), row)),
  );
}

const textAt = ({ codes, values }: Column, row: number): string =>
  String(values[codes[row] ?? 0] ?? "");
