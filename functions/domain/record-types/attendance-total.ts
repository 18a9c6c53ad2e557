import { all, ARRANGED, ID, NUMBER, SCHOOL_YEAR, STUDENT } from "./field.ts";
import { recordType } from "./record-type.ts";
import { OF_STUDENT } from "./reference.ts";
import { column, optional } from "./stored-table.ts";

/** What a source says of a student's whole year. No day is made of it. */
export const attendanceTotal = recordType({
  name: "attendanceTotal",
  words: { one: "attendance total", many: "attendance totals" },
  fields: {
    student: STUDENT,
    school: ID,
    schoolYear: SCHOOL_YEAR,
    asOf: ARRANGED,
    enrolledDays: NUMBER,
    absentDays: NUMBER,
    excusedDays: NUMBER,
    unexcusedDays: NUMBER,
  },
  required: all("student", "schoolYear", "absentDays"),
  isAddition: true,
  key: ["student", "school", "schoolYear"],
  keyField: "student",
  references: [OF_STUDENT],
  guardedBy: ["student", "school", "schoolYear"],
  table: {
    name: "attendanceTotal",
    title: "Attendance totals",
    description:
      "One row per student, school and school year: totals as the source gives them, from which no days are derived.",
    primaryKey: ["student", "school", "schoolYear"],
    sortedBy: ["student", "schoolYear", "school"],
    columns: [
      column("student", "text", "The student."),
      optional("school", "text", "The school."),
      column("schoolYear", "integer", "The year in which the school year ends."),
      optional("asOf", "day", "The last day that is in it."),
      optional("enrolledDays", "number", "Days enrolled."),
      column("absentDays", "number", "Days absent."),
      optional("excusedDays", "number", "Days absent and excused."),
      optional("unexcusedDays", "number", "Days absent and not excused."),
    ],
  },
});
