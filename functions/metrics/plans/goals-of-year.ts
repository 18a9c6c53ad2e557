import type { Day } from "../../domain/calendar/day.ts";
import type { Goal, PlanDocument } from "../../domain/plans/plan.ts";
import type { PlanId } from "../../domain/ids.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { acceptedPlans, carriedOn } from "../../mandates/evidence/plan-records.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import type { StudentRecord } from "../students/school-records.ts";

type Plans = Pick<StudentRecord, "document" | "more">;

/**
 * The accepted plans whose content is that of the school year of a day: those of the year itself, and
 * the open plan of an earlier one that is carried on, since the student has none of this year.
 */
function plansOfYear(
  mandate: MandateProfile,
  document: PlanDocument | null,
  documents: readonly PlanDocument[],
  on: Day,
): ReadonlySet<PlanId> {
  const carried = carriedOn(mandate, documents, on);
  return carried.size > 0 || document === null ? carried : acceptedPlans(mandate, document);
}

/** The goals of a student's plans of the school year, whenever they were set, discontinued ones among them. */
export function goalsOfYear(mandate: MandateProfile, record: Plans, on: Day): readonly Goal[] {
  const documents = documentsOf(record);
  if (documents.every(({ goals }) => goals.length === 0)) return [];
  const plans = plansOfYear(mandate, record.document, documents, on);
  return documents.flatMap(({ goals }) => goals.filter(({ plan }) => plans.has(plan)));
}
