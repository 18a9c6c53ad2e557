import type { Day } from "../calendar/day.ts";

/** What a mandate may ask a plan to contain: normalized names, not the wording of any statute. */
export const PLAN_COMPONENTS = [
  "academic-goal",
  "academic-progress-record",
  "accelerated-learning",
  "action-steps-benchmarks",
  "apprenticeship-military-info",
  "arts-progress",
  "assessment-plan",
  "assessment-results",
  "barriers-adjustments",
  "capstone",
  "career-cluster-selection",
  "career-exploration",
  "career-goal",
  "career-information",
  "career-interest-inventory",
  "citizenship-habits-ack",
  "college-applications",
  "course-plan",
  "cte-options",
  "dual-credit-advanced-options",
  "extracurricular-goal",
  "financial-aid",
  "financial-literacy-planning",
  "graduation-pathway-selection",
  "graduation-requirements-progress",
  "industry-credentials",
  "interests",
  "learning-preferences",
  "personal-social-goal",
  "plan-change-explanation",
  "portfolio",
  "postsecondary-goal",
  "program-coordination",
  "reflection-self-evaluation",
  "remediation-intervention",
  "resources-supports",
  "resume",
  "self-exploration",
  "service-learning",
  "skills-aptitude-assessment",
  "statement-of-intent",
  "strengths",
  "volunteer-community-service",
  "work-based-learning",
] as const;
export type PlanComponent = (typeof PLAN_COMPONENTS)[number];

/** One entry of one component in a student's plan. */
export interface ComponentEntry {
  readonly component: PlanComponent;
  /** The day it was made; null if no record gives it. */
  readonly enteredOn: Day | null;
  /** What is counted where a rule asks for an amount, such as units of credit. */
  readonly quantity: number;
  /** The strand it belongs to, where a rule asks that strands be covered; empty when none. */
  readonly strand: string;
  /** What it shows beyond being there, such as "implementation". */
  readonly marks: readonly string[];
}
