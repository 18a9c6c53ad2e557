import type { Day } from "../../domain/calendar/day.ts";
import type { PlanDocument } from "../../domain/plans/plan.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";

/** What follows from a student's plans, a mandate and a day, and from nothing else. */
type OfPlans<T> = (
  mandate: MandateProfile,
  documents: readonly PlanDocument[],
  on: Day,
) => readonly T[];

interface Asked<T> {
  readonly mandate: MandateProfile;
  readonly on: Day;
  readonly documents: readonly PlanDocument[];
  readonly answer: readonly T[];
}

/**
 * The same, worked out once while it is asked of the same student, mandate and day: a dozen measures
 * ask one after the other.
 */
export function askedOnce<T>(workOut: OfPlans<T>): OfPlans<T> {
  const lastAsked = new WeakMap<PlanDocument, Asked<T>>();
  return (mandate, documents, on) => {
    const [first] = documents;
    if (first === undefined) return [];
    const before = lastAsked.get(first);
    if (before?.mandate === mandate && before.on === on && isSame(before.documents, documents)) {
      return before.answer;
    }
    const answer = workOut(mandate, documents, on);
    lastAsked.set(first, { mandate, on, documents, answer });
    return answer;
  };
}

const isSame = (some: readonly PlanDocument[], others: readonly PlanDocument[]): boolean =>
  some.length === others.length && some.every((document, index) => document === others[index]);
