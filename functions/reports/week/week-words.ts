import type { Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { counted, number } from "../../domain/text/counted.ts";
import type { Pace } from "./pace.ts";
import type { WaitingStudent } from "./waiting-student.ts";
import type { WeekPlan } from "./week-plan.ts";

/**
 * "5 a day until June 10, 2022"; in words where nobody waits or no school day is left.
 * @param areWeekdays whether weekdays stand for school days, since no calendar goes on: said of every pace
 */
export function paceInWords(
  { perDay, until, isLastDay }: Pace,
  waiting: number,
  areWeekdays: boolean,
): string {
  if (waiting === 0) return "nobody waits";
  if (perDay === null || until === null) return "no school day is left";
  const what = areWeekdays ? " (weekdays; the calendar does not go on)" : isLastDay ? LAST_DAY : "";
  return `${number(perDay)} a day until ${longDay(until)}${what}`;
}

const LAST_DAY = ", the last day of school";

/** What the week asks for: the sentence that the page and the mail begin with, and what is to be known beside it. */
export function weekInWords(
  plan: WeekPlan,
  waiting: readonly WaitingStudent[],
  asOf: Day,
): readonly string[] {
  const { pace, perDay, days, areWeekdays } = plan;
  if (waiting.length === 0) {
    return ["Nobody waits: no record shows anything overdue or due within 30 days."];
  }
  if (perDay === null) {
    return [
      `No school day is left this school year: ${counted(waiting.length, "student")} still ${waiting.length === 1 ? "waits" : "wait"}.`,
    ];
  }
  const week = days.reduce((sum, { students }) => sum + students.length, 0);
  return [
    `${counted(week, "student")} this week, ${number(perDay)} a day: ${whatIsDue(plan, waiting)}.`,
    ...(plan.isCapped
      ? [`No more than ${counted(perDay, "student")} can be seen a day: that is how many wait.`]
      : []),
    ...(pace.perDay !== null && perDay < pace.perDay
      ? [
          `${number(pace.perDay)} a day are needed: at ${number(perDay)} a day, ${counted(plan.late, "student")} would be late.`,
        ]
      : []),
    ...pace.noDayBefore.map(
      ({ dueOn, students }) =>
        `No school day is left before ${longDay(dueOn)}, when ${counted(students, "student")} ${students === 1 ? "has" : "have"} something due.`,
    ),
    ...(areWeekdays
      ? [
          `No calendar says which days are school days after ${longDay(asOf)}: weekdays until June 30 are counted.`,
        ]
      : []),
  ];
}

/** What the pace comes from, as the second half of a sentence. */
function whatIsDue(
  { pace: { until, isLastDay, students, days }, areWeekdays }: WeekPlan,
  waiting: readonly WaitingStudent[],
): string {
  if (until === null) return "";
  const left = `${counted(students, "student")} in ${counted(days, areWeekdays ? "weekday" : "school day")}`;
  if (isLastDay) {
    return `what is overdue or due is to be done by ${longDay(until)}${areWeekdays ? "" : LAST_DAY}: ${left}`;
  }
  const name = mostDueOn(until, waiting);
  return `${name} is due ${longDay(until)}: ${left}`;
}

/** What most of those who wait have due on a day, as its requirement is called. */
function mostDueOn(until: Day, waiting: readonly WaitingStudent[]): string {
  const counts = new Map<string, number>();
  for (const { needs } of waiting) {
    for (const { name, dueOn } of needs) {
      if (dueOn === until) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0].replace(/^\w/, (letter) => letter.toLowerCase()) ?? "something";
}
