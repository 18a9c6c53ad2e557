import { day, type Day } from "../../domain/calendar/day.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { standingOf, type RequirementAnswer } from "../../mandates/clock/answer.ts";
import type { AssessedStudent } from "../students/assessed-student.ts";
import { requirementsWithBar } from "../questions/requirement-questions.ts";

/**
 * By requirement, for how many students it is due on which day, and under no day, for how many
 * students it is required with an unknown due date. Who is exempt, or to whom it does not apply, is
 * in none. Adds up over schools.
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

/** The due date, empty where it is unknown, null where nothing is required. */
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
 * By school, then requirement: the first day on which it is due for any student; null where it
 * cannot be determined.
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
