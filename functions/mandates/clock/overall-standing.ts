import type { RequirementStanding } from "../../domain/plans/requirement-standing.ts";
import { standingOf, type RequirementAnswer } from "./answer.ts";

/** From least to most favorable. What cannot be determined takes precedence over what is met. */
const ORDER: readonly RequirementStanding[] = [
  "not-met",
  "not-determinable",
  "met",
  "not-applicable",
];

/**
 * A student's answers as one standing: the least favorable one; not applicable if nothing is asked.
 */
export function overallStanding(answers: readonly RequirementAnswer[]): RequirementStanding {
  const given = new Set(answers.map(standingOf));
  return ORDER.find((standing) => given.has(standing)) ?? "not-applicable";
}
