import { all, ARRANGED, PLANNED_END, STUDENT, TEXT } from "./field.ts";
import { recordType } from "./record-type.ts";
import { OF_STUDENT } from "./reference.ts";
import { column, optional } from "./stored-table.ts";

/** A program that a student takes part in: special education, Section 504, bilingual, and so on. */
export const program = recordType({
  name: "program",
  words: { one: "program participation", many: "program participations" },
  fields: { student: STUDENT, program: TEXT, beganOn: ARRANGED, endedOn: PLANNED_END },
  required: all("student", "program"),
  decisive: ["beganOn", "endedOn"],
  isAddition: true,
  key: ["student", "program", "beganOn"],
  keyField: "program",
  references: [{ ...OF_STUDENT, isLeftOutWithStudent: true }],
  guardedBy: ["student", "program"],
  guardedFrom: 20,
  availability: { for: "rules", as: "programs" },
  table: {
    name: "program",
    title: "Program participations",
    description: "One row per participation in a program.",
    primaryKey: ["student", "program", "beganOn"],
    columns: [
      column("student", "text", "The student."),
      column("program", "text", "The program's name in the source."),
      column("beganOn", "day", "First day."),
      optional("endedOn", "day", "First day that no longer counts."),
    ],
  },
});
