import type { Day } from "../../domain/calendar/day.ts";
import type { Composites } from "../../metrics/measures/composites.ts";

/** The mandate in force as a release shows it: rule by rule, with the text each comes from. */
export interface MandateSummary {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  /** Says to check the official text; shown wherever the mandate is. */
  readonly warning: string;
  /** The jurisdiction's name; null for effective practice. */
  readonly jurisdiction: string | null;
  /** The kind of rule: required, funding-condition, encouraged, none-found, practice … */
  readonly force: string;
  readonly forceName: string;
  /** Changes with any change of a rule. */
  readonly version: number;
  /** The name of the plan there, such as Individual Learning Plan; null for effective practice. */
  readonly planName: string | null;
  /** CEDS codes. */
  readonly grades: readonly string[];
  /** "Grades 6 to 12"; empty if nothing is asked. */
  readonly gradesName: string;
  /** Calendar days of grace for a student who comes during the year. */
  readonly entrantGraceDays: number;
  /** The first and last day of what is asked; null if no rule has one. */
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string | null;
  /** What this project adds if the texts say nothing, one sentence each. */
  readonly conventions: readonly string[];
  /** In the order of display, including requirements of other times. */
  readonly requirements: readonly RequirementSummary[];
  /**
   * By measure that asks for several requirements together, these requirements; absent in releases
   * through version 16.
   */
  readonly composites?: Composites;
  /** What neither the text nor the records decide, one line each. */
  readonly notDeterminable: readonly {
    /** The requirement; null if it is about the mandate as a whole. */
    readonly requirement: string | null;
    readonly name: string;
    readonly because: string;
  }[];
  /** The duties of the district itself, with their dates as of the release's day. */
  readonly duties: readonly DutySummary[];
  readonly notes: readonly (CitedSummary & { readonly about: string; readonly text: string })[];
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}

/** A citation, and how far it was checked. */
export interface CitedSummary {
  readonly citation: string;
  /** A page of the text; null where the profile gives none for this citation. */
  readonly url: string | null;
  /** confirmed, recalled, not-found, convention or confirmed-by-district. */
  readonly status: string;
  /** "Seen in a public page" */
  readonly statusName: string;
  /** The day on which the text was read, and in which edition; null where neither is on record. */
  readonly read: { readonly on: string; readonly edition: string } | null;
}

/** That somebody of the district read the text, in which source and on which day. */
export interface DistrictConfirmation {
  /** What was read, as the district wrote it; null in the public edition. */
  readonly source: string | null;
  readonly on: string;
  /** The staff member; null in the public edition, which names nobody. */
  readonly by: string | null;
}

export interface RequirementSummary extends CitedSummary {
  readonly id: string;
  readonly name: string;
  /** In plain words. */
  readonly rule: string;
  /** recurring-review, transition-review, plan, content, assent, record or judged. */
  readonly kind: string;
  readonly kindName: string;
  /** must, counted, must-offer, on-request or encouraged. */
  readonly modality: string;
  readonly modalityName: string;
  /** "By the last instructional day of the school year" */
  readonly due: string;
  /**
   * The same as days of the edition's school year: the earliest and the latest by the calendars of
   * its schools, for a student enrolled all year, whatever the records say. Null if no calendar
   * gives a day: the requirement is judged, its text names no day, or none in this school year.
   */
  readonly dueOn: { readonly first: Day; readonly last: Day } | null;
  /** Whether the day is stated in the text, or is this project's convention. */
  readonly dueBasis: string;
  readonly grades: readonly string[];
  readonly gradesName: string;
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string | null;
  /** Whether it is in force on the release's day. */
  readonly isInForce: boolean;
  /**
   * What depends on it: diploma, promotion, credit, funding, accountability; null if nothing does.
   */
  readonly gate: string | null;
  /** Whether the district itself added it to the state's requirements. */
  readonly isDistrictOwn: boolean;
  /** What it asks for, in a word or two, such as Signature. */
  readonly thing: string;
  /** Whether it asks no more than an open plan of every student, which the measure of open plans says; absent in releases through version 14. */
  readonly isPlanCoverage?: boolean;
  /** What this project could not confirm about it, in a sentence; null if there is nothing. */
  readonly notConfirmed: string | null;
  readonly confirmedBy: DistrictConfirmation | null;
  /** Which text or record would decide it if it cannot be determined, as the end of a sentence. */
  readonly wouldDecide: string;
}

export interface DutySummary extends CitedSummary {
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly modality: string;
  readonly modalityName: string;
  /** "Each year by October 1" */
  readonly due: string;
  /** done, due, overdue, undated, no-record or not-in-force. */
  readonly state: string;
  readonly stateName: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
}
