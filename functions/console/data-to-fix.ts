import {
  RECORD_OWNER_NAMES,
  RECORD_PROBLEM_DEFINITIONS,
  RECORD_PROBLEMS,
} from "../metrics/cube/record-problem.ts";
import { EVERY_STUDENT, isAsked, queryOf } from "../reports/students/student-filter.ts";
import type { StudentRow } from "../reports/students/students-table.ts";
import type { Owner, ProblemToFix } from "./data-to-fix-answers.ts";

export const OWNERS: readonly Owner[] = ["registrar", "counselor", "vendor", "sender"];

export const OWNER_NAMES: { readonly [owner in Owner]: string } = {
  ...RECORD_OWNER_NAMES,
  sender: "Whoever sends the file",
};

/**
 * The tables of a plan platform's files. The platform's vendor can fix these files; the registrar
 * all others.
 */
const OF_PLANS: ReadonlySet<string> = new Set([
  ...["plan", "goal", "actionStep", "review", "planAssent", "planComponent", "studentEvent"],
]);

/**
 * Who can fix a file.
 * @param tables what its format reads; none if the format is unknown
 */
export const ownerOfFile = (tables: readonly string[]): Owner =>
  tables.length === 0
    ? "sender"
    : tables.some((table) => OF_PLANS.has(table))
      ? "vendor"
      : "registrar";

/**
 * The problems of records that an owner can fix, by problem and school, each with the number of
 * students in its list.
 * @param rows the students whom the reader may name
 */
export const problemsOfOwner = (
  owner: Owner,
  rows: readonly StudentRow[],
  schools: readonly { readonly id: string; readonly name: string }[],
): readonly ProblemToFix[] =>
  RECORD_PROBLEMS.filter((problem) => RECORD_PROBLEM_DEFINITIONS[problem].owner === owner).flatMap(
    (problem) =>
      schools.flatMap(({ id: school, name: schoolName }): readonly ProblemToFix[] => {
        const asked = { problem, school };
        const filter = { ...EVERY_STUDENT, ...asked };
        const students = rows.filter((row) => isAsked(row, filter, [])).length;
        if (students === 0) return [];
        const { name, cause, remedy } = RECORD_PROBLEM_DEFINITIONS[problem];
        return [
          { problem, name, cause, remedy, school, schoolName, students, query: queryOf(asked) },
        ];
      }),
  );
