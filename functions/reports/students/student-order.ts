import { dayNumber } from "../../domain/calendar/day.ts";
import { compareText } from "../../domain/text/compare-text.ts";
import {
  isPastDue,
  WORKLIST_NEEDS,
  type WorklistNeed,
} from "../../metrics/questions/worklist-needs.ts";
import type { StudentRow } from "./students-table.ts";

/** What a list of students can be sorted by. */
export const STUDENT_SORTS = ["urgency", "name", "last-review", "attendance"] as const;
export type StudentSort = (typeof STUDENT_SORTS)[number];

/** A student on a list, as far as the order goes. */
interface Listed {
  readonly row: StudentRow;
  /**
   * For a reader who sees no plans, the list is sorted by name, so that the order reveals nothing
   * about plans.
   */
  readonly seesPlans: boolean;
}

/**
 * Students in the order that is asked for, each time by name where they are equal:
 * - urgency: past due first, the longest first; then due within 30 days, the soonest first; then without
 *   a plan; then with records to fix; then nothing to be done
 * - last-review: never reviewed this school year first, then the longest ago
 * - attendance: the largest share of days absent first; who was enrolled on no day last
 */
export function inOrder<T extends Listed>(listed: readonly T[], sort: StudentSort): readonly T[] {
  const rankOf = RANKS[sort];
  return listed
    .map((student) => ({ student, rank: student.seesPlans ? rankOf(student.row) : LAST }))
    .sort((a, b) => a.rank - b.rank || byName(a.student.row, b.student.row))
    .map(({ student }) => student);
}

const LAST = Number.MAX_SAFE_INTEGER;

const byName = (a: StudentRow, b: StudentRow): number =>
  compareText(a.familyName, b.familyName) ||
  compareText(a.givenName, b.givenName) ||
  compareText(a.student, b.student);

/** More than any day since 1970 has, in either direction. */
const DAYS = 10_000_000;

const RANKS: { readonly [sort in StudentSort]: (row: StudentRow) => number } = {
  urgency: ({ nextStepNeed, nextStepDueOn }) => {
    if (nextStepNeed === "") return LAST;
    const need = nextStepNeed as WorklistNeed;
    // What was due in an earlier school year, on a day that no record gives, comes first.
    const unknown = isPastDue(need) ? -DAYS / 2 : DAYS / 2;
    return groupOf(need) * DAYS + (nextStepDueOn === null ? unknown : dayNumber(nextStepDueOn));
  },
  name: () => 0,
  "last-review": ({ lastReviewOn }) => (lastReviewOn === null ? -DAYS : dayNumber(lastReviewOn)),
  attendance: ({ absentDays, enrolledDays }) =>
    enrolledDays === 0 ? LAST : -absentDays / enrolledDays,
};

const groupOf = (need: WorklistNeed): number =>
  isPastDue(need) ? 0 : WORKLIST_NEEDS.indexOf(need) - WORKLIST_NEEDS.indexOf("due-soon") + 1;
