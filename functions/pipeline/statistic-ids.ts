import type { ReviewStatus } from "../domain/review-status.ts";

/** The requirement that stands for all of them together: the least favourable answer that is due. */
export const ALL_REVIEWS = "all";

/** The statuses of a review that is due. */
export const DUE_STATUSES: readonly ReviewStatus[] = [
  "timely",
  "held-late",
  "not-held",
  "plan-missing",
];

/** How the publication registry calls its statistics; a measure is called by its own id. */
export const statisticIds = {
  reviewsDue: "reviews-due",
  reviewsHeld: "reviews-held",
  ofTransition: (measure: string, transition: string): string => `${measure}/${transition}`,
  /** Students of whom the rules on a plan's content can be answered. */
  componentsTold: "components-told",
  /** Students of a grade of arrival of whom it can be told whether their plan came along: nobody can count them from outside. */
  handoverTold: (transition: string, grade: string): string =>
    `handover-told/${transition}/${grade}`,
  statuses: (requirement: string): string => `statuses/${requirement}`,
  standings: (requirement: string): string => `standings/${requirement}`,
  dueSoon: (requirement: string): string => `due-soon/${requirement}`,
  problem: (problem: string): string => `problem/${problem}`,
} as const;
