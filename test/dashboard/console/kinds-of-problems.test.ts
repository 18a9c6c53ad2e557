import { expect, it } from "vitest";
import { kindsOfProblems } from "../../../dashboard/console/data-to-fix/kinds-of-problems.ts";
import type { ProblemToFix } from "../../../functions/console/data-to-fix-answers.ts";

/** What of a problem at a school its words need. */
const problemAt = (problem: string, school: string, students: number): ProblemToFix => ({
  ...{ problem, name: problem, cause: "", remedy: "", school, schoolName: school },
  ...{ students, query: "" },
});

it.each<readonly [string, readonly ProblemToFix[]]>([
  ["1 kind of problem, 1 student", [problemAt("wrong-school", "A", 1)]],
  [
    "1 kind of problem, 3 students",
    [problemAt("wrong-school", "A", 1), problemAt("wrong-school", "B", 2)],
  ],
  [
    "2 kinds of problems (3 and 1 student)",
    [
      problemAt("wrong-school", "A", 1),
      problemAt("wrong-grade", "A", 1),
      problemAt("wrong-school", "B", 2),
    ],
  ],
  [
    "3 kinds of problems (1,200, 2 and 7 students)",
    [
      problemAt("wrong-school", "A", 1200),
      problemAt("wrong-grade", "A", 2),
      problemAt("stale-plan-file", "A", 7),
    ],
  ],
])("says %s, not how many schools they are at", (words, problems) => {
  expect(kindsOfProblems(problems)).toBe(words);
});
