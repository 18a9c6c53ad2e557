import { addDays, day, type Day } from "../../functions/domain/calendar/day.ts";
import type { Grade } from "../../functions/domain/people/grade.ts";
import { planId, schoolId, studentId } from "../../functions/domain/ids.ts";
import type { Plan, PlanDocument, PlanReview } from "../../functions/domain/plans/plan.ts";
import type { SchoolCalendar } from "../../functions/domain/calendar/school-calendar.ts";
import { schoolYear } from "../../functions/domain/calendar/school-year.ts";
import type { ClockCase, MoreRecords } from "../../functions/mandates/clock/clock-case.ts";

/**
 * 100 instructional days, Monday to Friday, from Monday 2021-09-06: the 25th is 2021-10-08, the
 * 33rd 2021-10-20, the 50th 2021-11-12, the 70th 2021-12-10, the 90th 2022-01-07, the last
 * 2022-01-21. Without holidays, so that days can be counted by hand.
 */
export const calendar: SchoolCalendar = {
  school: schoolId("A"),
  instructionalDays: Array.from({ length: 100 }, (_, index) =>
    addDays(day("2021-09-06"), Math.floor(index / 5) * 7 + (index % 5)),
  ),
};

/** The same with a last day on 2022-05-02, as it is sent to the end of a school year: its shares end on the same days. */
export const wholeCalendar: SchoolCalendar = {
  ...calendar,
  instructionalDays: [...calendar.instructionalDays, day("2022-05-02")],
};

export const FIRST_DAY = day("2021-09-06");

export const plan = (given: Partial<Plan> = {}): Plan => ({
  plan: planId("P1"),
  student: studentId("0042"),
  planType: "ILP",
  schoolYear: schoolYear(2022),
  status: "active",
  openedOn: day("2021-09-06"),
  closedOn: null,
  counselor: "",
  ...given,
});

/** A review held on a day, of the plan P1. */
export const held = (on: string, given: Partial<PlanReview> = {}): PlanReview => ({
  review: `held ${on}`,
  plan: planId("P1"),
  state: "held",
  scheduledOn: null,
  heldOn: day(on),
  participants: ["student"],
  focusAreas: [],
  ...given,
});

export const documentOf = (
  reviews: readonly PlanReview[],
  plans: readonly Plan[] = [plan()],
): PlanDocument => ({
  student: studentId("0042"),
  schoolYear: schoolYear(2022),
  plans,
  goals: [],
  actionSteps: [],
  reviews,
});

export const clockCase = (given: {
  readonly grade?: Grade | null;
  readonly document?: PlanDocument | null;
  readonly calendar?: SchoolCalendar;
  readonly enteredOn?: Day;
  readonly away?: NonNullable<ClockCase["away"]>;
  readonly more?: MoreRecords;
}): ClockCase => ({
  grade: "07",
  document: documentOf([]),
  calendar,
  enteredOn: FIRST_DAY,
  ...given,
});
