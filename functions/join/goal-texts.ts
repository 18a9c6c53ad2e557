import type { GoalText } from "../domain/plans/plan.ts";
import { fieldOf, type Column, type Columns } from "../domain/records/columns.ts";
import { columnBuilder, type ColumnBuilder } from "../domain/records/columns-builder.ts";
import { compareGoals } from "../goals/copies/compared-goals.ts";
import { isLastYearsGoal, ownTexts, type OwnTexts } from "../goals/copies/last-years-goals.ts";
import { goalTextQuality } from "../goals/quality/goal-text-quality.ts";
import { dueDateCounts, hasDefaultDueDate } from "../goals/quality/structure/default-due-dates.ts";
import { declaredTemplate, readTemplate, type Template } from "../goals/words/template.ts";
import type { District } from "./assemble-district.ts";
import { goalsToCompare, type GoalRow } from "./goals-to-compare.ts";
import { lastDaysOfSchool } from "./last-days-of-school.ts";

type Builders = { readonly [field in keyof GoalText]-?: ColumnBuilder };

/**
 * The goals of a district with what their texts say: each alone, beside the others of its school
 * year, and beside the student's own of the year before.
 */
export function goalsWithTexts(district: District): Columns {
  const { columns } = district.records.goal;
  const builders: Builders = {
    ...{ specific: columnBuilder(), measurable: columnBuilder(), timeBound: columnBuilder() },
    ...{ isDueByDefault: columnBuilder(), textKind: columnBuilder() },
    ...{ sharedText: columnBuilder(), sharedSince: columnBuilder(), isLastYears: columnBuilder() },
  };
  const byYear = goalsToCompare(district);
  addQuality(fieldOf(columns, "description"), builders);
  addDueByDefault(district, byYear.all, builders);
  addCompared(byYear.compared, templateOf(district), builders);
  const texts = Object.entries(builders).map(
    ([field, builder]) => [field, builder.end(columns.length)] as const,
  );
  return { length: columns.length, fields: new Map([...columns.fields, ...texts]) };
}

/** Goals that say the same say it as well: each text is read once. */
function addQuality({ codes, values }: Column, builders: Builders): void {
  const qualities = values.map((text) => goalTextQuality(String(text ?? "")));
  for (const [row, code] of codes.entries()) {
    const quality = qualities[code];
    builders.specific.set(row, quality?.specific);
    builders.measurable.set(row, quality?.measurable);
    builders.timeBound.set(row, quality?.timeBound);
  }
}

function addDueByDefault(district: District, goals: readonly GoalRow[], builders: Builders): void {
  const lastDayOf = lastDaysOfSchool(district);
  const due = goals.map(({ row, student, year, counselor, dueOn }) => {
    const { school, lastDay } = lastDayOf(student, year);
    // Where no counselor is named, the school's goals are held together.
    return { row, dueOn, lastDay, author: `${year} ${counselor === "" ? school : counselor}` };
  });
  const counts = dueDateCounts(due);
  const none = { due: 0, dueOnLastDay: 0 };
  for (const { row, dueOn, lastDay, author } of due) {
    const isDefault = hasDefaultDueDate(dueOn, lastDay, counts.get(author) ?? none);
    builders.isDueByDefault.set(row, isDefault);
  }
}

function addCompared(
  years: ReturnType<typeof goalsToCompare>["compared"],
  template: Template,
  builders: Builders,
): void {
  let before: { readonly year: number; readonly own: OwnTexts } | null = null;
  for (const [year, students] of years) {
    const lastYears = before?.year === year - 1 ? before.own : NO_SKELETONS;
    const compared = compareGoals(students, template);
    for (const [goal, { kind, undated, shared }] of compared) {
      const { row, student } = goal;
      builders.textKind.set(row, kind);
      builders.sharedText.set(row, shared?.text ?? null);
      builders.sharedSince.set(row, shared?.since ?? null);
      builders.isLastYears.set(row, isLastYearsGoal({ undated }, lastYears.get(student)));
    }
    before = { year, own: ownTexts(students, compared) };
  }
}

const NO_SKELETONS: OwnTexts = new Map();

const templateOf = ({ goalWordings }: District): Template =>
  readTemplate(declaredTemplate(goalWordings));
