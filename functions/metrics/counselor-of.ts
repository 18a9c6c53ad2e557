import type { PlanDocument } from "../domain/plan.ts";
import type { StudentRecord } from "./school-records.ts";

/**
 * The staff member who looks after the student's plan: of this school year's, else of the latest of an
 * earlier year that is still active; empty where no plan names one.
 */
export function counselorOf({
  document,
  more,
}: Pick<StudentRecord, "document"> & Partial<Pick<StudentRecord, "more">>): string {
  const earlier = (more?.earlier ?? [])
    .toSorted((a, b) => b.schoolYear - a.schoolYear)
    .flatMap(({ plans }) => plans.filter(({ status }) => status === "active"));
  return named([...(document?.plans ?? []), ...earlier]);
}

const named = (plans: PlanDocument["plans"]): string =>
  plans.find(({ counselor }) => counselor !== "")?.counselor ?? "";
