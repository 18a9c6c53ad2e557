import { fieldOf, type Columns } from "../domain/records/columns.ts";
import { rowJson } from "../domain/records/row-json.ts";
import { schoolYear, type SchoolYear } from "../domain/calendar/school-year.ts";
import type { StudentId } from "../domain/ids.ts";
import { grouped } from "../domain/text/grouped.ts";
import type { OwnedRows } from "./owned-rows.ts";
import type { DistrictRows } from "./school-rows.ts";

/** A student's plan document of one school year, as it is stored: the JSON text of a `PlanDocument`. */
export interface PlanText {
  readonly schoolYear: SchoolYear;
  readonly text: string;
}

/**
 * Writes the plan documents of students: one per school year in which there is a plan, with its goals,
 * action steps and reviews in the order in which they came. No record becomes an object on the way, and
 * nothing is looked at before the first student is asked for.
 */
export function planTexts({
  sets,
  owned,
}: Pick<DistrictRows, "sets" | "owned">): (student: StudentId) => readonly PlanText[] {
  let written: WrittenPlans | null = null;
  return (student) => {
    const place = sets.placeOf.get(student);
    if (place === undefined) return [];
    const { plan, goal, actionStep, review } = (written ??= writtenPlans(owned));
    return plansByYear(owned("plan").columns, plan.ofOwner(place)).map(([year, plans]) => {
      const goals = ofAll(goal, plan.placesOf(plans));
      const steps = ofAll(actionStep, goal.placesOf(goals));
      const reviews = ofAll(review, plan.placesOf(plans));
      const text = `{"student":${JSON.stringify(student)},"schoolYear":${year},"plans":[${plan.json(plans)}],"goals":[${goal.json(goals)}],"actionSteps":[${actionStep.json(steps)}],"reviews":[${review.json(reviews)}]}`;
      return { schoolYear: year, text };
    });
  };
}

/** The rows of some plans by their school years, in order of first appearance. */
function plansByYear(
  columns: Columns,
  plans: Int32Array,
): readonly (readonly [SchoolYear, readonly number[]])[] {
  const { codes, values } = fieldOf(columns, "schoolYear");
  return [...grouped(plans, (row) => schoolYear(Number(values[codes[row] ?? 0])))];
}

interface WrittenPlans {
  readonly plan: WrittenRows;
  readonly goal: WrittenRows;
  readonly actionStep: WrittenRows;
  readonly review: WrittenRows;
}

const writtenPlans = (owned: DistrictRows["owned"]): WrittenPlans => ({
  plan: writtenRows(owned("plan")),
  goal: writtenRows(owned("goal")),
  actionStep: writtenRows(owned("actionStep")),
  review: writtenRows(owned("review")),
});

/** The rows of a type by their owners, and as JSON. */
interface WrittenRows {
  readonly ofOwner: (place: number) => Int32Array;
  /** The places of rows as owners of others. */
  readonly placesOf: (rows: readonly number[]) => readonly number[];
  readonly json: (rows: readonly number[]) => string;
}

function writtenRows({ columns, byOwner: { starts, rows }, inOrder }: OwnedRows): WrittenRows {
  const jsonOf = rowJson(columns);
  const places = new Int32Array(columns.length);
  for (let place = 0; place < inOrder.length; place++) places[inOrder[place] ?? 0] = place;
  return {
    ofOwner: (place) => rows.subarray(starts[place], starts[place + 1]),
    placesOf: (some) => some.map((row) => places[row] ?? 0),
    json: (some) => some.map(jsonOf).join(","),
  };
}

function ofAll({ ofOwner }: WrittenRows, places: readonly number[]): readonly number[] {
  const all: number[] = [];
  for (const place of places) for (const row of ofOwner(place)) all.push(row);
  return all;
}
