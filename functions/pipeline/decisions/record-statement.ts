import type { Attestation } from "../../domain/plans/attestation.ts";
import type { DutyRecord } from "../../domain/plans/duty-record.ts";
import type { Exemption } from "../../domain/plans/exemption.ts";
import type { RuleConfirmation } from "../../domain/plans/rule-confirmation.ts";
import type { StaffRecord } from "../../domain/people/staff-member.ts";
import type { StudentId } from "../../domain/ids.ts";
import { toCsv } from "../../releases/files/csv.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import type { IncomingFile } from "../ports.ts";
import {
  RECORDED_ATTESTATION,
  RECORDED_CASELOAD,
  RECORDED_CONFIRMATION,
  RECORDED_DUTY,
  RECORDED_EXEMPTION,
  RECORDED_STAFF,
} from "../../conformed/recorded-tables.ts";

/** When something is recorded, and whether it is that an earlier record about the same no longer holds. */
export interface Stamp {
  /** The instant, as ISO text: of two records about the same the later holds. */
  readonly recordedAt: string;
  readonly isWithdrawn: boolean;
}

const stamped = ({ recordedAt, isWithdrawn }: Stamp) => ({
  recorded_at: recordedAt,
  is_withdrawn: isWithdrawn ? "yes" : "no",
});

/**
 * One exemption as a file of the district's own, so that it is kept as sent, replayed and ended like
 * any other record. The file's name tells nothing of the student.
 */
export const exemptionFile = (exemption: Exemption, stamp: Stamp): IncomingFile =>
  fileOf(
    RECORDED_EXEMPTION.name,
    toCsv(RECORDED_EXEMPTION, [
      {
        student_id: exemption.student,
        requirement: exemption.requirement,
        reason: exemption.reason,
        decided_by: exemption.decidedBy,
        from_on: exemption.from,
        until_on: exemption.until,
        ...stamped(stamp),
      },
    ]),
  );

/** One attestation as a file of the district's own, as `exemptionFile`. */
export const attestationFile = (attestation: Attestation, stamp: Stamp): IncomingFile =>
  fileOf(
    RECORDED_ATTESTATION.name,
    toCsv(RECORDED_ATTESTATION, [
      {
        student_id: attestation.student,
        requirement: attestation.requirement,
        is_met: attestation.isMet ? "yes" : "no",
        reason: attestation.reason,
        attested_by: attestation.attestedBy,
        from_on: attestation.from,
        until_on: attestation.until,
        ...stamped(stamp),
      },
    ]),
  );

/** A duty of the district as done, as a file of the district's own, as `exemptionFile`. */
export const dutyFile = ({ duty, doneOn, doneBy }: DutyRecord, stamp: Stamp): IncomingFile =>
  fileOf(
    RECORDED_DUTY.name,
    toCsv(RECORDED_DUTY, [{ duty, done_on: doneOn, done_by: doneBy, ...stamped(stamp) }]),
  );

/** Students who come into a counselor's caseload, as a file of the district's own, as `exemptionFile`. */
export const caseloadFile = (
  assigned: readonly { readonly student: StudentId; readonly counselor: string }[],
  assignedBy: string,
  stamp: Stamp,
): IncomingFile =>
  fileOf(
    RECORDED_CASELOAD.name,
    toCsv(
      RECORDED_CASELOAD,
      assigned.map(({ student, counselor }) => ({
        student_id: student,
        counselor_id: counselor,
        assigned_by: assignedBy,
        ...stamped(stamp),
      })),
    ),
  );

/** A rule that the district has confirmed, or takes back, as a file of the district's own, as `exemptionFile`. */
export const confirmationFile = (confirmation: RuleConfirmation): IncomingFile =>
  fileOf(
    RECORDED_CONFIRMATION.name,
    toCsv(RECORDED_CONFIRMATION, [
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

/** Roles that were given or taken away, as a file of the district's own, as `exemptionFile`. */
export const staffFile = (staff: readonly StaffRecord[]): IncomingFile =>
  fileOf(
    RECORDED_STAFF.name,
    toCsv(
      RECORDED_STAFF,
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

/** A hash that has letters alone, so that it is not read as a date. */
const letters = (hash: string): string =>
  [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
