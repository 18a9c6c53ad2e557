import type { ComponentEntry } from "../../../domain/plans/plan-component.ts";
import { documentsOf } from "../../../mandates/clock/clock-case.ts";
import { hasActivePlan, mayBeOpen } from "../../../mandates/evidence/plan-records.ts";
import type { AssessedStudent } from "../../../metrics/students/assessed-student.ts";
import { enrolledStudents } from "./enrolled-students.ts";
import type { ReportContext, ReportRow, RowKind, RowValue, ValueSource } from "./report-row.ts";
import { reportedStudents, studentRow, studentRows } from "./student-rows.ts";

const PATHWAY = "graduation-pathway-selection";

const OF_CONTENT: ValueSource = {
  ...{ owner: "counselor", system: "plan platform", column: "graduation pathway" },
};
const OWN_SOURCES: { readonly [name: string]: ValueSource } = {
  "reconciliation.finding": OF_CONTENT,
  "reconciliation.namedOn": OF_CONTENT,
};

/** One row per student of the grades: whether an open plan names the graduation pathway that a state collects from the student information system. */
export const planReconciliation: RowKind = {
  id: "plan-reconciliation",
  sourceOf: (name) => OWN_SOURCES[name] ?? studentRows.sourceOf(name),
  rowsOfSchool: (school, context) =>
    reportedStudents(school, context).map((student): ReportRow => {
      const row = studentRow(student, school, context);
      return {
        about: row.about,
        value(name) {
          if (name === "reconciliation.finding") return finding(student, context);
          return name === "reconciliation.namedOn"
            ? (namedOn(student, context).at(-1) ?? "")
            : row.value(name);
        },
      };
    }),
  populationOf: enrolledStudents,
  restsOnPlans: true,
};

/**
 * What the plan says; not determinable where no plans, or no contents of plans, were sent, and where a plan
 * may be open, or no plan of the district ever names a pathway.
 */
function finding(student: AssessedStudent, context: ReportContext): RowValue {
  const { asOf, availability, mandate } = context;
  const { record } = student;
  if (!availability.plans) {
    return open("the district sent no plans");
  }
  const documents = documentsOf(record);
  if (!hasActivePlan(mandate, documents, asOf)) {
    return mayBeOpen(mandate, documents, asOf)
      ? open("no record says when the plan closed")
      : "no-plan";
  }
  const { components, collected } = record.more;
  if (components === null) return open("the district sent no contents of plans");
  if (namedOn(student, context).length > 0) return "names-one";
  if (pathwaysOf(student).some(({ enteredOn }) => enteredOn === null)) {
    return open("the plan names one without a date");
  }
  return collected?.components.has(PATHWAY) === false
    ? open("no plan of the district names a pathway")
    : "names-none";
}

const open = (because: string): RowValue => ({ text: "not-determinable", because });

/** The days on which a graduation pathway was entered in the plan by the count day, in order. */
const namedOn = (student: AssessedStudent, { asOf }: ReportContext): readonly string[] =>
  pathwaysOf(student)
    .flatMap(({ enteredOn }) => enteredOn ?? [])
    .filter((on) => on <= asOf)
    .sort();

const pathwaysOf = ({ record }: AssessedStudent): readonly ComponentEntry[] =>
  (record.more.components ?? []).filter(({ component }) => component === PATHWAY);
