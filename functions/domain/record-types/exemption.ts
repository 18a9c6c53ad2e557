import { EXEMPTION_REASONS } from "../plans/exemption.ts";
import { all, ARRANGED, ID, oneOf, PLANNED_END, STUDENT, TEXT } from "./field.ts";
import { recordType } from "./record-type.ts";
import { OF_REQUIREMENT, OF_STUDENT } from "./reference.ts";
import { column, optional } from "./stored-table.ts";

/** One decision that a requirement is not asked of one student for a time. */
export const exemption = recordType({
  name: "exemption",
  words: { one: "exemption", many: "exemptions" },
  fields: {
    student: STUDENT,
    requirement: ID,
    reason: oneOf(EXEMPTION_REASONS),
    decidedBy: TEXT,
    from: ARRANGED,
    until: PLANNED_END,
  },
  required: all("student", "requirement", "reason", "decidedBy", "from"),
  decisive: ["until"],
  key: ["student", "requirement", "from"],
  keyField: "requirement",
  references: [{ ...OF_REQUIREMENT, besides: ["all"] }, OF_STUDENT],
  table: {
    name: "exemption",
    title: "Exemptions",
    description: "One row per decision that a requirement does not apply to a student for a time.",
    primaryKey: ["student", "requirement", "from"],
    isOmittedWhenEmpty: true,
    columns: [
      column("student", "text", "The student."),
      column("requirement", "text", "The requirement's id, or all."),
      column("reason", "text", "Why, from a closed list."),
      column("decidedBy", "text", "The staff member who decided."),
      column("from", "day", "First day."),
      optional("until", "day", "First day on which it is asked again."),
    ],
  },
});
