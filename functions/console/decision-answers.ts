/** What the console answers about decisions: which ones are waiting, and which were made. */

/** The kinds of decisions. */
export const DECISION_KINDS = [
  "exemption",
  "attestation",
  "assignment",
  "duty",
  "confirmation",
  "removal",
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/**
 * Whether a decision is in force, was replaced by a later one about the same thing, or was
 * withdrawn.
 */
export type DecisionState = "in-force" | "replaced" | "withdrawn";

/** One decision or withdrawal, as a page lists it. */
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
  /**
   * The student it is about; null if it is about no student, and if the reader may not see who it
   * is.
   */
  readonly student: { readonly key: string; readonly name: string } | null;
  /** Whether the figures and lists shown today do not include it yet. */
  readonly isPending: boolean;
  /** How it is withdrawn; null if it cannot be, or not by this reader. */
  readonly withdraw: Withdrawal | null;
}

/** What a POST that withdraws a decision must contain. */
export interface Withdrawal {
  readonly path: string;
  readonly body: { readonly [name: string]: string | readonly string[] };
  /**
   * The field in which the reason must be given, `reason` or `source`; null if none is recorded.
   */
  readonly asks: "reason" | "source" | null;
  /** What it changes, as a sentence. */
  readonly effect: string;
}

/** `GET /console/decisions?kind=`. */
export interface DecisionsPage {
  /** The name under which the records will have the reader. */
  readonly signedAs: string;
  /** The day of the current staff edition; null before the first. */
  readonly asOf: string | null;
  readonly waiting: WaitingDecisions;
  readonly decided: readonly ListedDecision[];
  /** How many decisions of the requested kind the reader may see. */
  readonly all: number;
  /** The value of the header `ilp-after` for the next page; null at the end. */
  readonly next: string | null;
  readonly because: string;
}

/** What is waiting for a decision; a part is null if this reader does not decide it. */
export interface WaitingDecisions {
  readonly removals: readonly WaitingRemoval[] | null;
  readonly duties: readonly WaitingDuty[] | null;
  readonly rules: readonly WaitingRule[] | null;
  /**
   * One sentence for each kind that this reader does not decide: who decides it, and how much is
   * waiting.
   */
  readonly others: readonly string[];
}

/** A file that would remove many records, or one that was refused. */
export interface WaitingRemoval {
  readonly file: string;
  readonly sha256: string;
  readonly isRefused: boolean;
  /** Records in the file. */
  readonly records: number;
  /** "21 of 100 students"; empty if the version in use was made before this was counted. */
  readonly removals: readonly string[];
}

/** A duty of the district itself that is not done. */
export interface WaitingDuty {
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly due: string;
  readonly dueOn: string | null;
  /** `due`, `overdue`, `undated` or `no-record`. */
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

/**
 * `GET /console/student-decisions`, with the header `ilp-student`: what a reader may decide about
 * one student, and which decisions were made already.
 */
export interface StudentDecisions {
  /** The key of the student. */
  readonly student: string;
  readonly signedAs: string;
  /** The default first day of a decision. */
  readonly firstDay: string;
  readonly canExempt: boolean;
  readonly canAttest: boolean;
  readonly canAssign: boolean;
  /** Who could decide what the reader cannot, in a sentence; empty if there is nothing. */
  readonly others: string;
  readonly requirements: readonly { readonly id: string; readonly name: string }[];
  readonly reasons: readonly { readonly id: string; readonly name: string }[];
  /** The counselors of the student's school in the staff list, by the name or id that plans use. */
  readonly counselors: readonly { readonly id: string; readonly name: string }[];
  readonly decided: readonly ListedDecision[];
}
