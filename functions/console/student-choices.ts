import { byText } from "../domain/text/compare-text.ts";
import { gradeName, GRADES } from "../domain/people/grade.ts";
import { REVIEW_PARTS, STANDING_PARTS, type Part } from "../domain/figures/parts.ts";
import { ALL_REQUIREMENTS, ALL_REVIEWS } from "../reports/students/student-filter.ts";
import { requirementColumns, type StudentRow } from "../reports/students/students-table.ts";
import { needName, NEEDS } from "../metrics/questions/needs.ts";
import { RECORD_PROBLEM_DEFINITIONS, RECORD_PROBLEMS } from "../metrics/cube/record-problem.ts";
import type { RequirementSummary } from "../releases/manifest/mandate-summary.ts";
import type { Choice, RequirementChoice, StudentChoices } from "./answers.ts";
import type { ConsoleReader } from "./console-reader.ts";
import { seenStudents } from "./seen-as.ts";

/**
 * The choices for each filter of a list. Grades and counselors are those of students whom the
 * reader sees or counts; a reader who sees no plans gets no choices about plans.
 * @param schools those that the reader may ask for
 * @param students of those that are asked for
 */
export function studentChoices(
  of: ConsoleReader,
  schools: ConsoleReader["schools"],
  students: readonly StudentRow[],
  requirements: readonly RequirementSummary[],
): StudentChoices {
  const seen = new Map(seenStudents(of, students).map(({ row, seesPlans }) => [row, seesPlans]));
  const exact = new Set(of.exact.schools);
  const rows = students.filter((row) => seen.has(row) || exact.has(row.school));
  const seesPlans = [...seen.values()].includes(true);
  const withPlans = seesPlans ? rows.filter((row) => seen.get(row) ?? exact.has(row.school)) : [];
  const asked = seesPlans ? requirements : [];
  const needs = needsOf(withPlans, asked);
  const grades = new Set(rows.map(({ grade }) => grade));
  const counselors = new Set(rows.map(({ counselor }) => counselor));
  return {
    schools,
    grades: GRADES.filter((grade) => grades.has(grade)).map((grade) => ({
      id: grade,
      name: gradeName(grade),
    })),
    counselors: [...counselors]
      .filter((counselor) => counselor !== "")
      .map((id) => ({ id, name: of.counselorName(id) }))
      .sort(byText(({ name }) => name)),
    requirements: requirementChoices(asked, needs),
    needs: [
      ...NEEDS.filter((need) => [...needs.values()].some((own) => own.has(need))).map((need) => ({
        id: need,
        name: NEED_NAMES[need],
      })),
      { id: "fix-record", name: "Record to fix" },
    ],
    problems: RECORD_PROBLEMS.map((id) => ({ id, name: RECORD_PROBLEM_DEFINITIONS[id].name })),
  };
}

/** The needs that at least one student has, by requirement. */
function needsOf(
  rows: readonly StudentRow[],
  requirements: readonly RequirementSummary[],
): ReadonlyMap<string, ReadonlySet<unknown>> {
  return new Map(
    requirements.map(({ id }) => {
      const column = requirementColumns(id).need;
      return [id, new Set(rows.map((row) => row[column]))];
    }),
  );
}

/** The names of needs under any of several requirements. */
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
  needs: ReadonlyMap<string, ReadonlySet<unknown>>,
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
      needs: NEEDS.filter((need) => needs.get(requirement.id)?.has(need)).map((need) => ({
        id: need,
        name: needName(requirement.thing, need),
      })),
    })),
  ];
}

const isReview = ({ kind }: RequirementSummary): boolean => kind.endsWith("-review");

const choices = (parts: readonly Part[]): readonly Choice[] =>
  parts.map(({ id, name }) => ({ id, name }));
