import { all, ARRANGED, NUMBER, oneOf, STUDENT, YES_NO } from "./field.ts";
import { recordType } from "./record-type.ts";
import { OF_STUDENT } from "./reference.ts";
import { column } from "./stored-table.ts";

/** Kinds of attendance records: `partial` is absent for the part of the day that the record gives. */
export const ATTENDANCE_KINDS = ["present", "excused", "unexcused", "absent", "partial"] as const;

/** One attendance record of a student and day. Of all of them the absences alone are stored. */
export const attendance = recordType({
  name: "attendance",
  words: { one: "attendance record", many: "attendance records" },
  fields: {
    student: STUDENT,
    // An absence may be arranged in advance.
    on: ARRANGED,
    kind: oneOf(ATTENDANCE_KINDS),
    isAbsent: YES_NO,
    isExcused: YES_NO,
    isExempt: YES_NO,
    isPresent: YES_NO,
    portionAbsent: NUMBER,
    portionPresent: NUMBER,
    minutesAbsent: NUMBER,
    minutesPossible: NUMBER,
  },
  required: [
    ...all("student", "on"),
    [
      ["kind"],
      ["isAbsent"],
      ["isPresent"],
      ["portionAbsent"],
      ["portionPresent"],
      ["minutesAbsent", "minutesPossible"],
    ],
  ],
  decisive: ["isExempt"],
  key: ["student", "on"],
  keyField: "on",
  references: [OF_STUDENT],
  guardedFrom: 20,
  availability: { for: "measures", as: "attendance" },
  table: {
    name: "absence",
    title: "Absences",
    description: "One row per student and day absent, in part or whole.",
    primaryKey: ["student", "on"],
    isByMonth: true,
    columns: [
      column("student", "text", "The student."),
      column("on", "day", "The day."),
      column("absentMilli", "integer", "Thousandths of the day missed, 1 to 1000."),
      column("excusal", "text", "excused, unexcused or unknown."),
    ],
  },
});
