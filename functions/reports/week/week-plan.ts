import type { Day } from "../../domain/calendar/day.ts";
import type { DaysAhead } from "./days-ahead.ts";
import { deadlineOf, paceNeeded, type Pace } from "./pace.ts";
import type { WaitingStudent } from "./waiting-student.ts";

/** Whom to see this week, day by day. */
export interface WeekPlan {
  readonly pace: Pace;
  /**
   * Students per day: the pace that is needed, or the number that was asked for, but never more
   * than wait; null where no school day is left.
   */
  readonly perDay: number | null;
  /** Whether a larger number was asked for than there are students who wait. */
  readonly isCapped: boolean;
  /** The first instructional days ahead, at most five, each with its students. */
  readonly days: readonly { readonly on: Day; readonly students: readonly WaitingStudent[] }[];
  /** How many more wait after this week. */
  readonly later: number;
  /**
   * How many of those, at this number per day, would be seen only after the day by which they are
   * to be seen.
   */
  readonly late: number;
  readonly areWeekdays: boolean;
}

const WEEK_DAYS = 5;

/**
 * What fits into the coming week: the students of each day in the order of the list, save that a
 * student whose day is near comes forward where waiting would make it late.
 * @param waiting in the order of the list
 * @param asked how many a day; null for the pace that is needed
 */
export function weekPlan(
  waiting: readonly WaitingStudent[],
  ahead: DaysAhead,
  asked: number | null,
): WeekPlan {
  const pace = paceNeeded(waiting, ahead);
  const perDay = pace.perDay === null ? null : Math.min(asked ?? pace.perDay, waiting.length);
  const { days, areWeekdays } = ahead;
  const filled: WeekPlan["days"][number][] = [];
  let left = waiting.map((student) => ({ student, deadline: deadlineOf(student, days) }));
  for (const on of perDay === null ? [] : days.slice(0, WEEK_DAYS)) {
    const today = new Set(ofOneDay(left, days.slice(days.indexOf(on)), perDay ?? 0));
    filled.push({ on, students: left.filter((waiting) => today.has(waiting)).map(studentOf) });
    left = left.filter((waiting) => !today.has(waiting));
  }
  return {
    ...{ pace, perDay, areWeekdays, later: left.length },
    isCapped: perDay !== null && asked !== null && asked > perDay,
    days: filled,
    late: lateOf(left, days.slice(filled.length), perDay ?? 0),
  };
}

interface Waiting {
  readonly student: WaitingStudent;
  /** Null where no school day is left. */
  readonly deadline: Day | null;
}

const studentOf = ({ student }: Waiting): WaitingStudent => student;

/**
 * Whom to see on one day: of those with near deadlines as many as the days after it could not take in,
 * then in the order of the list.
 * @param days the day and those after it
 */
function ofOneDay(
  left: readonly Waiting[],
  days: readonly Day[],
  perDay: number,
): readonly Waiting[] {
  const taken = new Set<Waiting>();
  for (const [place, until] of days.entries()) {
    const due = left.filter(
      ({ deadline }) => deadline !== null && deadline < (days[place + 1] ?? "9999"),
    );
    const already = due.filter((waiting) => taken.has(waiting)).length;
    const must = Math.min(due.length - perDay * place - already, perDay - taken.size);
    for (const waiting of due.filter((each) => !taken.has(each)).slice(0, Math.max(0, must))) {
      taken.add(waiting);
    }
    if (taken.size === perDay || due.length === left.length || until === days.at(-1)) break;
  }
  for (const waiting of left) {
    if (taken.size === perDay) break;
    taken.add(waiting);
  }
  return [...taken];
}

/** How many of those who are left would be late at this number a day. @param days those after the week */
function lateOf(left: readonly Waiting[], days: readonly Day[], perDay: number): number {
  const deadlines = left.flatMap(({ deadline }) => deadline ?? []).sort();
  let seen = 0;
  let late = 0;
  for (const deadline of deadlines) {
    const room = days.filter((on) => on <= deadline).length * perDay;
    if (seen < room) seen++;
    else late++;
  }
  return late;
}
