import { all, ARRANGED, ID, listOf, YES_NO } from "./field.ts";
import { recordType } from "./record-type.ts";
import { AT_SCHOOL } from "./reference.ts";
import { column, optional } from "./stored-table.ts";

/** What one school does on one day by one of its calendars. */
export const calendarDay = recordType({
  name: "calendarDay",
  words: { one: "instructional day", many: "instructional days" },
  fields: {
    school: ID,
    calendar: ID,
    on: ARRANGED,
    event: listOf(["instructional", "off"]),
    isInstructional: YES_NO,
  },
  required: [...all("school", "on"), [["event"], ["isInstructional"]]],
  decisive: ["calendar"],
  key: ["school", "calendar", "on"],
  keyField: "on",
  // A school is in session if one record says so.
  precedence: [{ prefers: "yes", field: "isInstructional" }],
  references: [{ ...AT_SCHOOL, isOwner: true }],
  guardedBy: ["school", "on"],
  table: {
    name: "calendar",
    title: "Instructional days",
    description:
      "One row per instructional day of this school, or of another school of one of its students.",
    primaryKey: ["school", "on"],
    columns: [
      column("school", "text", "The school."),
      column("on", "day", "The instructional day."),
      optional(
        "calendars",
        "text",
        "Which of the school's calendars are in session, a tab between two; empty where all are.",
      ),
    ],
  },
});
