import { isDay } from "../../domain/calendar/day.ts";
import type { Grade } from "../../domain/people/grade.ts";
import { planId, schoolId, studentId, type PlanId, type SchoolId } from "../../domain/ids.ts";
import {
  FOCUS_AREAS,
  GOAL_DOMAINS,
  GOAL_STATUSES,
  MEETINGS,
  PARTICIPANTS,
  PLAN_STATUSES,
  PLAN_TYPES,
  REVIEW_STATES,
  UNLISTED,
  isHeldInDoubt,
  type ActionStep,
  type Goal,
  type Plan,
  type PlanReview,
} from "../../domain/plans/plan.ts";
import {
  firstDayOf,
  lastDayOf,
  schoolYear,
  schoolYearOf,
  type SchoolYear,
} from "../../domain/calendar/school-year.ts";
import type { Fields } from "../values/fields.ts";
import { planYearFault } from "./plan-year.ts";
import { readGrade, readDates } from "../roster/roster-rows.ts";

/** A plan with what its platform believes of the student: compared with the SIS, never counted by. */
export interface PlanAsSent extends Plan {
  readonly school: SchoolId | null;
  readonly grade: Grade | null;
}

export const plan = (fields: Fields): PlanAsSent => {
  const { enteredOn, withdrewOn } = readDates(fields, "openedOn", "closedOn");
  const status = fields.oneOf("status", PLAN_STATUSES) ?? "draft";
  // It is closed all the same, since a day that nobody can say.
  if (status === "closed" && withdrewOn === null) missDay(fields, "closedOn");
  const school = fields.id("school");
  const planType = fields.oneOf("planType", PLAN_TYPES) ?? "other";
  const schoolYear = readSchoolYear(fields);
  const fault = planYearFault("plan", { openedOn: enteredOn }, { planType, schoolYear });
  if (fault !== null) fields.fail(...fault);
  return {
    plan: readPlanId(fields),
    student: studentId(fields.id("student")),
    planType,
    schoolYear,
    status,
    openedOn: enteredOn,
    closedOn: withdrewOn,
    counselor: fields.text("counselor"),
    school: school === "" ? null : schoolId(school),
    grade: readGrade(fields, "grade"),
  };
};

export const goal = (fields: Fields): Goal => ({
  goal: fields.id("goal"),
  plan: readPlanId(fields),
  domain: fields.oneOf("domain", GOAL_DOMAINS),
  description: fields.text("description"),
  measurement: fields.text("measurement"),
  setOn: fields.day("setOn"),
  targetOn: fields.day("targetOn"),
  status: fields.oneOf("status", GOAL_STATUSES) ?? "not-started",
  statusOn: fields.day("statusOn"),
});

export const actionStep = (fields: Fields): ActionStep => ({
  actionStep: fields.id("actionStep"),
  goal: fields.id("goal"),
  description: fields.text("description"),
  owner: fields.text("owner"),
  focusArea: fields.oneOf("focusArea", FOCUS_AREAS) ?? "",
  dueOn: fields.day("dueOn"),
  completedOn: fields.day("completedOn"),
});

export const review = (fields: Fields): PlanReview => {
  const state = fields.oneOf("state", REVIEW_STATES) ?? "scheduled";
  const heldOn = fields.day("heldOn");
  // It was held all the same, on a day that nobody can say.
  if (state === "held" && heldOn === null) missDay(fields, "heldOn");
  // Whether it was held cannot be said until one of the two is corrected.
  if (isHeldInDoubt({ state, heldOn })) {
    fields.setAsideAt(fields.nameOf("state"), "contradicts-its-date");
  }
  const meeting = fields.oneOf("meeting", MEETINGS);
  return {
    review: fields.id("review"),
    plan: readPlanId(fields),
    state,
    scheduledOn: fields.day("scheduledOn"),
    heldOn,
    participants: listedOrNot(fields, "participants", PARTICIPANTS),
    focusAreas: listedOrNot(fields, "focusAreas", FOCUS_AREAS),
    ...(meeting !== null && { meeting }),
  };
};

/** Notes a day that is not there and not wrong as it is written either. */
export function missDay(fields: Fields, field: string): void {
  const column = fields.nameOf(field);
  if (!fields.setAside().some((fault) => fault.column === column)) {
    fields.setAsideAt(column, "missing-value");
  }
}

/** The listed items of a list, and a sign for those that are not listed and so set aside. */
function listedOrNot<T extends string>(
  fields: Fields,
  field: string,
  values: readonly T[],
): readonly (T | typeof UNLISTED)[] {
  const before = fields.setAside().length;
  const listed = fields.listOf(field, values);
  return fields.setAside().length === before ? listed : [...listed, UNLISTED];
}

/** The platform's own identifier of the plan; where it has none, whose plan it is, of what sort and year. */
function readPlanId(fields: Fields): PlanId {
  if (fields.has("plan")) {
    const plan = fields.id("plan");
    if (plan === "") fields.fail("plan", "missing-value");
    return planId(plan);
  }
  const planType = fields.oneOf("planType", PLAN_TYPES) ?? "other";
  return planId(`${fields.id("student")} ${planType} ${readSchoolYear(fields)}`);
}

const EARLIEST = schoolYear(1990);
/** A plan for a year to come is drawn up at most so many years before: twelve grades and two more. */
const YEARS_AHEAD = 14;
/** Where nobody noted when the file came. */
const LATEST = schoolYear(2100);

/** `2021-22`, `SY 2021-2022`, `21-22`: the two years, whatever separates them. */
const TWO_YEARS = /^(?:sy|school year|ay)?\s*(\d{4}|\d{2})\s*[-–—/_]\s*(\d{4}|\d{2})$/i;

/**
 * A school year is named by the calendar year in which it ends: `2022`, `2021-22` or `2021-2022`;
 * any day of it will do too.
 */
export function readSchoolYear(fields: Fields): SchoolYear {
  const value = fields.text("schoolYear");
  const [, first, second] = TWO_YEARS.exec(value) ?? [];
  const year =
    first !== undefined && Number(second) % 100 === (Number(first) + 1) % 100
      ? Number(first.padStart(4, "20")) + 1
      : /^\d{4}$/.test(value)
        ? Number(value)
        : yearOfDay(fields);
  const { receivedOn } = fields;
  const latest = receivedOn === null ? LATEST : schoolYear(schoolYearOf(receivedOn) + YEARS_AHEAD);
  if (year !== null && (year < EARLIEST || year > latest)) {
    const range = { from: firstDayOf(EARLIEST), until: lastDayOf(latest) };
    fields.fail("schoolYear", "day-out-of-range", range);
  }
  return schoolYear(year ?? LATEST);
}

function yearOfDay(fields: Fields): number | null {
  const value = fields.text("schoolYear");
  if (!isDay(value) && !/\d[/.-]\d|\d{5}/.test(value)) {
    if (value !== "") fields.fail("schoolYear", "not-a-number");
    return null;
  }
  const on = fields.day("schoolYear");
  return on === null ? null : schoolYearOf(on);
}
