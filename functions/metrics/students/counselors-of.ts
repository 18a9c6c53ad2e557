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
  const earlier = (more?.earlier ?? [])
    .toSorted((a, b) => b.schoolYear - a.schoolYear)
    .flatMap(({ plans }) => plans.filter(({ status }) => status === "active"));
  return [...new Set([...named([...(document?.plans ?? []), ...earlier]), ...caseload])];
}

/** The first counselor whom a plan names. */
const named = (plans: PlanDocument["plans"]): readonly string[] =>
  plans
    .map(({ counselor }) => counselor)
    .filter((counselor) => counselor !== "")
    .slice(0, 1);
