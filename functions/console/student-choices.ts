import { gradeName, GRADES } from "../domain/people/grade.ts";
import { REVIEW_PARTS, STANDING_PARTS, type Part } from "../domain/figures/parts.ts";
import { ALL_REQUIREMENTS, ALL_REVIEWS } from "../reports/students/student-filter.ts";
import { requirementColumns, type StudentRow } from "../reports/students/students-table.ts";
import { needName, NEEDS } from "../metrics/questions/needs.ts";
import { RECORD_PROBLEM_DEFINITIONS, RECORD_PROBLEMS } from "../metrics/cube/record-problem.ts";
import type { RequirementSummary } from "../releases/manifest/mandate-summary.ts";
import type { SchoolStudents } from "../reports/worklist/school-worklist.ts";
import type { Choice, RequirementChoice, StudentChoices } from "./answers.ts";
import type { ConsoleReader } from "./console-reader.ts";
import { seenAs } from "./seen-as.ts";

/**
 * What the filters of a list can be set to. Grades and counselors are those of students whom the reader
 * sees or counts; who sees no plans is offered nothing of them.
 * @param schools those that the reader may ask for
 * @param studentsBySchool the students of those that are asked for
 */
export function studentChoices(
  of: ConsoleReader,
  schools: ConsoleReader["schools"],
  studentsBySchool: readonly SchoolStudents[],
): StudentChoices {
  const rows = studentsBySchool
    .flatMap((ofSchool) => ofSchool.rows)
    .map((row) => ({ row, as: seenAs(of, row) }))
    .filter(({ row, as }) => as !== null || of.exact.schools.includes(row.school));
  const seesPlans = rows.some(({ as }) => as?.seesPlans === true);
  const grades = new Set(rows.map(({ row }) => row.grade));
  const withPlans = rows
    .filter(({ row, as }) => as?.seesPlans ?? of.exact.schools.includes(row.school))
    .filter(() => seesPlans)
    .map(({ row }) => row);
  const requirements = seesPlans ? (studentsBySchool[0]?.requirements ?? []) : [];
  return {
    schools,
    grades: GRADES.filter((grade) => grades.has(grade)).map((grade) => ({
      id: grade,
      name: gradeName(grade),
    })),
    counselors: [...new Set(rows.map(({ row }) => row.counselor))]
      .filter((counselor) => counselor !== "")
      .sort(),
    requirements: requirementChoices(requirements, withPlans),
    needs: [
      ...NEEDS.filter((need) => requirements.some(({ id }) => hasNeed(withPlans, id, need))).map(
        (need) => ({ id: need, name: NEED_NAMES[need] }),
      ),
      { id: "fix-record", name: "Record to fix" },
    ],
    problems: RECORD_PROBLEMS.map((id) => ({ id, name: RECORD_PROBLEM_DEFINITIONS[id].name })),
  };
}

/** Of several requirements at once. */
const NEED_NAMES: { readonly [need in (typeof NEEDS)[number]]: string } = {
  overdue: "Review overdue",
  "plan-missing": "Plan missing",
  "content-missing": "Content missing",
  "signature-missing": "Signature or participation missing",
  "record-missing": "Record missing",
  "due-soon": needName("", "due-soon"),
  "no-plan": "No plan",
};

function requirementChoices(
  requirements: readonly RequirementSummary[],
  rows: readonly StudentRow[],
): readonly RequirementChoice[] {
  if (requirements.length === 0) return [];
  const hasReviews = requirements.some(isReview);
  return [
    {
      id: ALL_REQUIREMENTS,
      name: "All requirements together",
      statuses: choices(STANDING_PARTS),
      needs: [],
    },
    ...(hasReviews
      ? [
          {
            id: ALL_REVIEWS,
            name: "All reviews together",
            statuses: choices(REVIEW_PARTS),
            needs: [],
          },
        ]
      : []),
    ...requirements.map((requirement) => ({
      id: requirement.id,
      name: requirement.name,
      // A review has a status and, like any requirement, a standing.
      statuses: choices(
        isReview(requirement)
          ? [...REVIEW_PARTS, ...STANDING_PARTS.filter(({ id }) => id !== "not-determinable")]
          : STANDING_PARTS,
      ),
      needs: NEEDS.filter((need) => hasNeed(rows, requirement.id, need)).map((need) => ({
        id: need,
        name: needName(requirement.thing, need),
      })),
    })),
  ];
}

const isReview = ({ kind }: RequirementSummary): boolean => kind.endsWith("-review");

const hasNeed = (rows: readonly StudentRow[], requirement: string, need: string): boolean =>
  rows.some((row) => row[requirementColumns(requirement).need] === need);

const choices = (parts: readonly Part[]): readonly Choice[] =>
  parts.map(({ id, name }) => ({ id, name }));
