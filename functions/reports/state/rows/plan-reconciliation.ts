import { documentsOf } from "../../../mandates/clock/clock-case.ts";
import { hasActivePlan } from "../../../mandates/evidence/plan-records.ts";
import type { AssessedStudent } from "../../../metrics/students/assessed-student.ts";
import { enrolledStudents } from "./enrolled-students.ts";
import type { ReportContext, ReportRow, RowKind, RowValue, ValueSource } from "./report-row.ts";
import { reportedStudents, studentRow, studentRows } from "./student-rows.ts";

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

/** What the plan says; not determinable where no plans, or no contents of plans, were sent. */
function finding(student: AssessedStudent, context: ReportContext): RowValue {
  const { asOf, availability, mandate } = context;
  const { record } = student;
  if (!availability.plans) {
    return { text: "not-determinable", because: "the district sent no plans" };
  }
  if (!hasActivePlan(mandate, documentsOf(record), asOf)) return "no-plan";
  if (record.more.components === null) {
    return { text: "not-determinable", because: "the district sent no contents of plans" };
  }
  return namedOn(student, context).length > 0 ? "names-one" : "names-none";
}

/** The days on which a graduation pathway was entered in the plan by the count day, in order. */
const namedOn = ({ record }: AssessedStudent, { asOf }: ReportContext): readonly string[] =>
  (record.more.components ?? [])
    .filter(
      ({ component, enteredOn }) =>
        component === "graduation-pathway-selection" && enteredOn <= asOf,
    )
    .map(({ enteredOn }) => enteredOn as string)
    .sort();
