import type { Attestation } from "../../domain/plans/attestation.ts";
import type { DutyRecord } from "../../domain/plans/duty-record.ts";
import type { Exemption } from "../../domain/plans/exemption.ts";
import type { RuleConfirmation } from "../../domain/plans/rule-confirmation.ts";
import type { StaffRecord } from "../../domain/people/staff-member.ts";
import { toCsv } from "../../releases/files/csv.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import type { IncomingFile } from "../ports.ts";

const text = <N extends string>(name: N) =>
  ({ name, type: "text", title: name, definition: "As docs/formats/ilp-csv.md says." }) as const;
const until = {
  name: "until_on",
  type: "day",
  optional: true,
  title: "until_on",
  definition: "First day on which it no longer holds.",
} as const;

const EXEMPTION = {
  name: "recorded_exemption",
  title: "One exemption",
  description: "One row the decision that was recorded.",
  primaryKey: ["student_id", "requirement", "from_on"],
  columns: [
    ...[text("student_id"), text("requirement"), text("reason"), text("decided_by")],
    ...[text("from_on"), until, text("recorded_at")],
  ],
} as const satisfies TableDefinition;

const ATTESTATION = {
  name: "recorded_attestation",
  title: "One attestation",
  description: "One row the statement that was recorded.",
  primaryKey: ["student_id", "requirement", "from_on"],
  columns: [
    ...[text("student_id"), text("requirement"), text("is_met"), text("reason")],
    ...[text("attested_by"), text("from_on"), until, text("recorded_at")],
  ],
} as const satisfies TableDefinition;

/**
 * One exemption as a file of the district's own, so that it is kept as sent, replayed and ended like
 * any other record. The file's name tells nothing of the student.
 * @param recordedAt the instant, as ISO text: of two records about the same the later holds
 */
export const exemptionFile = (exemption: Exemption, recordedAt: string): IncomingFile =>
  fileOf(
    EXEMPTION.name,
    toCsv(EXEMPTION, [
      {
        student_id: exemption.student,
        requirement: exemption.requirement,
        reason: exemption.reason,
        decided_by: exemption.decidedBy,
        from_on: exemption.from,
        until_on: exemption.until,
        recorded_at: recordedAt,
      },
    ]),
  );

const DUTY = {
  name: "recorded_duty",
  title: "One duty done",
  description: "One row the duty that was recorded as done.",
  primaryKey: ["duty", "done_on"],
  columns: [text("duty"), text("done_on"), text("done_by"), text("recorded_at")],
} as const satisfies TableDefinition;

/** A duty of the district as done, as a file of the district's own, as `exemptionFile`. */
export const dutyFile = ({ duty, doneOn, doneBy }: DutyRecord, recordedAt: string): IncomingFile =>
  fileOf(
    DUTY.name,
    toCsv(DUTY, [{ duty, done_on: doneOn, done_by: doneBy, recorded_at: recordedAt }]),
  );

const CONFIRMATION = {
  name: "recorded_confirmation",
  title: "One rule confirmed",
  description: "One row the statement that was recorded.",
  primaryKey: ["mandate", "requirement", "recorded_at"],
  columns: [
    ...[text("mandate"), text("requirement"), text("is_withdrawn"), text("confirmed_by")],
    ...[text("source"), text("confirmed_on"), text("rule_hash"), text("recorded_at")],
  ],
} as const satisfies TableDefinition;

/** A rule that the district has confirmed, or takes back, as a file of the district's own, as `exemptionFile`. */
export const confirmationFile = (confirmation: RuleConfirmation): IncomingFile =>
  fileOf(
    CONFIRMATION.name,
    toCsv(CONFIRMATION, [
      {
        mandate: confirmation.mandate,
        requirement: confirmation.requirement,
        is_withdrawn: confirmation.isWithdrawn ? "yes" : "no",
        confirmed_by: confirmation.by,
        source: confirmation.source,
        confirmed_on: confirmation.on,
        rule_hash: confirmation.rule,
        recorded_at: confirmation.recordedAt,
      },
    ]),
  );

const STAFF = {
  name: "recorded_staff",
  title: "Roles of one staff member",
  description: "One row per role that was given or taken away.",
  primaryKey: ["staff_id", "role", "recorded_at"],
  columns: [
    ...[text("staff_id"), text("name"), text("role"), text("school_ids"), text("counselor_ids")],
    ...[text("email"), text("is_removed"), text("recorded_at")],
  ],
} as const satisfies TableDefinition;

/** Roles that were given or taken away, as a file of the district's own, as `exemptionFile`. */
export const staffFile = (staff: readonly StaffRecord[]): IncomingFile =>
  fileOf(
    STAFF.name,
    toCsv(
      STAFF,
      staff.map((record) => ({
        staff_id: record.staff,
        name: record.name,
        role: record.role ?? "",
        school_ids: record.schools.join(";"),
        counselor_ids: record.counselors.join(";"),
        email: record.email ?? "",
        is_removed: record.isRemoved ? "yes" : "no",
        recorded_at: record.recordedAt,
      })),
    ),
  );

/** One attestation as a file of the district's own, as `exemptionFile`. */
export const attestationFile = (attestation: Attestation, recordedAt: string): IncomingFile =>
  fileOf(
    ATTESTATION.name,
    toCsv(ATTESTATION, [
      {
        student_id: attestation.student,
        requirement: attestation.requirement,
        is_met: attestation.isMet ? "yes" : "no",
        reason: attestation.reason,
        attested_by: attestation.attestedBy,
        from_on: attestation.from,
        until_on: attestation.until,
        recorded_at: recordedAt,
      },
    ]),
  );

function fileOf(name: string, csv: string): IncomingFile {
  const bytes = new TextEncoder().encode(csv);
  return {
    name: `${name}_${letters(contentHash(bytes))}.csv`,
    package: "",
    async *open() {
      yield await Promise.resolve(bytes);
    },
  };
}

/** A hash in letters alone, so that it is not taken for a date. */
const letters = (hash: string): string =>
  [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
