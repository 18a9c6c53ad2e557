import type { Day } from "../../domain/calendar/day.ts";
import type { Grade } from "../../domain/people/grade.ts";
import type { AssentDegree } from "../../domain/plans/plan-assent.ts";
import type { PlanComponent } from "../../domain/plans/plan-component.ts";
import type { FocusArea, Meeting, Participant } from "../../domain/plans/plan.ts";
import type { StudentEventKind } from "../../domain/people/student-event.ts";
import type { Applicability } from "./applicability.ts";
import type { Cited, FactStatus } from "./cited.ts";
import type { Due, ShareOfYear } from "./due.ts";

/** How strongly a rule asks, the strongest first. */
export const MODALITIES = ["must", "counted", "must-offer", "on-request", "encouraged"] as const;
export type Modality = (typeof MODALITIES)[number];

/** What every requirement has, whatever it asks for. */
export interface RequirementCommon extends Cited {
  readonly id: string;
  readonly name: string;
  /** The rule in plain words. */
  readonly rule: string;
  readonly modality: Modality;
  readonly appliesTo?: Applicability;
  readonly due: Due;
  /**
   * Whether the due day is stated in the text, or is this project's convention because the text
   * states none.
   */
  readonly dueBasis: "text" | "convention";
  /** The due day of students who came to the district too late for the usual one. */
  readonly entrantDue?: Due;
  readonly alternatives?: Alternatives;
  /** What depends on it. */
  readonly gate?: "diploma" | "promotion" | "credit" | "funding" | "accountability";
  /** The first and last day on which the rule is in force for something due on that day. */
  readonly effectiveFrom?: string;
  readonly effectiveUntil?: string;
  /** The requirement that it replaces. */
  readonly supersedes?: string;
  /**
   * For something that must be offered, the event that records the offer: "plan-offered" by default
   * for a plan and its content.
   */
  readonly offeredBy?: StudentEventKind;
  /** Present if the district itself read the text that this project recalled. */
  readonly confirmedBy?: { readonly by: string; readonly source: string; readonly on: Day };
}

/** What may replace the thing itself. */
export interface Alternatives {
  /**
   * An IEP or Section 504 plan in its place: always, or if tests are met that somebody must attest.
   */
  readonly substitute?: { readonly plan: "IEP" | "504"; readonly tests: readonly string[] };
  /** The event by which it is waived or declined, for the school year or for good. */
  readonly waivedBy?: { readonly event: StudentEventKind; readonly for: "school-year" | "ever" };
}

/** The window in which something must happen to count. */
export type Span = "ever" | "school-year" | { readonly grades: readonly Grade[] };

/** The nth review of the school year or of a band of grades, a number of days after the one before it. */
export interface RecurringReview extends RequirementCommon {
  readonly kind: "recurring-review";
  readonly nth: number;
  readonly minimumDaysApart: number;
  /** Whether it counts in each school year, or in a band of grades. */
  readonly span: "school-year" | { readonly grades: readonly Grade[] };
  readonly meeting?: Meeting;
  /**
   * A review of each school year is not due in the school year in which the student's first plan
   * opens, unless the text or a convention says so.
   */
  readonly isDueInFirstYear?: true;
  /** The text asks that the plan be updated: whatever shows an update counts like a review. */
  readonly isMetByUpdate?: true;
  /** The rule has no plan document: reviews of any plan count, and no plan is required. */
  readonly needsPlan?: false;
  /**
   * A change after which an earlier review is no longer valid, and the number of days to hold
   * another.
   */
  readonly reopenedBy?: { readonly event: StudentEventKind; readonly days: number };
}

/** The review at a transition, held in a window of the school year of one grade. */
export interface TransitionReview extends RequirementCommon {
  readonly kind: "transition-review";
  readonly grade: Grade;
  readonly transitionName: string;
  readonly opensAfter: ShareOfYear;
  /** As for a recurring review: whatever shows an update of the plan counts. */
  readonly isMetByUpdate?: true;
  /** It reviews a plan of an earlier school year, and is not due in that of the first plan. */
  readonly isOfEarlierPlan?: true;
  readonly focusAreas: readonly FocusArea[];
}

/**
 * There is a plan, in one of three senses. `open`: one is open on the date of the data, whenever it was
 * made. `made`: one was accepted by the due day, open or closed since. `kept`: made, and updated in
 * each school year since.
 */
export type PlanRequirement = RequirementCommon & {
  readonly kind: "plan";
} & (
    | { readonly asks: "open" | "kept" }
    | {
        readonly asks: "made";
        /** In any school year, in a band of grades, or anew in each school year. */
        readonly span: Span;
      }
  );

/** What the plan must contain. */
export interface ContentRequirement extends RequirementCommon {
  readonly kind: "content";
  readonly span: Span;
  readonly all: readonly AskedComponent[];
  /** At least this many components of a list. */
  readonly atLeast?: Partial<Pick<Cited, "status">> & {
    readonly count: number;
    readonly of: readonly PlanComponent[];
    /** The paraphrased text that makes this many of them mandatory. */
    readonly says: string;
  };
  /** Asked if they apply to the student, which no record says: never "not met". */
  readonly whereApplicable?: readonly PlanComponent[];
  readonly tally?: Tally;
}

/** One component that the text makes mandatory. */
export interface AskedComponent {
  readonly component: PlanComponent;
  /** The paraphrased text that makes it mandatory. */
  readonly says: string;
  /** Present if it was checked less or more than the requirement as a whole. */
  readonly status?: FactStatus;
}

/** An amount of one component. */
export interface Tally {
  readonly component: PlanComponent;
  /** Entries, or the sum of their quantities. */
  readonly counts: "entries" | "quantity";
  readonly atLeast: number;
  /** How many strands must be covered. */
  readonly strands?: number;
  /** Of the entries, at least this many with each mark. */
  readonly marked?: readonly { readonly mark: string; readonly atLeast: number }[];
}

/** Who takes part, and how far. Each line must be fulfilled. */
export interface AssentRequirement extends RequirementCommon {
  readonly kind: "assent";
  readonly span: Span;
  readonly of: readonly Assent[];
  /** A change after which earlier assent is no longer valid. */
  readonly reopenedBy?: StudentEventKind;
  /**
   * Given at the yearly review, and so not due in the school year in which the first plan opens.
   */
  readonly isOfYearlyReview?: true;
}

export interface Assent {
  /** One of these roles. */
  readonly anyOf: readonly Participant[];
  /** Who is meant, in the words of the text. */
  readonly who: string;
  readonly degree: AssentDegree;
  /** Asked only while the student is younger than 18. */
  readonly isOnlyForMinors?: true;
  readonly mayBeDesignee?: true;
  readonly isMetByGoodFaith?: true;
  /** Present if it was checked less or more than the requirement as a whole. */
  readonly status?: FactStatus;
}

/** Something is done and recorded with its day, a number of times. */
export interface RecordRequirement extends RequirementCommon {
  readonly kind: "record";
  readonly span: Span | { readonly after: StudentEventKind };
  readonly record: StudentEventKind;
  readonly times: number;
}

/** Something that no record shows: consistency, local judgment. Only an attestation decides it. */
export interface JudgedRequirement extends RequirementCommon {
  readonly kind: "judged";
  readonly question: string;
}

export type ReviewRequirement = RecurringReview | TransitionReview;
export type Requirement =
  | ReviewRequirement
  | PlanRequirement
  | ContentRequirement
  | AssentRequirement
  | RecordRequirement
  | JudgedRequirement;

export const isReview = (requirement: Requirement): requirement is ReviewRequirement =>
  requirement.kind === "recurring-review" || requirement.kind === "transition-review";
