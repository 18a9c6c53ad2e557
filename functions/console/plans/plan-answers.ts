/** What the console answers of plans and their goals, as its pages read it. */
import type { Choice } from "../answers.ts";
import type { Conversation } from "../counselor-answers.ts";

/** `GET /console/plans?school=&counselor=`: plans that need a conversation, and questions to look into. */
export interface PlansAnswer {
  readonly asked: {
    readonly school: string | null;
    /** As plans name the person; null if nobody is chosen, and for a counselor's own caseload. */
    readonly counselor: string | null;
  };
  readonly asOf: string;
  readonly schools: readonly Choice[];
  /** The counselors whose plans the reader may see. */
  readonly counselors: readonly Choice[];
  /** Whose caseload it is, in words; null if nobody is chosen yet. */
  readonly whose: string | null;
  /** At most three plans of the caseload; empty if nobody is chosen or no plan needs one. */
  readonly conversations: readonly Conversation[];
  /** Null if the edition has no patterns. */
  readonly questions: readonly PlanQuestion[] | null;
  readonly because: string;
}

/** A pattern in plans and reviews as a question to schools. It says nothing of a person. */
export interface PlanQuestion {
  readonly id: string;
  /** "Reviewed alike in a batch" */
  readonly name: string;
  readonly question: string;
  /** Which students are counted, and of whom. */
  readonly meaning: string;
  /** The schools that the reader sees exactly and where the pattern could be seen, by name. */
  readonly schools: readonly {
    readonly id: string;
    readonly name: string;
    readonly count: number;
    readonly n: number;
  }[];
}

/** A masked text that several students have as a goal, counted among the students whom the reader sees. */
export interface SharedGoal {
  /** In lower case without punctuation; `<who>`, `<num>`, `<date>` and `<pct>` are masks. */
  readonly text: string;
  readonly count: number;
  /** By name. */
  readonly schools: readonly {
    readonly id: string;
    readonly name: string;
    readonly count: number;
    /** From the youngest; a grade that nobody gave is empty, and last. */
    readonly grades: readonly { readonly grade: string; readonly count: number }[];
  }[];
  /** By name, the students of the schools of which the reader is principal; null for everybody else. */
  readonly counselors: readonly { readonly name: string; readonly count: number }[] | null;
}

/** `GET /console/shared-goals?school=`: the goals that several students share, most shared first; page by page with the header `ilp-after`. */
export interface SharedGoalsAnswer {
  readonly asked: { readonly school: string | null };
  readonly asOf: string;
  /** Whether the edition notes shared texts: those of before do not. */
  readonly isNoted: boolean;
  /** How many texts there are, and how many students have at least one of them. */
  readonly texts: number;
  readonly students: number;
  readonly goals: readonly SharedGoal[];
  /** The value of the header `ilp-after` for the next page; null at the end. */
  readonly next: string | null;
  readonly because: string;
}
