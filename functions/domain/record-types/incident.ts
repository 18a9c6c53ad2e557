import { all, HAPPENED, ID, STUDENT, TEXT } from "./field.ts";
import { recordType } from "./record-type.ts";
import { AT_SCHOOL, OF_STUDENT } from "./reference.ts";
import { column } from "./stored-table.ts";

/** One discipline incident of one student. */
export const incident = recordType({
  name: "incident",
  words: { one: "discipline incident", many: "discipline incidents" },
  fields: {
    incident: ID,
    student: STUDENT,
    school: ID,
    occurredOn: HAPPENED,
    behavior: TEXT,
    action: TEXT,
  },
  required: all("incident", "student", "school", "occurredOn"),
  isAddition: true,
  key: ["incident", "student"],
  keyField: "incident",
  references: [OF_STUDENT, AT_SCHOOL],
  guardedBy: ["incident", "student"],
  guardedFrom: 20,
  table: {
    name: "incident",
    title: "Discipline incidents",
    description: "One row per discipline incident and student.",
    primaryKey: ["incident", "student"],
    columns: [
      column("incident", "text", "The incident's identifier."),
      column("student", "text", "The student."),
      column("school", "text", "The school where it occurred."),
      column("occurredOn", "day", "The day."),
      column("behavior", "text", "The behavior as the source names it."),
      column("action", "text", "The action taken."),
    ],
  },
});
