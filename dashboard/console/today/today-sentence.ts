import type { Today } from "../../../functions/console/today.ts";
import { counted, wholeNumber } from "../words/numbers.js";

/** Requirements that are named: those that are overdue for most students. */
const MOST_NAMED = 3;

/** "943 students. Overdue: goals in all three domains (235), second review of the year (195). Without an open plan: 47." */
export function todaySentence({ columns, all: { numbers } }: Today): string {
  const counts = columns.map((column, index) => ({
    ...column,
    count: numbers[index]?.students ?? 0,
  }));
  const countOf = (id: string): number => counts.find((column) => column.id === id)?.count ?? 0;
  if (countOf("students") === 0 && columns.length <= 2) {
    return "You see no student here by name, so nothing is counted.";
  }
  const overdue = counts
    .filter(({ isOverdue, count }) => isOverdue && count > 0)
    .toSorted((a, b) => b.count - a.count);
  const named = overdue
    .slice(0, MOST_NAMED)
    .map(({ name, count }) => `${inSentence(name)} (${wholeNumber(count)})`);
  const others = [
    ["Without an open plan", countOf("no-plan")],
    ["With data to fix", countOf("to-fix")],
  ] as const;
  return [
    `${counted(countOf("students"), "student")}.`,
    named.length > 0
      ? `Overdue: ${named.join(", ")}${overdue.length > MOST_NAMED ? ", and more" : ""}.`
      : counts.some(({ isOverdue }) => isOverdue)
        ? "Nothing is overdue."
        : "",
    ...others.map(([words, count]) => (count > 0 ? `${words}: ${wholeNumber(count)}.` : "")),
  ]
    .filter((words) => words !== "")
    .join(" ");
}

const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
