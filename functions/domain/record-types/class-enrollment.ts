import { all, ARRANGED, ARRANGED_END, ID, STUDENT } from "./field.ts";
import { recordType } from "./record-type.ts";
import { OF_STUDENT } from "./reference.ts";

/** One student in one class of a school: it tells of the enrollment where nothing else does. */
export const classEnrollment = recordType({
  name: "classEnrollment",
  words: { one: "class enrollment", many: "class enrollments" },
  fields: { student: STUDENT, school: ID, beginsOn: ARRANGED, endsOn: ARRANGED_END },
  required: all("student", "school"),
  decisive: ["beginsOn", "endsOn"],
  key: ["student", "school", "beginsOn", "endsOn"],
  keyField: "student",
  isEachKept: true,
  references: [{ ...OF_STUDENT, isLeftOutWithStudent: true }],
});
