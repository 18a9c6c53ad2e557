import { longDay } from "../domain/calendar/long-day.ts";
import { EXEMPTION_REASON_NAMES, type ExemptionReason } from "../domain/plans/exemption.ts";
import type { DecisionKind } from "./decision-answers.ts";

/** The parts of a decision that its words mention; they name no student. */
export interface SaidDecision {
  readonly kind: DecisionKind;
  readonly isWithdrawal: boolean;
  /** The name of what it is about: a requirement, a duty, a counselor, a file. */
  readonly about: string;
  readonly on: string;
  readonly until: string;
  readonly reason: string;
  readonly isYes: boolean | null;
}

/** A decision as the heading of its entry. A withdrawal says what it takes back. */
export function decisionInWords(decision: SaidDecision): string {
  const said = SAID[decision.kind](decision);
  return decision.isWithdrawal
    ? `Withdrawn: ${said.charAt(0).toLowerCase()}${said.slice(1)}`
    : said;
}

const SAID: { readonly [kind in DecisionKind]: (decision: SaidDecision) => string } = {
  exemption: ({ about, on, until, reason }) =>
    `Exempt from ${about} ${spanInWords(on, until)}: ${reasonName(reason)}`,
  attestation: ({ about, on, until, isYes }) =>
    `${about} is stated to be ${isYes === true ? "met" : "not met"} ${spanInWords(on, until)}`,
  assignment: ({ about }) => `In the caseload of ${about}`,
  duty: ({ about, on }) => `Duty done on ${dayInWords(on)}: ${about}`,
  confirmation: ({ about, on }) => `Rule confirmed, its text read on ${dayInWords(on)}: ${about}`,
  removal: ({ about, isYes }) => `${isYes === true ? "Accepted" : "Refused"} what ${about} removes`,
};

/**
 * "from May 20, 2022", "from May 20, 2022 until June 9, 2022". The second date is the last day on
 * which the decision applies.
 */
const spanInWords = (on: string, until: string): string =>
  `from ${dayInWords(on)}${until === "" ? "" : ` until ${dayInWords(until)}`}`;

/** A district's own file may write a day in another form, which is then shown as it is. */
const dayInWords = (on: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(on) ? longDay(on) : on);

const reasonName = (reason: string): string =>
  reason in EXEMPTION_REASON_NAMES
    ? EXEMPTION_REASON_NAMES[reason as ExemptionReason].replace(/^./, (first) =>
        first.toLowerCase(),
      )
    : reason;

/** What a withdrawal changes, as a sentence before it is recorded. */
export const WITHDRAWAL_EFFECTS: { readonly [kind in DecisionKind]: string } = {
  exemption:
    "The student will be asked for it again, as if the exemption had never been recorded. Both records are kept.",
  attestation:
    "The statement no longer counts, and the requirement is again what the records say. Both records are kept.",
  assignment:
    "The student leaves this caseload, unless the plan names the counselor. Both records are kept.",
  duty: "The duty counts as not done on that day. Both records are kept.",
  confirmation:
    "The rule cannot give “not met” until it is confirmed again. Both records are kept.",
  removal:
    "The file waits again for somebody to accept or refuse it. The last good version is used meanwhile.",
};
