import { ASSENT_DEGREES } from "../plans/plan-assent.ts";
import { PARTICIPANTS } from "../plans/plan.ts";
import { all, HAPPENED, oneOf, STUDENT, YES_NO } from "./field.ts";
import { recordType } from "./record-type.ts";
import { OF_STUDENT } from "./reference.ts";
import { column, optional } from "./stored-table.ts";

/** A part that somebody took in a student's plan, and how far. */
export const planAssent = recordType({
  name: "planAssent",
  words: { one: "part taken in a plan", many: "parts taken in plans" },
  fields: {
    student: STUDENT,
    role: oneOf(PARTICIPANTS),
    degree: oneOf(ASSENT_DEGREES),
    givenOn: HAPPENED,
    isDesignee: YES_NO,
    isGoodFaithEffort: YES_NO,
  },
  required: all("student", "role", "degree"),
  decisive: ["isDesignee", "isGoodFaithEffort"],
  isAddition: true,
  key: ["student", "role", "degree", "givenOn"],
  keyField: "givenOn",
  references: [OF_STUDENT],
  guardedBy: ["student", "role", "degree"],
  guardedFrom: 20,
  availability: { for: "rules", as: "planAssents" },
  table: {
    name: "planAssent",
    title: "Parts taken in plans",
    description: "One row per person who took part in a student's plan, and how far.",
    primaryKey: ["student", "role", "degree", "givenOn"],
    isOmittedWhenEmpty: true,
    columns: [
      column("student", "text", "The student."),
      column("role", "text", "student, family, counselor, teacher, administrator or other."),
      column("degree", "text", "From notice to approval."),
      optional("givenOn", "day", "The day; empty if no record gives it."),
      column("isDesignee", "boolean", "Whether it is somebody whom the parent appointed."),
      column("isGoodFaithEffort", "boolean", "Whether it is an effort without an answer."),
    ],
  },
});
