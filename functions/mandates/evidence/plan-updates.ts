import type { Day } from "../../domain/calendar/day.ts";
import { firstDayOf, schoolYearOf, type SchoolYear } from "../../domain/calendar/school-year.ts";
import type { Evidence } from "../clock/answer.ts";
import { documentsOf, moreOf, type ClockCase } from "../clock/clock-case.ts";
import { OF_DOMAIN } from "./component-entries.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { acceptedPlansOf, reviewsHeldSince } from "./plan-records.ts";

/** The record of work on a plan in a school year, and the day on which it counts. */
export interface PlanUpdate {
  readonly on: Day;
  readonly evidence: Evidence;
}

/**
 * The first of: a plan of the year or opened in it, a review held, a goal set, a component entered;
 * null if there is none.
 */
export function updateIn(
  mandate: MandateProfile,
  student: ClockCase,
  year: SchoolYear,
  asOf: Day,
): PlanUpdate | null {
  const began = firstDayOf(year);
  const isIn = (on: Day): boolean => on <= asOf && schoolYearOf(on) === year;
  const documents = documentsOf(student);
  const updates: PlanUpdate[] = [];
  for (const { plan, schoolYear, openedOn } of acceptedPlansOf(mandate, documents, asOf)) {
    if (schoolYear !== year && !isIn(openedOn)) continue;
    const evidence: Evidence = { record: "plan", name: plan, on: openedOn };
    updates.push({ on: openedOn < began ? began : openedOn, evidence });
  }
  for (const document of documents) {
    for (const { review, heldOn } of reviewsHeldSince(mandate, document, began, asOf)) {
      if (isIn(heldOn)) {
        updates.push({ on: heldOn, evidence: { record: "review", name: review, on: heldOn } });
      }
    }
  }
  for (const document of documents) {
    const accepted = new Set(acceptedPlansOf(mandate, [document], asOf).map(({ plan }) => plan));
    for (const { goal, plan, domain, setOn } of document.goals) {
      if (setOn === null || !isIn(setOn) || !accepted.has(plan)) continue;
      const name = domain === null ? goal : OF_DOMAIN[domain];
      updates.push({ on: setOn, evidence: { record: "component", name, on: setOn } });
    }
  }
  for (const { component: name, enteredOn: on } of moreOf(student).components ?? []) {
    if (on !== null && isIn(on)) updates.push({ on, evidence: { record: "component", name, on } });
  }
  return updates.reduce<PlanUpdate | null>(
    (first, update) => (first === null || update.on < first.on ? update : first),
    null,
  );
}

/** Whether a component was entered on a day that no record gives, which may be in any school year. */
export const isAnyUpdateUndated = (student: ClockCase): boolean =>
  (moreOf(student).components ?? []).some(({ enteredOn }) => enteredOn === null);

export const UNDATED_UPDATE =
  "A component of the plan is recorded without a date that can be used.";
