import { EXEMPTION_REASONS, exemptionOn } from "../../../domain/plans/exemption.ts";
import type { RequirementAnswer } from "../../../mandates/clock/answer.ts";
import type { Requirement } from "../../../mandates/rules/requirement.ts";
import { answersTo } from "../../../metrics/questions/answers-to.ts";
import { allStandings } from "../../../metrics/questions/requirement-answers.ts";
import { requirementsWithBar } from "../../../metrics/questions/requirement-questions.ts";
import type { AssessedStudent } from "../../../metrics/students/assessed-student.ts";
import { groupedRows } from "./grouped-rows.ts";
import {
  schoolSubject,
  type ReportContext,
  type ReportRow,
  type RowKind,
  type RowValue,
  type SchoolOfReport,
  type ValueSource,
} from "./report-row.ts";
import { reportedStudents } from "./student-rows.ts";

const OF_PLANS: ValueSource = {
  ...{ owner: "counselor", system: "plan platform", column: "plan, review or signature" },
};

/** Counts of a row: everybody, then each in one part; of the exempt by reason too. */
const COUNTS = [
  "students",
  ...["met", "not-met", "not-applicable", "not-determinable", "exempt"],
  ...EXEMPTION_REASONS.map((reason) => `exempt-${reason}`),
].map((count) => `count.${count}`);

const NAMES: readonly string[] = [
  ...["school.id", "school.name", "students.grade"],
  ...["requirement.id", "requirement.name", "requirement.rule", "requirement.citation"],
  ...COUNTS,
];

/**
 * One row per school, grade and requirement, as far as the keys of the report name them: how many
 * students meet it. Without a requirement in its key, a row is about all of them together.
 */
export const requirementCounts: RowKind = {
  id: "requirement-counts",
  restsOnPlans: true,
  sourceOf: (name) => (NAMES.includes(name) ? OF_PLANS : null),
  rowsOfSchool: (school, context) =>
    groupsOf(school, context).flatMap((group) =>
      askedOf(context).map((asked) => countRow(school, group, asked, context)),
    ),
  ofDistrict: (rows, context) =>
    hasKey(context, "school.id") ? rows : groupedRows(rows, keysOf(context), COUNTS),
};

const keysOf = ({ definition: { fields } }: ReportContext): readonly string[] =>
  fields.flatMap(({ isKey, source }) => (isKey === true && "row" in source ? [source.row] : []));

const hasKey = (context: ReportContext, name: string): boolean => keysOf(context).includes(name);

interface Group {
  readonly grade: string;
  readonly students: readonly AssessedStudent[];
}

/** The students of the report by grade, or all as one. A school without any has no row. */
function groupsOf(school: SchoolOfReport, context: ReportContext): readonly Group[] {
  const students = reportedStudents(school, context);
  if (students.length === 0) return [];
  if (!hasKey(context, "students.grade")) return [{ grade: "", students }];
  const grades = [...new Set(students.flatMap(({ record }) => record.student.grade ?? []))].sort();
  return grades.map((grade) => ({
    grade,
    students: students.filter(({ record }) => record.student.grade === grade),
  }));
}

type Asked = readonly Requirement[];

/** Each requirement that the figures count, or all of them at once. */
function askedOf(context: ReportContext): readonly Asked[] {
  const asked = requirementsWithBar(context.mandate, context.asOf);
  return hasKey(context, "requirement.id") ? asked.map((requirement) => [requirement]) : [asked];
}

function countRow(
  school: SchoolOfReport,
  { grade, students }: Group,
  asked: Asked,
  context: ReportContext,
): ReportRow {
  const [first] = asked;
  const requirement = hasKey(context, "requirement.id") ? first : undefined;
  let parts: readonly string[] | null = null;
  return {
    about: schoolSubject(school),
    value(name) {
      switch (name) {
        case "school.id":
          return school.id;
        case "school.name":
          return school.name;
        case "students.grade":
          return grade;
        case "requirement.id":
          return requirement?.id ?? "";
        case "requirement.name":
          return requirement?.name ?? "";
        case "requirement.rule":
          return requirement?.rule ?? "";
        case "requirement.citation":
          return requirement?.citation ?? "";
        default:
          parts ??= students.map((student) => partOf(student, asked, context));
          return countValue(name, parts, context);
      }
    },
  };
}

/** How many students a count has; no number where no plans were sent, for that is not zero. */
function countValue(name: string, parts: readonly string[], context: ReportContext): RowValue {
  if (!COUNTS.includes(name)) throw new Error(`a count has no value ${name}`);
  if (!context.availability.plans) return { text: "", because: "the district sent no plans" };
  const part = name.replace("count.", "");
  return String(
    part === "students" ? parts.length : parts.filter((own) => isOfPart(own, part)).length,
  );
}

const isOfPart = (own: string, part: string): boolean =>
  own === part || (part === "exempt" && own.startsWith("exempt-"));

/** Where a student counts: by the answer, or as exempt where nothing else is asked. */
function partOf(student: AssessedStudent, asked: Asked, context: ReportContext): string {
  const answers = answersTo(context.mandate, asked)(student);
  const standing = allStandings(answers);
  if (standing !== "not-applicable") return standing;
  const reason = hasKey(context, "requirement.id")
    ? exemptionBehind(answers)
    : exemptionOn(student.record.more.exemptions, "all", context.asOf)?.reason;
  return reason === undefined ? standing : `exempt-${reason}`;
}

/** The reason of the exemption that an answer rests on; none where the requirement does not apply anyway. */
const exemptionBehind = (answers: readonly RequirementAnswer[]): string | undefined =>
  answers.flatMap(({ evidence }) => evidence).find(({ record }) => record === "exemption")?.name;
