import type { Grade } from "../../domain/people/grade.ts";
import type { PlanComponent } from "../../domain/plans/plan-component.ts";
import type { PlanType } from "../../domain/plans/plan.ts";
import type { Cited, Fact } from "./cited.ts";
import type { Modality, Requirement } from "./requirement.ts";

/** The kind of rule. If nothing is in force, the profile asks nothing. */
export const FORCES = [
  "practice",
  "required",
  "service",
  "funding-condition",
  "accountability",
  "framework",
  "encouraged",
  "pilot",
  "none-found",
] as const;
export type Force = (typeof FORCES)[number];

/** What one jurisdiction, or effective practice, asks of every student's plan, with its sources. */
export interface MandateProfile {
  readonly id: string;
  /** The jurisdiction as a page says it. */
  readonly title: string;
  readonly citation: string;
  /** Changes with any change of a rule. */
  readonly version: number;
  readonly force: Force;
  readonly grades: readonly Grade[];
  /** The types of plan that fulfill it. "ILP" also names other plans, so the list is explicit. */
  readonly planTypes: readonly PlanType[];
  /**
   * Calendar days that a student who enters during the year has before a review can be asked for.
   */
  readonly entrantGraceDays: number;
  /** What this project adds if the texts say nothing, in plain words. */
  readonly conventions: readonly string[];
  /**
   * The jurisdiction's rule in its fields; null for effective practice, which is no jurisdiction.
   */
  readonly facts: MandateFacts | null;
  readonly requirements: readonly Requirement[];
  readonly duties: readonly Duty[];
  readonly notes: readonly Note[];
  readonly sources: readonly Source[];
  /**
   * The fewest students of a group whose figures may be published in the jurisdiction, if such a
   * rule is known.
   */
  readonly smallestGroup?: Fact<number>;
  /** Requirements that the district added to the state's; absent if it added none. */
  readonly districtOwn?: readonly string[];
}

/** The rule field by field, each with its own citation and status. */
export interface MandateFacts {
  readonly plan: Fact<string>;
  readonly abbreviation: Fact<string | null>;
  readonly mandate: Fact<string>;
  readonly citation: Fact<string>;
  readonly grades: Fact<{ readonly from: Grade | null; readonly to: Grade | null }>;
  readonly start: Fact<string | null>;
  readonly reviewsPerYear: Fact<number | null>;
  readonly review: Fact<string | null>;
  readonly transitionGrades: Fact<readonly Grade[]>;
  readonly components: Fact<readonly PlanComponent[]>;
  readonly participants: Fact<readonly string[]>;
  readonly parent: Fact<string>;
  readonly reporting: Fact<string | null>;
  readonly graduation: Fact<string | null>;
  readonly iep504: Fact<string | null>;
  /** Whether NACAC and Hobsons counted it among the mandates of October 2015. */
  readonly isOnNacac2015List: boolean;
  /** What was looked for and not found. */
  readonly gaps: readonly string[];
}

/** What the district itself, not a student, has to do. */
export interface Duty extends Cited {
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly modality: Modality;
  readonly due: DutyDue;
  readonly effectiveFrom?: string;
  readonly effectiveUntil?: string;
}

export type DutyDue =
  | { readonly kind: "once"; readonly by: string }
  | { readonly kind: "yearly"; readonly month: number; readonly day: number }
  /** This many years after it was last done. */
  | { readonly kind: "renewal"; readonly everyYears: number }
  | { readonly kind: "open"; readonly words: string };

/** A fact that requires nothing by itself: history, pending changes, records, local choice. */
export interface Note extends Cited {
  readonly id: string;
  readonly about:
    | "records"
    | "reporting"
    | "history"
    | "pending"
    | "local-choice"
    | "text"
    | "coordination";
  readonly text: string;
}

export interface Source {
  readonly title: string;
  readonly url: string;
}
