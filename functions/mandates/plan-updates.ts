import type { Day } from "../domain/day.ts";
import { firstDayOf, schoolYearOf, type SchoolYear } from "../domain/school-year.ts";
import type { Evidence } from "./answer.ts";
import { documentsOf, moreOf, type ClockCase } from "./clock-case.ts";
import { enteredComponents } from "./component-entries.ts";
import type { MandateProfile } from "./mandate-profile.ts";
import { acceptedPlansOf, reviewsHeldSince } from "./plan-records.ts";

/** What shows that a plan was worked on in a school year, and the day of the year on which it does. */
export interface PlanUpdate {
  readonly on: Day;
  readonly evidence: Evidence;
}

/** The first of: a plan of the year or opened in it, a review held, a goal set, a component entered; null where nothing shows. */
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
  const ownDays = new Set([
    ...documents.flatMap(({ goals }) => goals.map(({ setOn }) => setOn)),
    ...(moreOf(student).components ?? []).map(({ enteredOn }) => enteredOn),
  ]);
  for (const { component, enteredOn } of enteredComponents(mandate, student, began, asOf)) {
    if (enteredOn === null || !isIn(enteredOn) || !ownDays.has(enteredOn)) continue;
    const evidence: Evidence = { record: "component", name: component, on: enteredOn };
    updates.push({ on: enteredOn, evidence });
  }
  return updates.reduce<PlanUpdate | null>(
    (first, one) => (first === null || one.on < first.on ? one : first),
    null,
  );
}
