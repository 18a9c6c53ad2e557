import type { Day } from "../domain/day.ts";
import type { Plan } from "../domain/plan.ts";
import { schoolYearOf } from "../domain/school-year.ts";
import { arePlansHeldSince, moreOf, type ClockCase } from "./clock-case.ts";
import { absent, done, type Found } from "./found.ts";
import type { MandateProfile } from "./mandate-profile.ts";
import { hasActivePlan } from "./plan-records.ts";
import type { PlanRequirement } from "./requirement.ts";
import { lastEvent } from "./student-events.ts";

/**
 * The plan that a requirement asks for. One that is asked once must still be open: who has none now
 * has none. Its first day may lie in an earlier year, whose plans are not always held.
 */
export function findPlan(
  mandate: MandateProfile,
  requirement: PlanRequirement,
  student: ClockCase,
  asOf: Day,
): Found {
  const { earlier, events } = moreOf(student);
  const offer =
    requirement.modality === "must-offer" ? lastEvent(events, "plan-offered", null, asOf) : null;
  if (offer !== null) {
    return done(offer.occurredOn, [
      { record: "event", name: "plan-offered", on: offer.occurredOn },
    ]);
  }
  const { document } = student;
  if (!hasActivePlan(mandate, document, asOf)) {
    return absent(`No plan that the mandate accepts is open on ${asOf}.`);
  }
  const year = schoolYearOf(asOf);
  const plans = [
    ...(document?.plans ?? []),
    ...(requirement.span === "ever" ? (earlier ?? []) : []).flatMap((one) => one.plans),
  ].filter(
    (plan) =>
      plan.status !== "draft" &&
      plan.openedOn <= asOf &&
      mandate.planTypes.includes(plan.planType) &&
      (requirement.span === "ever" || plan.schoolYear === year),
  );
  const first = plans.reduce<Plan | null>(
    (a, b) => (a === null || b.openedOn < a.openedOn ? b : a),
    null,
  );
  if (first === null) return absent(`No plan of this school year is open on ${asOf}.`);
  return done(
    first.openedOn,
    [{ record: "plan", name: first.plan, on: first.openedOn }],
    requirement.span === "school-year" || arePlansHeldSince(moreOf(student), null),
  );
}
