import type { ConformedManifest, FileOutcome } from "./conformed-manifest.ts";

/** What somebody decided about one file that would remove many students, enrollments or plans. */
export interface RemovalDecision {
  /** The SHA-256 of the file: the decision is not about another file of the same name. */
  readonly sha256: string;
  /** Its name, as the sender wrote it. */
  readonly file: string;
  readonly isAccepted: boolean;
  /** Whether a refusal is taken back: the file waits again. */
  readonly isWithdrawn: boolean;
  readonly decidedBy: string;
  readonly reason: string;
  /** The instant, as ISO text. */
  readonly decidedAt: string;
}

/** Whether a file may remove these records, by the last decision about it. */
export type RemovalRuling = "accepted" | "refused";

/** The last decision about each file, by its SHA-256; none of one whose refusal was withdrawn. @param decisions the earliest first */
export function removalRulings(
  decisions: readonly RemovalDecision[],
): ReadonlyMap<string, RemovalRuling> {
  const rulings = new Map<string, RemovalRuling>();
  for (const { sha256, isAccepted, isWithdrawn } of decisions) {
    if (isWithdrawn) rulings.delete(sha256);
    else rulings.set(sha256, isAccepted ? "accepted" : "refused");
  }
  return rulings;
}

/**
 * The decisions about single files; for files without one, what the run says.
 * @param acceptRemovals whether the run accepts any file, or `waiting`, those that the version in
 * use lists
 */
export function rulingsOf(
  acceptRemovals: boolean | "waiting",
  before: ConformedManifest | null,
  rulings: ReadonlyMap<string, RemovalRuling>,
): (sha256: string) => RemovalRuling | null {
  // A file in use was accepted just before, by an attempt that was killed.
  const listed = (before?.files ?? []).filter(({ outcome }) => /^(waiting|used)$/.test(outcome));
  const seen = new Set(listed.map(({ sha256 }) => sha256));
  const isAccepted = (sha256: string): boolean =>
    acceptRemovals === "waiting" ? seen.has(sha256) : acceptRemovals;
  return (sha256) => rulings.get(sha256) ?? (isAccepted(sha256) ? "accepted" : null);
}

/** Whether a file that would remove many records was judged by the decision that applies today. */
export const isJudgedSo = (outcome: FileOutcome, ruling: RemovalRuling | undefined): boolean =>
  outcome === "waiting"
    ? ruling === undefined
    : outcome === "refused"
      ? ruling === "refused"
      : true;
