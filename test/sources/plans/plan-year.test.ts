import { describe, expect, it } from "vitest";
import type { PlanType } from "../../../functions/domain/plans/plan.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import { planYearFault } from "../../../functions/sources/plans/plan-year.ts";

const RANGE = { from: "2021-01-01", until: "2022-08-31" };

const fault = (
  table: "plan" | "goal" | "review",
  row: object,
  planType: PlanType = "ILP",
): string | null => {
  const fault = planYearFault(table, row, { planType, schoolYear: schoolYear(2022) });
  if (fault !== null) expect(fault.slice(1)).toEqual(["outside-its-school-year", RANGE]);
  return fault?.[0] ?? null;
};

describe("planYearFault", () => {
  it.each([
    ["2020-12-31", true],
    ["2021-01-01", false],
    ["2022-08-31", false],
    ["2022-09-01", true],
  ])("of a review of a plan of 2021-22 on %s: %s", (on, isFault) => {
    expect(fault("review", { heldOn: on, scheduledOn: null })).toBe(isFault ? "heldOn" : null);
    expect(fault("review", { heldOn: null, scheduledOn: on })).toBe(isFault ? "scheduledOn" : null);
  });

  it.each([
    ["2015-09-01", false],
    ["2022-08-31", false],
    ["2022-09-01", true],
  ])("of a goal or plan carried on from %s into 2021-22: %s", (on, isFault) => {
    expect(fault("goal", { setOn: on, targetOn: "2030-06-01" })).toBe(isFault ? "setOn" : null);
    expect(fault("plan", { openedOn: on, closedOn: "2030-06-01" })).toBe(
      isFault ? "openedOn" : null,
    );
  });

  it.each([
    ["the last day on which its plan is open", "2022-10-14", false],
    ["the day after it", "2022-10-15", true],
  ])("of a review held in a later year on %s", (_when, heldOn, isFault) => {
    const of2022 = { planType: "ILP", schoolYear: schoolYear(2022) } as const;
    const fault = planYearFault("review", { heldOn }, of2022, (on) => on < "2022-10-15");
    expect(fault?.[0] ?? null).toBe(isFault ? "heldOn" : null);
  });

  it("knows nothing of a goal without the day it was set", () => {
    expect(fault("goal", { setOn: null })).toBeNull();
  });

  it.each(["504", "IEP"] as const)("leaves a plan of the type %s alone", (planType) => {
    expect(fault("review", { heldOn: "2024-01-10", scheduledOn: null }, planType)).toBeNull();
  });
});
