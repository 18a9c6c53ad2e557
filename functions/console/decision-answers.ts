/** What the console answers about decisions: what waits for one, and what was decided. */

/** What can be decided one by one. */
export const DECISION_KINDS = [
  "exemption",
  "attestation",
  "assignment",
  "duty",
  "confirmation",
  "removal",
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** How a decision stands: it holds, a later one about the same took its place, or it was withdrawn. */
export type DecisionState = "in-force" | "replaced" | "withdrawn";

/** One decision, or one withdrawal, as a page lists it. */
export interface ListedDecision {
  readonly kind: DecisionKind;
  /** The instant of recording, as ISO text. */
  readonly at: string;
  readonly by: string;
  readonly isWithdrawal: boolean;
  readonly state: DecisionState;
  /** "Exempt from Second review from May 20, 2022: Medical reasons" */
  readonly inWords: string;
  readonly reason: string;
  /** Of an exemption or attestation what tells it from others, see `statementKey`; null of any other. */
  readonly statement: string | null;
  /** Whom it is about; null where it is about no student, and where the reader may not see who. */
  readonly student: { readonly key: string; readonly name: string } | null;
  /** Whether the figures and lists shown today do not have it yet. */
  readonly isPending: boolean;
  /** How it is withdrawn; null where it cannot be, or not by this reader. */
  readonly withdraw: Withdrawal | null;
}

/** What a POST must bring to withdraw a decision. */
export interface Withdrawal {
  readonly path: string;
  readonly body: { readonly [name: string]: string | readonly string[] };
  /** Whether the record keeps why, so that it must be given as `reason` or `source`. */
  readonly asks: "reason" | "source" | null;
  /** What it changes, as a sentence. */
  readonly effect: string;
}

/** `GET /console/decisions?kind=`. */
export interface DecisionsPage {
  /** As the records will name the reader. */
  readonly signedAs: string;
  /** The day of the current staff edition; null before the first. */
  readonly asOf: string | null;
  readonly waiting: WaitingDecisions;
  readonly decided: readonly ListedDecision[];
  /** How many decisions there are of what is asked for and the reader may see. */
  readonly all: number;
  /** Hand it back in the header `ilp-after` to go on; null at the end. */
  readonly next: string | null;
  readonly because: string;
}

/** What waits for somebody to decide; each null where this reader does not decide it. */
export interface WaitingDecisions {
  readonly removals: readonly WaitingRemoval[] | null;
  readonly duties: readonly WaitingDuty[] | null;
  readonly rules: readonly WaitingRule[] | null;
  /** Who decides what this reader does not, a sentence each, with how much waits. */
  readonly others: readonly string[];
}

/** A file that would remove many records, or one that was refused. */
export interface WaitingRemoval {
  readonly file: string;
  readonly sha256: string;
  readonly isRefused: boolean;
  /** Records of the file itself. */
  readonly records: number;
  /** "21 of 100 students"; empty where the version in use was made before this was counted. */
  readonly removals: readonly string[];
}

/** A duty of the district itself that is not done. */
export interface WaitingDuty {
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly due: string;
  readonly dueOn: string | null;
  /** due, overdue, undated or no-record. */
  readonly state: string;
  readonly stateName: string;
}

/** A rule of the mandate whose text nobody has confirmed. */
export interface WaitingRule {
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly citation: string;
  readonly url: string | null;
  readonly notConfirmed: string;
}

/** `GET /console/student-decisions`, with the header `ilp-student`: what a reader may decide about one student, and what was decided already. */
export interface StudentDecisions {
  /** The key of the student. */
  readonly student: string;
  readonly signedAs: string;
  /** The day from which a decision holds unless another is given. */
  readonly firstDay: string;
  readonly canExempt: boolean;
  readonly canAttest: boolean;
  readonly canAssign: boolean;
  /** Who could decide what the reader cannot, in a sentence; empty where there is nothing. */
  readonly others: string;
  readonly requirements: readonly { readonly id: string; readonly name: string }[];
  readonly reasons: readonly { readonly id: string; readonly name: string }[];
  /** The counselors of the student's school in the staff list, by the name or id that plans use. */
  readonly counselors: readonly { readonly id: string; readonly name: string }[];
  readonly decided: readonly ListedDecision[];
}
