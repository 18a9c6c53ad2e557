import { NEEDS } from "./needs.ts";

/** What has to be done: for a review, a plan, or a record that two systems give differently. */
export const WORKLIST_NEEDS = [...NEEDS, "fix-record"] as const;
export type WorklistNeed = (typeof WORKLIST_NEEDS)[number];

/**
 * Whether the due day has passed: a review, a plan, its content, a signature and a record are then
 * equally urgent.
 */
export const isPastDue = (need: WorklistNeed): boolean =>
  WORKLIST_NEEDS.indexOf(need) < WORKLIST_NEEDS.indexOf("due-soon");
