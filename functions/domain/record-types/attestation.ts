import { all, ARRANGED, ID, PLANNED_END, STUDENT, TEXT, YES_NO } from "./field.ts";
import { recordType } from "./record-type.ts";
import { OF_REQUIREMENT, OF_STUDENT } from "./reference.ts";
import { column, optional } from "./stored-table.ts";

/** What a named person states about one student and requirement where no record decides it. */
export const attestation = recordType({
  name: "attestation",
  words: { one: "attestation", many: "attestations" },
  fields: {
    student: STUDENT,
    requirement: ID,
    isMet: YES_NO,
    reason: TEXT,
    attestedBy: TEXT,
    from: ARRANGED,
    until: PLANNED_END,
  },
  required: all("student", "requirement", "isMet", "reason", "attestedBy", "from"),
  decisive: ["until"],
  key: ["student", "requirement", "from"],
  keyField: "requirement",
  references: [OF_REQUIREMENT, OF_STUDENT],
  table: {
    name: "attestation",
    title: "Attestations",
    description: "One row per statement of a named person on a requirement that no record decides.",
    primaryKey: ["student", "requirement", "from"],
    isOmittedWhenEmpty: true,
    columns: [
      column("student", "text", "The student."),
      column("requirement", "text", "The requirement's id."),
      column("isMet", "boolean", "Whether it is stated to be met."),
      column("reason", "text", "On what the statement rests."),
      column("attestedBy", "text", "The staff member who states it."),
      column("from", "day", "First day."),
      optional("until", "day", "First day on which it no longer holds."),
    ],
  },
});
