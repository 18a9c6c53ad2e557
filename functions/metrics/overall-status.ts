import type { ReviewStatus } from "../domain/review-status.ts";
import type { ReviewAnswer } from "../mandates/answer.ts";

/** From least to most favourable among the answers that count against or for a student. */
const DUE: readonly ReviewStatus[] = ["plan-missing", "not-held", "held-late", "timely"];
const NOT_DUE: readonly ReviewStatus[] = ["pending", "not-yet-assessable", "exempt"];

/**
 * A student's answers in one status: the least favourable of those that are due, and where none is,
 * the one that comes due first. Null for a student of whom the mandate asks nothing.
 */
export function overallStatus(answers: readonly ReviewAnswer[]): ReviewStatus | null {
  const given = new Set(answers.map(({ status }) => status));
  return [...DUE, ...NOT_DUE].find((status) => given.has(status)) ?? null;
}

export const isDue = (status: ReviewStatus): boolean => DUE.includes(status);
