/** One student with everything that a district sent, as lists of plain records; null where nobody sends such records. */
export interface PlainStudent {
  readonly student: string;
  readonly grade: string | null;
  /** The school year of the as-of days. */
  readonly year: number;
  readonly school: string;
  /** The first day in the district in this school year. */
  readonly enteredOn: string;
  /** A time since then in which the student was away on days of school. */
  readonly away: { readonly from: string; readonly until: string } | null;
  /** Some days of this school year on which answers turn, and near which the student's records lie. */
  readonly turnsOn: readonly string[];
  /** Instructional days of this school year; none where no calendar was sent. */
  readonly calendar: readonly string[];
  /** Those of earlier school years. */
  readonly earlierCalendars: ReadonlyMap<number, readonly string[]>;
  /** Whether any plan of an earlier school year was sent. */
  readonly hasEarlier: boolean;
  /** The school year from which on the plans of each were sent; 0 where those of all years were. */
  readonly sentFrom: number;
  /** The first day on which any record shows the student in the district; null where nobody knows. */
  readonly presentSince: string | null;
  readonly plans: readonly PlainPlan[];
  readonly goals: readonly PlainGoal[];
  readonly steps: readonly PlainStep[];
  readonly reviews: readonly PlainReview[];
  readonly gradeYears: readonly { readonly year: number; readonly grade: string }[] | null;
  readonly birthOn: string | null;
  readonly entersGrade9In: number | null;
  readonly graduatesIn: number | null;
  readonly programs:
    | readonly {
        readonly program: string;
        readonly beganOn: string;
        readonly endedOn: string | null;
      }[]
    | null;
  readonly components: readonly PlainEntry[] | null;
  readonly assents: readonly PlainAssent[] | null;
  readonly events: readonly { readonly kind: string; readonly occurredOn: string }[] | null;
  readonly exemptions: readonly PlainPeriod[];
  readonly attestations: readonly (PlainPeriod & { readonly isMet: boolean })[];
  /** The codes that the district's records carry; null where that is not known. */
  readonly collected: PlainCollected | null;
}

export interface PlainPlan {
  readonly plan: string;
  readonly type: string;
  readonly year: number;
  readonly status: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
}

export interface PlainGoal {
  readonly goal: string;
  readonly plan: string;
  /** The school year of the plan. */
  readonly year: number;
  /** Null where the export does not say. */
  readonly domain: string | null;
  readonly status: string;
  readonly statusOn: string | null;
  readonly setOn: string | null;
}

export interface PlainStep {
  readonly step: string;
  readonly goal: string;
  readonly focusArea: string;
  readonly completedOn: string | null;
}

export interface PlainReview {
  readonly review: string;
  readonly plan: string;
  readonly state: string;
  readonly scheduledOn: string | null;
  readonly heldOn: string | null;
  readonly participants: readonly string[];
  readonly focusAreas: readonly string[];
  readonly meeting: string | null;
}

export interface PlainEntry {
  readonly component: string;
  /** Null where no record says on which day. */
  readonly enteredOn: string | null;
  readonly quantity: number;
  readonly strand: string;
  readonly marks: readonly string[];
}

export interface PlainAssent {
  readonly role: string;
  readonly degree: string;
  /** Null where no record says on which day. */
  readonly givenOn: string | null;
  readonly isDesignee: boolean;
  readonly isGoodFaithEffort: boolean;
}

/** Something stated about one requirement, or all, for a time; `until` is the first day on which it no longer applies. */
export interface PlainPeriod {
  readonly requirement: string;
  readonly from: string;
  readonly until: string | null;
}

export interface PlainCollected {
  readonly participants: readonly string[];
  readonly goalDomains: readonly string[];
  readonly actionSteps: boolean;
  readonly components: readonly string[];
  /** "family signature" */
  readonly assents: readonly string[];
  readonly events: readonly string[];
  readonly meetings: readonly string[];
}
