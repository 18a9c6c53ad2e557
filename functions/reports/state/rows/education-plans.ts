import { firstDayOf, schoolYearOf } from "../../../domain/calendar/school-year.ts";
import { enrollmentOn } from "../../../domain/people/student.ts";
import { PLAN_TYPES } from "../../../domain/plans/plan.ts";
import { documentsOf } from "../../../mandates/clock/clock-case.ts";
import { openPlansOfTypes } from "../../../mandates/evidence/plan-records.ts";
import type { AssessedStudent } from "../../../metrics/students/assessed-student.ts";
import { enrolledStudents } from "./enrolled-students.ts";
import type { ReportContext, ReportRow, RowKind, RowValue, ValueSource } from "./report-row.ts";
import { studentRow, studentRows } from "./student-rows.ts";

const OWN_SOURCES: { readonly [name: string]: ValueSource } = {
  "association.plan": { owner: "counselor", system: "plan platform", column: "plan type" },
  "association.entryGrade": {
    owner: "registrar",
    system: "student information system",
    column: "grade level at entry",
  },
};

/** One row per student whom a school counts on the count day, enrollment and kind of open plan, of any type. */
export const educationPlans: RowKind = {
  id: "education-plans",
  restsOnPlans: true,
  sourceOf: (name) => OWN_SOURCES[name] ?? studentRows.sourceOf(name),
  rowsOfSchool: (school, context) =>
    school.counted.flatMap((student) =>
      plansOf(student, context).map((plan): ReportRow => {
        const row = studentRow(student, school, context);
        return {
          about: row.about,
          value(name) {
            if (name === "association.plan") return plan;
            return name === "association.entryGrade"
              ? entryGrade(student, context)
              : row.value(name);
          },
        };
      }),
    ),
  populationOf: (school, context) =>
    enrolledStudents(
      school,
      context,
      (record) =>
        !context.availability.plans ||
        openPlansOfTypes(PLAN_TYPES, documentsOf(record), context.asOf).length > 0,
    ),
};

/** The types of the student's open plans, of those with one code the first; a value without text where no plans were sent. */
function plansOf(
  { record }: AssessedStudent,
  { asOf, availability, definition }: ReportContext,
): readonly RowValue[] {
  if (!availability.plans) return [{ text: "", because: "the district sent no plans" }];
  const codes = definition.fields.find(
    ({ source }) => "row" in source && source.row === "association.plan",
  )?.codes;
  const byCode = new Map<string, string>();
  for (const { planType } of openPlansOfTypes(PLAN_TYPES, documentsOf(record), asOf)) {
    const code = codes?.[planType] ?? planType;
    if (!byCode.has(code)) byCode.set(code, planType);
  }
  return [...byCode.values()];
}

/** The grade in which the student entered the school: that of the school year of the entry. */
function entryGrade({ record }: AssessedStudent, { asOf, year }: ReportContext): RowValue {
  const { student, enrollments, more } = record;
  const enteredOn = enrollmentOn(enrollments, asOf)?.enteredOn ?? asOf;
  if (enteredOn >= firstDayOf(year)) return student.grade ?? "";
  const entered = schoolYearOf(enteredOn);
  return (
    more.gradeYears?.find(({ schoolYear }) => schoolYear === entered)?.grade ?? {
      text: "",
      because:
        "the exports do not say in which grade the student entered in an earlier school year",
    }
  );
}
