import type { TableDefinition } from "../domain/records/table-definition.ts";

const text = <N extends string>(name: N) =>
  ({ name, type: "text", title: name, definition: "As docs/formats/ilp-csv.md says." }) as const;
const until = {
  name: "until_on",
  type: "day",
  optional: true,
  title: "until_on",
  definition: "First day on which it no longer holds.",
} as const;

/** What people decide, each in a file of its own, as docs/formats/ilp-csv.md describes it. */
export const RECORDED_EXEMPTION = {
  name: "recorded_exemption",
  title: "One exemption",
  description: "One row the decision that was recorded.",
  primaryKey: ["student_id", "requirement", "from_on"],
  columns: [
    ...[text("student_id"), text("requirement"), text("reason"), text("decided_by")],
    ...[text("from_on"), until, text("recorded_at"), text("is_withdrawn")],
  ],
} as const satisfies TableDefinition;

export const RECORDED_ATTESTATION = {
  name: "recorded_attestation",
  title: "One attestation",
  description: "One row the statement that was recorded.",
  primaryKey: ["student_id", "requirement", "from_on"],
  columns: [
    ...[text("student_id"), text("requirement"), text("is_met"), text("reason")],
    ...[text("attested_by"), text("from_on"), until, text("recorded_at"), text("is_withdrawn")],
  ],
} as const satisfies TableDefinition;

export const RECORDED_DUTY = {
  name: "recorded_duty",
  title: "One duty done",
  description: "One row the duty that was recorded as done.",
  primaryKey: ["duty", "done_on"],
  columns: [
    ...[text("duty"), text("done_on"), text("done_by"), text("recorded_at")],
    text("is_withdrawn"),
  ],
} as const satisfies TableDefinition;

export const RECORDED_CONFIRMATION = {
  name: "recorded_confirmation",
  title: "One rule confirmed",
  description: "One row the statement that was recorded.",
  primaryKey: ["mandate", "requirement", "recorded_at"],
  columns: [
    ...[text("mandate"), text("requirement"), text("is_withdrawn"), text("confirmed_by")],
    ...[text("source"), text("confirmed_on"), text("rule_hash"), text("recorded_at")],
  ],
} as const satisfies TableDefinition;

export const RECORDED_STAFF = {
  name: "recorded_staff",
  title: "Roles of one staff member",
  description: "One row per role that was given or taken away.",
  primaryKey: ["staff_id", "role", "recorded_at"],
  columns: [
    ...[text("staff_id"), text("name"), text("role"), text("school_ids"), text("counselor_ids")],
    ...[text("email"), text("is_removed"), text("recorded_at")],
  ],
} as const satisfies TableDefinition;

export const RECORDED_CASELOAD = {
  name: "recorded_caseload",
  title: "Students assigned to a counselor",
  description: "One row per student who was assigned.",
  primaryKey: ["student_id", "counselor_id"],
  columns: [
    ...[text("student_id"), text("counselor_id"), text("assigned_by"), text("recorded_at")],
    text("is_withdrawn"),
  ],
} as const satisfies TableDefinition;
