import { GRADES } from "../people/grade.ts";
import { all, ARRANGED, ARRANGED_END, ID, oneOf, STUDENT, YES_NO } from "./field.ts";
import { recordType } from "./record-type.ts";
import { AT_SCHOOL, OF_STUDENT } from "./reference.ts";
import { column, optional } from "./stored-table.ts";

/**
 * What a record says of its enrollment besides its days. `withdrawn`: it was, and ended on its last day,
 * without which nobody knows until when it counts, so that none does. `not-enrolled`: it never took
 * place, as of a student registered for next year or one who did not show up.
 */
export const STAY_STATUSES = ["enrolled", "withdrawn", "not-enrolled"] as const;

/** One enrollment of a student in one school. */
export const enrollment = recordType({
  name: "enrollment",
  words: { one: "enrollment", many: "enrollments" },
  fields: {
    student: STUDENT,
    school: ID,
    enteredOn: ARRANGED,
    withdrewOn: ARRANGED_END,
    isPrimary: YES_NO,
    calendar: ID,
    stayStatus: oneOf(STAY_STATUSES),
    isNoShow: YES_NO,
    grade: oneOf(GRADES),
  },
  required: all("student", "school"),
  decisive: ["enteredOn", "withdrewOn", "stayStatus", "isNoShow"],
  key: ["student", "school", "enteredOn"],
  keyField: "enteredOn",
  // Who is enrolled by one record is enrolled, for as long as one says so.
  precedence: [
    { prefers: "open-or-latest", field: "withdrewOn" },
    { prefers: "yes", field: "isPrimary" },
  ],
  references: [
    { ...OF_STUDENT, isLeftOutWithStudent: true },
    { ...AT_SCHOOL, isLeftOutBesideSchool: true },
  ],
  guardedBy: ["student", "school"],
  table: {
    name: "enrollment",
    title: "Enrollments",
    description: "One row per enrollment of a student at a school, this one or another.",
    primaryKey: ["student", "school", "enteredOn"],
    sortedBy: ["student", "enteredOn", "school"],
    columns: [
      column("student", "text", "The student."),
      column("school", "text", "The school."),
      column("enteredOn", "day", "First day of the enrollment."),
      optional("withdrewOn", "day", "First day that no longer counts."),
      column("isPrimary", "boolean", "Whether the school answers for the student."),
      optional(
        "calendar",
        "text",
        "Which of the school's calendars holds; empty where none is named.",
      ),
    ],
  },
});
