import { describe, expect, it } from "vitest";
import { day, type Day } from "../../../functions/domain/calendar/day.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import { planId } from "../../../functions/domain/ids.ts";
import type { Plan, PlanDocument } from "../../../functions/domain/plans/plan.ts";
import { NO_MORE_RECORDS } from "../../../functions/mandates/clock/clock-case.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { goalsOfYear } from "../../../functions/metrics/plans/goals-of-year.ts";
import { documentOf, plan } from "../../mandates/clock-case.ts";
import { goal } from "../assessed-student.ts";

/** The plan of a school year, opened on its September 10, with one goal. */
const ofYear = (year: number, given: Partial<Plan> = {}): PlanDocument => {
  const id = planId(`P${year}`);
  const openedOn = day(`${year - 1}-09-10`);
  return {
    ...documentOf([], [plan({ plan: id, schoolYear: schoolYear(year), openedOn, ...given })]),
    schoolYear: schoolYear(year),
    goals: [goal("career", { goal: `G${year}`, plan: id, setOn: openedOn })],
  };
};
const goalsOn = (
  on: Day,
  document: PlanDocument | null,
  earlier: PlanDocument,
): readonly string[] =>
  goalsOfYear(
    effectivePractice,
    { document, more: { ...NO_MORE_RECORDS, earlier: [earlier] } },
    on,
  ).map(({ goal: id }) => id);

const NOVEMBER = day("2021-11-26");
const lastYears = ofYear(2021);

describe("goalsOfYear", () => {
  it("are those of this year's plan, and not those of a plan of last year", () => {
    expect(goalsOn(NOVEMBER, ofYear(2022), lastYears)).toEqual(["G2022"]);
  });

  it.each([
    ["2021-11-25", []],
    ["2021-11-26", []],
    ["2021-11-27", ["G2021"]],
  ])("are those of last year's plan if that is carried on: closed on %s", (closedOn, goals) => {
    const closed = ofYear(2021, { status: "closed", closedOn: day(closedOn) });
    expect(goalsOn(NOVEMBER, null, closed)).toEqual(goals);
  });

  it.each([
    ["2021-11-25", ["G2022"]],
    ["2021-11-26", ["G2022"]],
    ["2021-11-27", ["G2021"]],
  ])("are those of last year's plan until this year's opens: opened on %s", (openedOn, goals) => {
    const own = ofYear(2022, { openedOn: day(openedOn) });
    expect(goalsOn(NOVEMBER, own, lastYears)).toEqual(goals);
  });

  it("are not those of drafts", () => {
    expect(
      goalsOn(NOVEMBER, ofYear(2022, { status: "draft" }), ofYear(2021, { status: "draft" })),
    ).toEqual([]);
  });
});
