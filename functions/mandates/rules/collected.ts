import type { AssentDegree } from "../../domain/plans/plan-assent.ts";
import type { PlanComponent } from "../../domain/plans/plan-component.ts";
import type { GoalDomain, Meeting, Participant } from "../../domain/plans/plan.ts";
import type { StudentEventKind } from "../../domain/people/student-event.ts";

/**
 * Which codes the records of a district have at all, over every student and school year on record.
 * What no record of the district has is not collected, so its absence says nothing about a student.
 */
export interface Collected {
  readonly participants: ReadonlySet<Participant>;
  readonly goalDomains: ReadonlySet<GoalDomain>;
  /** Whether any goal has an action step. */
  readonly actionSteps: boolean;
  /** Whether any plan has a review, scheduled, held or missed. */
  readonly reviews: boolean;
  /** Whether any action step has a day on which it was completed. */
  readonly stepCompletions: boolean;
  readonly components: ReadonlySet<PlanComponent>;
  /** Role and degree as `family signature`. */
  readonly assents: ReadonlySet<`${Participant} ${AssentDegree}`>;
  readonly events: ReadonlySet<StudentEventKind>;
  readonly meetings: ReadonlySet<Meeting>;
}
