import type { OwnerToFix } from "../../../functions/console/data-to-fix-answers.ts";
import { counted, wholeNumber } from "../words/numbers.js";

/** "1 kind of problem, 3 students"; of several each has its number, since a student may have more than one. */
export function kindsOfProblems(problems: OwnerToFix["problems"]): string {
  const studentsOf = new Map<string, number>();
  for (const { problem, students } of problems) {
    studentsOf.set(problem, (studentsOf.get(problem) ?? 0) + students);
  }
  const numbers = [...studentsOf.values()];
  const last = numbers.at(-1) ?? 0;
  const first = numbers.slice(0, -1).map(wholeNumber);
  return first.length === 0
    ? `1 kind of problem, ${counted(last, "student")}`
    : `${first.length + 1} kinds of problems (${first.join(", ")} and ${counted(last, "student")})`;
}
