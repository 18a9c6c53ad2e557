/** What the console answers of counselors and their weeks, as its pages read it. */
import type { Choice } from "./answers.ts";

/** A number with the query of the list of exactly the students that it counts. */
export interface LinkedCount {
  readonly name: string;
  readonly count: number;
  /** Of `/students.html`. */
  readonly query: string;
}

/** One student of a week: who, what for, and why now. */
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

/** `GET /console/week?school=&counselor=&perDay=`: whom to see this week, day by day. */
export interface WeekAnswer {
  readonly asked: {
    readonly school: string | null;
    /** As plans name the person; null where nobody is chosen, and for a counselor's own caseload. */
    readonly counselor: string | null;
    /** At most as many as wait. */
    readonly perDay: number | null;
  };
  readonly asOf: string;
  readonly schools: readonly Choice[];
  /** Those whose week the reader may see. */
  readonly counselors: readonly Choice[];
  /** Whose week it is, in words; null where nobody is chosen yet. */
  readonly whose: string | null;
  /** What the week asks for, the sentence that answers first. */
  readonly words: readonly string[];
  /** How many a day are needed; null where nobody waits or no school day is left. */
  readonly needed: number | null;
  /** The instructional days of the week; one without a day where none is left. */
  readonly days: readonly {
    readonly on: string | null;
    readonly students: readonly WeekStudent[];
  }[];
  /** How many more wait after this week. */
  readonly later: number;
  readonly numbers: readonly LinkedCount[];
  readonly because: string;
}

/** One counselor: how much there is to do. It ranks nobody. */
export interface CounselorRow {
  /** As plans name the person. */
  readonly id: string;
  readonly name: string;
  /** Caseload, without a plan, overdue, due within 30 days, review held in the last 7 days. */
  readonly numbers: readonly LinkedCount[];
  /** "4 a day until June 10, 2022"; with what the days are where no calendar goes on. */
  readonly pace: string;
  /** The query of `/week.html`. */
  readonly week: string;
}

/** A student without a counselor, and who could be one. */
export interface UnassignedStudent {
  readonly key: string;
  readonly student: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly grade: string;
  readonly suggested: Choice | null;
  readonly because: string;
}

/** `GET /console/counselors?school=`: the counselors in the order of their names, and the students without one. */
export interface CounselorsAnswer {
  readonly asked: { readonly school: string | null };
  readonly asOf: string;
  /** The first of the last 7 days. */
  readonly heldSince: string;
  readonly schools: readonly Choice[];
  readonly counselors: readonly CounselorRow[];
  /** By school, those under the mandate who have no counselor. */
  readonly without: readonly {
    readonly school: string;
    readonly schoolName: string;
    readonly number: LinkedCount;
    readonly students: readonly UnassignedStudent[];
  }[];
  readonly because: string;
}
