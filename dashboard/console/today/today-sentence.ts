import type { Today } from "../../../functions/console/today.ts";
import { counted, wholeNumber } from "../words/numbers.js";

/** The tasks that most students wait for. */
const MOST_TASKS = 3;

/** "546 students: 45 without an open plan, second review of the year overdue for 196, 6 due within 30 days." */
export function todaySentence({ columns, all: { numbers } }: Today): string {
  const students = numbers[0]?.students ?? 0;
  const tasks = columns
    .map(({ name, isTask }, index) => ({ name, isTask, count: numbers[index]?.students ?? 0 }))
    .filter(({ isTask, count }) => isTask && count > 0)
    .toSorted((a, b) => b.count - a.count);
  const most = tasks.slice(0, MOST_TASKS);
  if (most.length === 0) return `${counted(students, "student")}: nothing is to be done today.`;
  const named = most.map(({ name, count }) => `${inSentence(name)}, ${wholeNumber(count)}`);
  return `${counted(students, "student")}. Most of what is to be done: ${named.join("; ")}.`;
}

const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
