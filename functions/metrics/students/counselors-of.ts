import type { PlanDocument } from "../../domain/plans/plan.ts";
import type { StudentRecord } from "./school-records.ts";

export type CounselorRecords = Pick<StudentRecord, "document"> &
  Partial<Pick<StudentRecord, "more" | "caseload">>;

/**
 * Every counselor whose caseload the student is in: first the one whom this school year's plan
 * names, or else the latest plan of an earlier year that is still active; then those whom the
 * district's list names. Empty if neither names anybody.
 */
export function counselorsOf({
  document,
  more,
  caseload = [],
}: CounselorRecords): readonly string[] {
  const ofPlan = namedIn(document?.plans ?? []) ?? namedEarlier(more?.earlier ?? []);
  if (caseload.length === 0) return ofPlan === null ? [] : [ofPlan];
  return [...new Set(ofPlan === null ? caseload : [ofPlan, ...caseload])];
}

/** The first counselor whom a plan names; null if none does. */
const namedIn = (plans: PlanDocument["plans"]): string | null =>
  plans.find(({ counselor }) => counselor !== "")?.counselor ?? null;

/** The same of the plans of earlier years that are still active, the latest year first. */
const namedEarlier = (documents: readonly PlanDocument[]): string | null =>
  documents.length === 0
    ? null
    : namedIn(
        documents
          .toSorted((a, b) => b.schoolYear - a.schoolYear)
          .flatMap(({ plans }) => plans.filter(({ status }) => status === "active")),
      );
