import type { Day } from "../../domain/calendar/day.ts";
import type { ExplainedPlan, YearsHeld } from "./explained-plans.ts";
import type { ExplainedRequirement } from "./explained-requirement.ts";

/** Every requirement for one student: the rule, the dates it used and the answer. */
export interface Explanation extends YearsHeld {
  readonly student: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly grade: string | null;
  readonly school: string | null;
  readonly schoolName: string | null;
  readonly asOf: Day;
  readonly mandate: string;
  /** Calls for checking the official text. */
  readonly warning: string;
  readonly exemptions: readonly {
    readonly requirement: string;
    readonly reason: string;
    readonly decidedBy: string;
    readonly from: Day;
    readonly until: Day | null;
  }[];
  /** The plans of every school year held, the earliest first. */
  readonly plans: readonly ExplainedPlan[];
  /** Sorts of records of which the district sends no file: what only it would show cannot be determined. */
  readonly notSent: readonly string[];
  /** Every requirement of the mandate, those that do not apply among them. */
  readonly requirements: readonly ExplainedRequirement[];
  readonly note: string;
}
