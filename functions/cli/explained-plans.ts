import type { Day } from "../domain/day.ts";
import type { PlanDocument } from "../domain/plan.ts";
import { schoolYearName, type SchoolYear } from "../domain/school-year.ts";
import type { MoreRecords } from "../mandates/clock-case.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { acceptedPlans } from "../mandates/plan-records.ts";

/** One plan of a student, of any school year held. */
export interface ExplainedPlan {
  readonly plan: string;
  readonly schoolYear: string;
  readonly planType: string;
  readonly status: string;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  /** Whether the mandate takes it: one of its types, and no draft. */
  readonly isAccepted: boolean;
}

/** The plans of every school year held, in the order of days. */
export const explainedPlans = (
  mandate: MandateProfile,
  document: PlanDocument | null,
  { earlier }: MoreRecords,
): readonly ExplainedPlan[] =>
  [...(earlier ?? []), ...(document === null ? [] : [document])]
    .flatMap((one) => {
      const accepted = acceptedPlans(mandate, one);
      return one.plans.map(({ plan, schoolYear, planType, status, openedOn, closedOn }) => ({
        ...{ plan, planType, status, openedOn, closedOn },
        schoolYear: schoolYearName(schoolYear),
        isAccepted: accepted.has(plan),
      }));
    })
    .sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1));

/** The school year from which on plans are held without a gap; null where all of the student's are. */
export function plansSince(
  { earlier, earlierSince }: MoreRecords,
  year: SchoolYear,
): string | null {
  if (earlier === null) return schoolYearName(year);
  return earlierSince === undefined ? null : schoolYearName(earlierSince);
}

/** Sorts of records that the district sends of nobody. */
export const notSent = ({
  components,
  assents,
  events,
  programs,
}: MoreRecords): readonly string[] => [
  ...(components === null ? ["entries of components"] : []),
  ...(assents === null ? ["parts taken in plans"] : []),
  ...(events === null ? ["events around plans"] : []),
  ...(programs === null ? ["programs"] : []),
];
