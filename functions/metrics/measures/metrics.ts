import { chronicAbsence } from "./chronic-absence.ts";
import { chronicAbsenceYear } from "./chronic-absence-year.ts";
import { componentCompleteness } from "./component-completeness.ts";
import { counselorParticipation } from "./counselor-participation.ts";
import { familyParticipation } from "./family-participation.ts";
import { goalDomains } from "./goal-domains.ts";
import { goalIndividuality } from "./goal-individuality.ts";
import { goalsMeasurable } from "./goals-measurable.ts";
import { goalsReviewed } from "./goals-reviewed.ts";
import { goalsSpecific } from "./goals-specific.ts";
import { goalsTimeBound } from "./goals-time-bound.ts";
import { goalsWithSteps } from "./goals-with-steps.ts";
import type { Metric } from "./metric.ts";
import { onTrack } from "./on-track.ts";
import { othersParticipation } from "./others-participation.ts";
import { planChange } from "./plan-change.ts";
import { PLAN_CONTENTS } from "./plan-contents.ts";
import { planCoverage } from "./plan-coverage.ts";
import { programCoordination } from "./program-coordination.ts";
import { requirementMet } from "./requirement-met.ts";
import { requirementsMet } from "./requirements-met.ts";
import { reviewHeld } from "./review-held.ts";
import { reviewSignature } from "./review-signature.ts";
import { reviewTimeliness } from "./review-timeliness.ts";
import { studentParticipation } from "./student-participation.ts";
import { teacherParticipation } from "./teacher-participation.ts";
import { transitionCoverage } from "./transition-coverage.ts";
import { transitionFocusAreas } from "./transition-focus-areas.ts";
import { transitionHandover } from "./transition-handover.ts";
import { transitionPlan } from "./transition-plan.ts";
import { transitionReview } from "./transition-review.ts";

/** Every published measure, in the order of display. */
export const METRICS: readonly Metric[] = [
  requirementsMet,
  requirementMet,
  reviewTimeliness,
  reviewHeld,
  planCoverage,
  transitionCoverage,
  transitionPlan,
  transitionReview,
  transitionHandover,
  transitionFocusAreas,
  studentParticipation,
  familyParticipation,
  counselorParticipation,
  teacherParticipation,
  othersParticipation,
  reviewSignature,
  componentCompleteness,
  goalDomains,
  goalIndividuality,
  goalsSpecific,
  goalsMeasurable,
  goalsTimeBound,
  goalsWithSteps,
  goalsReviewed,
  ...PLAN_CONTENTS,
  programCoordination,
  onTrack,
  planChange,
  chronicAbsence,
  chronicAbsenceYear,
];
