import type { Day } from "../../domain/calendar/day.ts";
import type { DaysAhead } from "./days-ahead.ts";
import type { WaitingStudent } from "./waiting-student.ts";

/** How many students have to be seen each day, so that each is seen by the due day. */
export interface Pace {
  /** Whole students per day; null where no student waits or no school day is left. */
  readonly perDay: number | null;
  /** The day that asks for it: a due day, or the last day of school, by which what is overdue is to be done. */
  readonly until: Day | null;
  /** Whether that day is the last one of the school year. */
  readonly isLastDay: boolean;
  /** Students to be seen by then. */
  readonly students: number;
  /** Instructional days until then, that day among them. */
  readonly days: number;
  /** Due days before which no school day is left, with how many students have something due then. */
  readonly noDayBefore: readonly { readonly dueOn: Day; readonly students: number }[];
}

/**
 * The day by which a student is to be seen: the next due day, where a school day is left until then;
 * else the last day of school. Null where no school day is left at all.
 */
export function deadlineOf({ nextDueOn }: WaitingStudent, days: readonly Day[]): Day | null {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  // What is due after the last day of school is to be done on it.
  return nextDueOn !== null && nextDueOn >= first && nextDueOn < last ? nextDueOn : last;
}

/**
 * The pace that is needed: for each day by which students are to be seen, those to be seen by then
 * divided by the instructional days until it; the largest of these, rounded up.
 */
export function paceNeeded(waiting: readonly WaitingStudent[], { days }: DaysAhead): Pace {
  const noDayBefore = dueBefore(waiting, days[0]);
  const none = { until: null, isLastDay: false, students: 0, days: 0 };
  const deadlines = waiting.flatMap((student) => deadlineOf(student, days) ?? []).sort();
  if (deadlines.length === 0) return { perDay: null, ...none, noDayBefore };
  let most = { perDay: 0, ...none } as Omit<Pace, "noDayBefore"> & { readonly perDay: number };
  for (const [place, until] of deadlines.entries()) {
    if (deadlines[place + 1] === until) continue;
    const students = place + 1;
    const left = days.filter((on) => on <= until).length;
    const perDay = Math.ceil(students / left);
    if (perDay <= most.perDay) continue;
    most = { perDay, until, isLastDay: until === days.at(-1), students, days: left };
  }
  return { ...most, noDayBefore };
}

/** The due days still to come that no school day precedes. @param first the first school day; undefined where none is left */
function dueBefore(waiting: readonly WaitingStudent[], first: Day | undefined) {
  const counts = new Map<Day, number>();
  for (const { nextDueOn } of waiting) {
    if (nextDueOn === null || (first !== undefined && nextDueOn >= first)) continue;
    counts.set(nextDueOn, (counts.get(nextDueOn) ?? 0) + 1);
  }
  return [...counts.keys()].sort().map((dueOn) => ({ dueOn, students: counts.get(dueOn) ?? 0 }));
}
