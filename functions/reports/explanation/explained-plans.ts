import { byText } from "../../domain/text/compare-text.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { PlanDocument } from "../../domain/plans/plan.ts";
import { schoolYearName, type SchoolYear } from "../../domain/calendar/school-year.ts";
import type { MoreRecords } from "../../mandates/clock/clock-case.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { acceptedPlans } from "../../mandates/evidence/plan-records.ts";

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
    .flatMap((planDocument) => {
      const accepted = acceptedPlans(mandate, planDocument);
      return planDocument.plans.map(
        ({ plan, schoolYear, planType, status, openedOn, closedOn }) => ({
          ...{ plan, planType, status, openedOn, closedOn },
          schoolYear: schoolYearName(schoolYear),
          isAccepted: accepted.has(plan),
        }),
      );
    })
    .sort(byText(({ openedOn }) => openedOn));

/** Which school years a district has sent plans of, as far as one student goes. */
export interface YearsHeld {
  /**
   * The school year from which on plans are held without a gap; null where all of the student's are, or
   * none up to the day.
   */
  readonly plansSince: string | null;
  /** "2019-20", or "2019-20 or before": the school year of the day where it has no plans; null where it has. */
  readonly noPlansOf: string | null;
}

/** @param students of the student's school: who has no plan is no sign that none were sent */
export function yearsHeld(
  { earlier, earlierSince }: MoreRecords,
  students: readonly RecordsOfStudent[],
  year: SchoolYear,
): YearsHeld {
  const name = schoolYearName(year);
  const isHeld = students.some(({ document }) => hasPlans(document));
  const isAnyBefore = students.some(({ more }) =>
    (more.earlier ?? []).some(
      (planDocument) => planDocument.schoolYear < year && hasPlans(planDocument),
    ),
  );
  if (!isHeld) return { plansSince: null, noPlansOf: isAnyBefore ? name : `${name} or before` };
  const since = earlier === null ? year : earlierSince;
  return { plansSince: since === undefined ? null : schoolYearName(since), noPlansOf: null };
}

interface RecordsOfStudent {
  readonly document: PlanDocument | null;
  readonly more: MoreRecords;
}

const hasPlans = (document: PlanDocument | null): boolean =>
  document !== null && document.plans.length > 0;

/** Sorts of records of which the district sends no file. */
export const notSent = ({
  components,
  assents,
  events,
  programs,
}: MoreRecords): readonly string[] => [
  ...(components === null ? ["plan components"] : []),
  ...(assents === null ? ["notices, participation and signatures"] : []),
  ...(events === null ? ["events around plans"] : []),
  ...(programs === null ? ["programs"] : []),
];
