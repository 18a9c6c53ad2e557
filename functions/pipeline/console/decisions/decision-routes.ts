import type { RequestKind } from "../../../access/grants.ts";
import { assignCounselor, withdrawAssignment } from "../../decisions/assign-counselor.ts";
import { confirmRule } from "../../decisions/confirm-rule.ts";
import { decideRemovals } from "../../decisions/decide-removals.ts";
import {
  recordAttestation,
  recordExemption,
  withdrawAttestation,
  withdrawExemption,
} from "../../decisions/decisions.ts";
import { recordDuty, withdrawDuty } from "../../decisions/duty-decisions.ts";
import { certifyAsked, explainChange } from "../../state-reports/report-decisions.ts";
import type { Recording } from "../../decisions/recording.ts";
import { setProfile } from "../../measure/district-mandate.ts";

/** What a POST brings. */
export type Body = { readonly [name: string]: unknown };

/** What is recorded, once it is known whom it is about and who decides. */
interface Recordable {
  readonly body: Body;
  /** The ids of the students whom it is about; none where it is about no student. */
  readonly students: readonly string[];
  /** Who decides, as the record keeps it. */
  readonly by: string;
}

interface DecisionRoute {
  readonly kind: RequestKind;
  /** The keys of the students whom it is about, in the body; null where it is about none. */
  readonly studentsIn: ((body: Body) => readonly string[]) | null;
  readonly record: (recording: Recording, of: Recordable) => Promise<object>;
}

export const textOf = (body: Body, name: string): string => {
  const value = body[name];
  return typeof value === "string" ? value : "";
};

const listOf = (body: Body, name: string): readonly string[] => {
  const value = body[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
};

const oneStudent = (body: Body): readonly string[] => [textOf(body, "student")];
const severalStudents = (body: Body): readonly string[] => listOf(body, "students");

const aboutOne = ({ body, students: [student = ""], by }: Recordable) => ({
  ...{ student, by },
  requirement: textOf(body, "requirement"),
  from: textOf(body, "from"),
  until: textOf(body, "until") === "" ? null : textOf(body, "until"),
  reason: textOf(body, "reason"),
});

/**
 * What a POST can record, by path, and what it must hold. A path that ends in `/withdraw` takes an
 * earlier record back.
 */
export const DECISION_ROUTES: { readonly [path: string]: DecisionRoute } = {
  "/console/exemptions": {
    kind: "record-exemption",
    studentsIn: oneStudent,
    record: (recording, of) => recordExemption(recording, aboutOne(of)),
  },
  "/console/exemptions/withdraw": {
    kind: "record-exemption",
    studentsIn: oneStudent,
    record: (recording, of) => withdrawExemption(recording, aboutOne(of)),
  },
  "/console/attestations": {
    kind: "record-attestation",
    studentsIn: oneStudent,
    record: (recording, of) =>
      recordAttestation(recording, { ...aboutOne(of), isMet: of.body["isMet"] === true }),
  },
  "/console/attestations/withdraw": {
    kind: "record-attestation",
    studentsIn: oneStudent,
    record: (recording, of) => withdrawAttestation(recording, aboutOne(of)),
  },
  "/console/duties": {
    kind: "record-duty",
    studentsIn: null,
    record: (recording, of) => recordDuty(recording, dutyIn(of)),
  },
  "/console/duties/withdraw": {
    kind: "record-duty",
    studentsIn: null,
    record: (recording, of) => withdrawDuty(recording, dutyIn(of)),
  },
  "/console/confirmations": {
    kind: "confirm-rule",
    studentsIn: null,
    record: (recording, of) => confirmation(recording, of, false),
  },
  "/console/confirmations/withdraw": {
    kind: "confirm-rule",
    studentsIn: null,
    record: (recording, of) => confirmation(recording, of, true),
  },
  "/console/caseload-assignments": {
    kind: "assign-counselor",
    studentsIn: severalStudents,
    record: (recording, { body, students, by }) =>
      assignCounselor(recording, { students, by, counselor: textOf(body, "counselor") }),
  },
  "/console/caseload-assignments/withdraw": {
    kind: "assign-counselor",
    studentsIn: severalStudents,
    record: (recording, { body, students, by }) =>
      withdrawAssignment(recording, { students, by, counselor: textOf(body, "counselor") }),
  },
  "/console/removals": {
    kind: "decide-removals",
    studentsIn: null,
    record: (recording, { body, by }) =>
      decideRemovals(recording, {
        ...{ files: listOf(body, "files"), by, reason: textOf(body, "reason") },
        decision: body["isAccepted"] === true ? "accept" : "refuse",
      }),
  },
  "/console/state-report/certify": {
    kind: "make-state-file",
    studentsIn: null,
    record: (recording, { body, by }) =>
      certifyAsked(recording, {
        report: textOf(body, "report"),
        amends: textOf(body, "amends"),
        by,
      }),
  },
  "/console/state-report/explain-change": {
    kind: "make-state-file",
    studentsIn: null,
    record: (recording, { body, by }) =>
      explainChange(recording, {
        ...{ report: textOf(body, "report"), schoolYear: textOf(body, "schoolYear"), by },
        ...{ subject: textOf(body, "subject"), because: textOf(body, "because") },
      }),
  },
  "/console/removals/withdraw": {
    kind: "decide-removals",
    studentsIn: null,
    record: (recording, { body, by }) =>
      decideRemovals(recording, {
        ...{ files: listOf(body, "files"), by, reason: textOf(body, "reason") },
        decision: "withdraw-refusal",
      }),
  },
};

/** The fields that a POST must answer with yes or no: a missing answer would count as no. */
export const YES_OR_NO: { readonly [path: string]: string } = {
  "/console/attestations": "isMet",
  "/console/removals": "isAccepted",
};

const dutyIn = ({ body, by }: Recordable) => ({
  duty: textOf(body, "duty"),
  on: textOf(body, "on"),
  by,
});

async function confirmation(
  recording: Recording,
  { body, by }: Recordable,
  isWithdrawn: boolean,
): Promise<object> {
  const profile = await setProfile(recording.places.records, recording.district);
  const on = textOf(body, "on");
  return confirmRule(recording, profile, {
    ...{ requirement: textOf(body, "requirement"), isWithdrawn, by },
    ...{ source: textOf(body, "source"), on: on === "" ? null : on },
  });
}
