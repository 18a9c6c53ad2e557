/** What the console answers of counselors and their weeks, as its pages read it. */
import type { ConversationReason } from "../domain/plans/conversation-reason.ts";
import type { Choice } from "./answers.ts";

/** A number with the query for the list of exactly those students. */
export interface LinkedCount {
  readonly name: string;
  readonly count: number;
  /** The query of `/students.html`. */
  readonly query: string;
}

/** One student of a week: who it is, what needs to be done, and why now. */
export interface WeekStudent {
  readonly key: string;
  readonly student: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly grade: string;
  readonly schoolName: string;
  readonly because: string;
  readonly needs: readonly {
    readonly name: string;
    readonly needName: string;
    readonly dueOn: string | null;
  }[];
}

/** A student whose plan needs a conversation. */
export interface Conversation extends Pick<
  WeekStudent,
  "key" | "student" | "familyName" | "givenName" | "grade" | "schoolName"
> {
  /** Questions to look into, the weightiest first. */
  readonly reasons: readonly { readonly id: ConversationReason; readonly name: string }[];
}

/** `GET /console/week?school=&counselor=&perDay=`: which students to see this week, day by day. */
export interface WeekAnswer {
  readonly asked: {
    readonly school: string | null;
    /**
     * The counselor as plans name the person; null if nobody is chosen, and for a counselor's own
     * caseload.
     */
    readonly counselor: string | null;
    /** How many students a day; at most as many as wait. */
    readonly perDay: number | null;
  };
  readonly asOf: string;
  readonly schools: readonly Choice[];
  /** The counselors whose week the reader may see. */
  readonly counselors: readonly Choice[];
  /** Whose week it is, in words; null if nobody is chosen yet. */
  readonly whose: string | null;
  /** What the week requires, as the sentences that begin the page. */
  readonly words: readonly string[];
  /** How many students a day are needed; null if nobody waits or no school day is left. */
  readonly needed: number | null;
  /** The instructional days of the week; one entry without a day if none is left. */
  readonly days: readonly {
    readonly on: string | null;
    readonly students: readonly WeekStudent[];
  }[];
  /** How many more students wait after this week. */
  readonly later: number;
  /**
   * The plans of the caseload that most need a conversation, at most three, and why; empty if nobody
   * is chosen or no plan needs one.
   */
  readonly conversations: readonly Conversation[];
  readonly numbers: readonly LinkedCount[];
  readonly because: string;
}

/** How much there is to do for one counselor. It ranks nobody. */
export interface CounselorRow {
  /** The counselor as plans name the person. */
  readonly id: string;
  readonly name: string;
  /**
   * Caseload, students without a plan, overdue, due within 30 days, review held in the last 7 days.
   */
  readonly numbers: readonly LinkedCount[];
  /** "4 a day until June 10, 2022"; says what kind of days they are if the calendar has ended. */
  readonly pace: string;
  /** The query of `/week.html`. */
  readonly week: string;
}

/** A student without a counselor, and who could be the counselor. */
export interface UnassignedStudent {
  readonly key: string;
  readonly student: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly grade: string;
  readonly suggested: Choice | null;
  readonly because: string;
}

/** `GET /console/counselors?school=`: the counselors by name, and the students without one. */
export interface CounselorsAnswer {
  readonly asked: { readonly school: string | null };
  readonly asOf: string;
  /** The first of the last 7 days. */
  readonly heldSince: string;
  readonly schools: readonly Choice[];
  readonly counselors: readonly CounselorRow[];
  /** By school, the students under the mandate who have no counselor. */
  readonly without: readonly {
    readonly school: string;
    readonly schoolName: string;
    readonly number: LinkedCount;
    readonly students: readonly UnassignedStudent[];
  }[];
  readonly because: string;
}
