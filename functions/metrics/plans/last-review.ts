import { daysBetween, type Day } from "../../domain/calendar/day.ts";
import { isAtLeast, type PlanAssent } from "../../domain/plans/plan-assent.ts";
import type { Participant } from "../../domain/plans/plan.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { heldReviews } from "../../mandates/evidence/plan-records.ts";
import type { Collected } from "../../mandates/rules/collected.ts";
import type { RuleContext } from "../students/measure-context.ts";
import type { StudentRecord } from "../students/school-records.ts";

interface Held {
  /** The id of the review. */
  readonly review: string;
  readonly heldOn: Day;
}

/** A student's last review of the school year by the as-of day, and when it was signed. */
export type LastReview =
  /**
   * The days are from the review to the first signature whose day a record gives: 0 on the day of the
   * review. `isFirst` unless there is one without its day.
   */
  | (Held & {
      readonly kind: "signed";
      readonly signedOn: Day;
      readonly days: number;
      readonly isFirst: boolean;
    })
  /** The days are those since the review. */
  | (Held & { readonly kind: "waiting"; readonly days: number })
  /** No record of the district is a signature of a student or a family, or the student's has no day. */
  | (Held & { readonly kind: "not-recorded" });

/** Whose signature counts. A counselor's says nothing of the family's part. */
const SIGNERS = ["student", "family"] as const satisfies readonly Participant[];

/** The last review held this school year; null if none was. */
export function lastReview(
  { document, more }: Pick<StudentRecord, "document" | "more">,
  { mandate, asOf }: RuleContext,
): LastReview | null {
  const last = heldReviews(mandate, documentsOf({ document, more }), asOf).at(-1);
  if (last === undefined) return null;
  const { review, heldOn } = last;
  if (more.assents === null || !isCollected(more.collected)) {
    return { kind: "not-recorded", review, heldOn };
  }
  const signatures = more.assents.filter(isSignature);
  const isUndated = signatures.some(({ givenOn }) => givenOn === null);
  const signedOn = firstDay(signatures, heldOn, asOf);
  if (signedOn !== null) {
    const days = daysBetween(heldOn, signedOn);
    return { kind: "signed", review, heldOn, signedOn, days, isFirst: !isUndated };
  }
  return isUndated
    ? { kind: "not-recorded", review, heldOn }
    : { kind: "waiting", review, heldOn, days: daysBetween(heldOn, asOf) };
}

const isCollected = (collected: Collected | undefined): boolean =>
  collected === undefined ||
  SIGNERS.some(
    (role) =>
      collected.assents.has(`${role} signature`) || collected.assents.has(`${role} approval`),
  );

const isSignature = ({ role, degree, isGoodFaithEffort }: PlanAssent): boolean =>
  SIGNERS.some((signer) => signer === role) && isAtLeast(degree, "signature") && !isGoodFaithEffort;

/**
 * The first day of signatures between two days, both included; null if there is none. One before the
 * day of the review is of an earlier review.
 */
const firstDay = (signatures: readonly PlanAssent[], from: Day, until: Day): Day | null =>
  signatures
    .map(({ givenOn }) => givenOn)
    .filter((on) => on !== null && from <= on && on <= until)
    .sort()[0] ?? null;
