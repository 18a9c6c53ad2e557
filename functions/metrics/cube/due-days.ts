import { day, type Day } from "../../domain/calendar/day.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { standingOf, type RequirementAnswer } from "../../mandates/clock/answer.ts";
import type { AssessedStudent } from "../students/assessed-student.ts";
import { requirementsWithBar } from "../questions/requirement-questions.ts";

/**
 * By requirement, the number of students for whom it is due on each day; the empty day counts those
 * whose due date is unknown. Students who are exempt, or to whom it does not apply, are not
 * counted. Schools add up to the district.
 */
export interface DueDays {
  readonly [requirement: string]: { readonly [on: string]: number };
}

/** @param students those under the mandate among them are counted */
export function dueDays(
  students: readonly AssessedStudent[],
  mandate: MandateProfile,
  asOf: Day,
): DueDays {
  const rules = new Set(requirementsWithBar(mandate, asOf).map(({ id }) => id));
  const tally: { [requirement: string]: { [on: string]: number } } = {};
  for (const { requirements, isUnderMandate } of students) {
    for (const answer of isUnderMandate ? requirements : []) {
      const { id } = answer.requirement;
      const on = dueDayOf(answer);
      if (on === null || !rules.has(id)) continue;
      const ofRule = (tally[id] ??= {});
      ofRule[on] = (ofRule[on] ?? 0) + 1;
    }
  }
  return tally;
}

/** The due date; empty if it is unknown, null if nothing is required. */
function dueDayOf(answer: RequirementAnswer): Day | "" | null {
  if (answer.kind === "review" && answer.status === "exempt") return null;
  if (answer.dueOn !== null) return answer.dueOn;
  return standingOf(answer) === "not-determinable" ? "" : null;
}

/** For how many students the due day has passed from one as-of day to a later one. On its due day a requirement is still open. */
export const cameDue = (days: DueDays[string] | undefined, from: string, until: string): number =>
  Object.entries(days ?? {}).reduce(
    (sum, [on, students]) => (on !== "" && on >= from && on < until ? sum + students : sum),
    0,
  );

/**
 * By school, then requirement: the first day on which it is due for any student; null if it cannot
 * be determined.
 */
export interface FirstDue {
  readonly [school: string]: { readonly [requirement: string]: Day | null };
}

export const firstDueOf = (
  cubes: readonly { readonly school: string; readonly dueDays: DueDays }[],
): FirstDue =>
  Object.fromEntries(
    cubes.map(({ school, dueDays: own }) => [
      school,
      Object.fromEntries(
        Object.entries(own).map(([requirement, days]) => [requirement, firstOf(days)]),
      ),
    ]),
  );

function firstOf(days: DueDays[string]): Day | null {
  const [first] = Object.keys(days)
    .filter((on) => on !== "")
    .sort();
  return first === undefined ? null : day(first);
}
