import { GRADES } from "../people/grade.ts";
import { all, ID, oneOf, STUDENT, TEXT } from "./field.ts";
import { recordType } from "./record-type.ts";
import { AT_SCHOOL, OF_STUDENT } from "./reference.ts";
import { column, optional } from "./stored-table.ts";

/** A counselor with one student, or with students of a school. */
export const caseload = recordType({
  name: "caseload",
  words: { one: "caseload", many: "caseloads" },
  fields: {
    counselor: TEXT,
    student: STUDENT,
    school: ID,
    grade: oneOf(GRADES),
    familyNameFrom: TEXT,
    familyNameUntil: TEXT,
  },
  required: [...all("counselor"), [["student"], ["school"]]],
  decisive: ["grade", "familyNameFrom", "familyNameUntil"],
  key: ["counselor", "student", "school", "grade", "familyNameFrom", "familyNameUntil"],
  keyField: "counselor",
  references: [
    { ...OF_STUDENT, isOptional: true, notEnrolled: "not-enrolled" },
    { ...AT_SCHOOL, isOptional: true, isOwner: true },
  ],
  table: {
    name: "caseload",
    title: "Caseloads",
    description:
      "One row per counselor and student of the school, or per counselor and all its students of a grade, a range of family names or both.",
    primaryKey: ["counselor", "student", "school", "grade", "familyNameFrom", "familyNameUntil"],
    isOmittedWhenEmpty: true,
    columns: [
      column("counselor", "text", "The counselor, as plans name the person."),
      optional("student", "text", "The one student; missing where the row is of a school."),
      column("school", "text", "The school; empty where the row is of one student."),
      optional("grade", "text", "The grade; missing for every grade of the school."),
      column("familyNameFrom", "text", "The beginning of the first family name; may be empty."),
      column("familyNameUntil", "text", "The beginning of the last family name; may be empty."),
    ],
  },
});
