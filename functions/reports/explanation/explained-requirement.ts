import type { Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import {
  REQUIREMENT_STANDING_NAMES,
  type RequirementStanding,
} from "../../domain/plans/requirement-standing.ts";
import { REVIEW_STATUS_NAMES } from "../../domain/plans/review-status.ts";
import { schoolYearName } from "../../domain/calendar/school-year.ts";
import { standingOf, type Evidence, type RequirementAnswer } from "../../mandates/clock/answer.ts";
import { FACT_STATUS_NAMES } from "../../mandates/rules/cited.ts";
import { isEvidence, type ConsideredRecord } from "../../mandates/evidence/considered-record.ts";

/** One requirement for the student: the rule, the answer, and the records and days it rests on. */
export interface ExplainedRequirement {
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly citation: string;
  /** How far the text was checked. */
  readonly textStatus: string;
  /** A review status, or a standing where no review is clocked. */
  readonly status: string;
  readonly statusName: string;
  readonly standing: RequirementStanding;
  readonly because: string;
  readonly opensOn: Day | null;
  readonly dueOn: Day | null;
  readonly heldOn: Day | null;
  readonly review: string | null;
  readonly daysLeft: number | null;
  /** The records that decided; empty where it was the absence of one. */
  readonly evidence: readonly Evidence[];
  /** Every record that was looked at, in all school years held. */
  readonly records: readonly ExplainedRecord[];
  /** Which record decided, or the absence of which, in a sentence. */
  readonly decidedBy: string;
}

export interface ExplainedRecord extends Omit<ConsideredRecord, "schoolYear"> {
  readonly schoolYear: string;
  /** Whether the answer rests on it. */
  readonly isDeciding: boolean;
}

/** One answer with the records that were looked at for it. */
export function explained(
  answer: RequirementAnswer,
  considered: readonly ConsideredRecord[],
): ExplainedRequirement {
  const { requirement, because, dueOn, daysLeft, evidence } = answer;
  const { id, name, rule, citation } = requirement;
  const isClocked = answer.kind === "review";
  return {
    ...{ id, name, rule, citation },
    textStatus:
      requirement.confirmedBy === undefined
        ? FACT_STATUS_NAMES[requirement.status]
        : `Read and confirmed by the district on ${longDay(requirement.confirmedBy.on)}`,
    status: answer.status,
    statusName: isClocked
      ? REVIEW_STATUS_NAMES[answer.status]
      : REQUIREMENT_STANDING_NAMES[answer.status],
    standing: standingOf(answer),
    because,
    opensOn: isClocked ? answer.opensOn : null,
    dueOn,
    heldOn: isClocked ? answer.heldOn : null,
    review: isClocked ? answer.review : null,
    daysLeft,
    evidence,
    records: considered.map((row) => ({
      ...row,
      schoolYear: schoolYearName(row.schoolYear),
      isDeciding: evidence.some((evidenceRecord) => isEvidence(row, evidenceRecord)),
    })),
    decidedBy: decidedBy(answer),
  };
}

function decidedBy(answer: RequirementAnswer): string {
  const standing = standingOf(answer);
  const records = answer.evidence.map(
    ({ record, name, on }) => `${record} ${name}, ${longDay(on)}`,
  );
  if (records.length > 0) {
    return standing === "not-determinable"
      ? `These records do not decide it: ${records.join("; ")}.`
      : `Decided by ${records.join("; ")}.`;
  }
  const missing = answer.status === "plan-missing" ? LACKED.plan : lackedOf(answer.requirement);
  switch (standing) {
    case "met":
      return "No record decides it.";
    case "not-met":
      return `Decided by the absence of ${missing}.`;
    case "not-determinable":
      return `No record decides it: none shows ${missing}.`;
    case "not-applicable":
      return answer.status === "pending"
        ? `So far no record shows ${missing}.`
        : "No record decides it.";
  }
}

const lackedOf = (requirement: RequirementAnswer["requirement"]): string =>
  requirement.kind === "recurring-review" && requirement.nth > 1
    ? "a further review that counts"
    : LACKED[requirement.kind];

/** What is lacking where no record decides, by what is asked. */
const LACKED: { readonly [kind in RequirementAnswer["requirement"]["kind"]]: string } = {
  "recurring-review": "a review that counts",
  "transition-review": "a review that counts",
  plan: "a plan that counts",
  content: "the content that is asked for",
  assent: "the notice, participation or signature that is asked for",
  record: "the event that is asked for",
  judged: "an attestation",
};
