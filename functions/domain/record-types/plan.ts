import { GRADES } from "../people/grade.ts";
import { PLAN_STATUSES, PLAN_TYPES } from "../plans/plan.ts";
import { all, ARRANGED, ID, oneOf, PLANNED_END, SCHOOL_YEAR, STUDENT, TEXT } from "./field.ts";
import { recordType } from "./record-type.ts";
import { BEST_KNOWN } from "./precedence.ts";
import { OF_STUDENT } from "./reference.ts";
import { column, optional } from "./stored-table.ts";

/** Where the export numbers no plans, the student, the sort of plan and the year say which it is. */
export const PLAN_FIELDS = {
  plan: ID,
  student: STUDENT,
  planType: oneOf(PLAN_TYPES),
  schoolYear: SCHOOL_YEAR,
} as const;
export const ONE_PLAN = [["plan"], ["student", "planType", "schoolYear"]] as const;

/** A student's plan. */
export const plan = recordType({
  name: "plan",
  words: { one: "plan", many: "plans" },
  fields: {
    ...PLAN_FIELDS,
    status: oneOf(PLAN_STATUSES),
    openedOn: { ...ARRANGED, planYear: "not-after" },
    closedOn: PLANNED_END,
    counselor: TEXT,
    school: ID,
    grade: oneOf(GRADES),
  },
  required: all("student", "planType", "schoolYear", "status", "openedOn"),
  decisive: ["plan"],
  key: ["plan"],
  keyField: "plan",
  // What is no draft by one record is no draft any more.
  precedence: [{ prefers: "other-value", field: "status", value: "draft" }, ...BEST_KNOWN],
  references: [OF_STUDENT],
  guardedBy: ["plan"],
  availability: { for: "measures", as: "plans" },
  table: {
    name: "plan",
    title: "Plans",
    description: "One row per plan.",
    primaryKey: ["plan"],
    columns: [
      column("plan", "text", "The plan's identifier."),
      column("student", "text", "The student."),
      column("planType", "text", "What sort of plan it is."),
      column("schoolYear", "integer", "The year in which its school year ends."),
      column("status", "text", "draft, active or closed."),
      column("openedOn", "day", "The day it was opened."),
      optional("closedOn", "day", "First day on which it is no longer open."),
      column("counselor", "text", "The staff member who looks after it; may be empty."),
      optional(
        "school",
        "text",
        "The school that the plan's platform believes the student to be in.",
      ),
      optional(
        "grade",
        "text",
        "The grade that the plan's platform believes the student to be in.",
      ),
    ],
  },
});
