import { documentsOf } from "../clock/clock-case.ts";
import { acceptedPlansOf, hasActivePlan, mayBeOpen } from "../evidence/plan-records.ts";
import { planStage, type PlanStage } from "./plan-stage.ts";
import type { ReviewFacts } from "./review-facts.ts";

/** Whether there is a plan to review, or should be one. */
export type PlanUnderReview =
  /** A plan is open, the review needs none, or the mandate asks none of this student. */
  | { readonly kind: "none-missing" }
  /** No plan is open, and none is due yet: what is not due is not late. */
  | { readonly kind: "not-due"; readonly because: string }
  /** No plan is open, and one is due. */
  | Extract<PlanStage, { readonly kind: "due" }>;

export function planUnderReview({
  mandate,
  student,
  needsPlan,
  asOf,
}: Pick<ReviewFacts, "mandate" | "student" | "needsPlan" | "asOf">): PlanUnderReview {
  const documents = documentsOf(student);
  const mayBeThere = hasActivePlan(mandate, documents, asOf) || mayBeOpen(mandate, documents, asOf);
  if (!needsPlan || mayBeThere) return { kind: "none-missing" };
  const stage = planStage(mandate, student, asOf);
  switch (stage.kind) {
    case "not-asked":
      return { kind: "none-missing" };
    case "due":
      return stage;
    case "not-due":
      // A plan that was made and closed must be reviewed, even if no plan is due yet.
      return stage.isToCome && acceptedPlansOf(mandate, documents, asOf).length > 0
        ? { kind: "none-missing" }
        : { kind: "not-due", because: stage.because };
  }
}
