import { PLAN_COMPONENTS } from "../plans/plan-component.ts";
import { all, HAPPENED, ID, NUMBER, oneOf, STUDENT, TEXT } from "./field.ts";
import { recordType } from "./record-type.ts";
import { OF_STUDENT } from "./reference.ts";
import { column, list, optional } from "./stored-table.ts";

/** One entry of one component in a student's plan. */
export const planComponent = recordType({
  name: "planComponent",
  words: { one: "component of a plan", many: "components of plans" },
  fields: {
    entry: ID,
    student: STUDENT,
    component: oneOf(PLAN_COMPONENTS),
    enteredOn: HAPPENED,
    quantity: NUMBER,
    strand: TEXT,
    marks: TEXT,
  },
  required: all("student", "component"),
  decisive: ["quantity"],
  isAddition: true,
  key: ["entry", "student"],
  // Entries of one day that differ in their amount or in what they show are different ones.
  keyWithoutId: ["student", "component", "enteredOn", "strand", "quantity", "marks"],
  keyField: "component",
  references: [OF_STUDENT],
  guardedBy: ["student", "component"],
  guardedFrom: 20,
  availability: { for: "rules", as: "planComponents" },
  table: {
    name: "planComponent",
    title: "Components of plans",
    description: "One row per entry of a component in a student's plan.",
    primaryKey: ["student", "component", "enteredOn", "strand", "quantity", "marks", "entry"],
    isOmittedWhenEmpty: true,
    columns: [
      column("student", "text", "The student."),
      column("component", "text", "What it is an entry of."),
      optional("enteredOn", "day", "The day it was made; empty if no record gives it."),
      column("quantity", "number", "What is counted where a rule asks for an amount."),
      column("strand", "text", "The strand it belongs to; may be empty."),
      list("marks", "What it shows beyond being there, with ; between them."),
      column("entry", "text", "The identifier of the entry; may be empty."),
    ],
  },
});
