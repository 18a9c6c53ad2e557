import { STUDENT_EVENTS } from "../people/student-event.ts";
import { all, HAPPENED, oneOf, STUDENT } from "./field.ts";
import { recordType } from "./record-type.ts";
import { OF_STUDENT } from "./reference.ts";
import { column } from "./stored-table.ts";

/** An event around a student's plan. */
export const studentEvent = recordType({
  name: "studentEvent",
  words: { one: "event around a plan", many: "events around plans" },
  fields: { student: STUDENT, event: oneOf(STUDENT_EVENTS), occurredOn: HAPPENED },
  required: all("student", "event", "occurredOn"),
  isAddition: true,
  key: ["student", "kind", "occurredOn"],
  keyField: "event",
  references: [OF_STUDENT],
  availability: { for: "rules", as: "studentEvents" },
  table: {
    name: "studentEvent",
    title: "Events around plans",
    description: "One row per event around a student's plan.",
    primaryKey: ["student", "kind", "occurredOn"],
    isOmittedWhenEmpty: true,
    columns: [
      column("student", "text", "The student."),
      column("kind", "text", "What happened, from a closed list."),
      column("occurredOn", "day", "The day."),
    ],
  },
});
