/** What the console answers, as its pages read it. */
import type { RequestKind } from "../access/grants.ts";
import type { OnTrackPart } from "../domain/figures/parts.ts";
import type { Sheet } from "../reports/spreadsheet-csv.ts";
import type { StudentFilter } from "../reports/students/student-filter.ts";
import type { StudentSort } from "../reports/students/student-order.ts";
import type { StaffRole } from "../domain/people/staff-member.ts";

/** A request, whatever server received it. */
export interface ConsoleRequest {
  readonly method: "GET" | "POST";
  /** Such as `/console/students`, without its query. */
  readonly path: string;
  /** It never names a student: neither an id nor a name may be in an address. */
  readonly query: URLSearchParams;
  /** The key of the one student who is asked for, from the header `ilp-student`; null for none. */
  readonly student: string | null;
  /** What somebody typed to find a student, a name or an id, from the header `ilp-search`; null for nothing. */
  readonly search: string | null;
  /** Where the page before ended, from the header `ilp-after`; null for the first page. */
  readonly after: string | null;
  /** The JSON of a POST; null for a GET. */
  readonly body: unknown;
  /** The instant, for the access log and for how old an edition is. */
  readonly at: string;
}

/** An answer, whatever server sends it. */
export interface ConsoleAnswer {
  readonly status: 200 | 400 | 403 | 404 | 405 | 409;
  readonly type: string;
  /** Text, bytes, or a sheet that the server writes as a workbook. */
  readonly body: string | Uint8Array | Sheet;
  /** The name under which a browser saves it; null for what a page reads. */
  readonly fileName: string | null;
}

/**
 * `GET /console/me`: who is signed in, what they may see and why, and what they should know first.
 * Everybody who is signed in gets it, even without a role.
 */
export interface AboutReader {
  /** The staff id; null for the system account. */
  readonly staff: string | null;
  readonly name: string;
  readonly roles: readonly {
    readonly role: StaffRole;
    /** "principal" */
    readonly roleName: string;
    /** "You are principal of Grand Bend High School." */
    readonly because: string;
  }[];
  readonly district: { readonly id: string; readonly name: string };
  /** The day of the current staff edition; null before the first. */
  readonly asOf: string | null;
  /**
   * Which places are shown with exact figures; all others are shown as in the last public release.
   */
  readonly figures: {
    readonly isWholeDistrict: boolean;
    readonly schools: readonly { readonly id: string; readonly name: string }[];
    readonly because: string;
  };
  /** The schools whose students a list may name, which are the choices of a list. */
  readonly listSchools: readonly { readonly id: string; readonly name: string }[];
  /** What at least one role of the reader grants, at any school. */
  readonly can: readonly RequestKind[];
  /** What is missing or failed, in words, the most important first. */
  readonly notices: readonly Notice[];
}

/** A state of the console in words. */
export interface Notice {
  readonly id:
    | "no-staff-list"
    | "unknown-staff"
    | "no-role"
    | "no-school"
    | "nothing-ingested"
    | "no-edition"
    | "old-edition"
    | "stopped-run"
    | "failed-files"
    | "calendars-in-part"
    | "no-public-release"
    | "older-public-release";
  readonly text: string;
  /** What to do, and who. */
  readonly remedy: string;
}

/** One student of a list: who, where, and what is to be done next. */
export interface ListedStudent {
  /** How addresses name the student. */
  readonly key: string;
  readonly student: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly grade: string;
  readonly school: string;
  readonly schoolName: string;
  /** Counselors whose caseload the student is in; empty for a student without one. */
  readonly counselors: readonly Choice[];
  readonly isEnrolled: boolean;
  /**
   * The answer to the requirement that is asked for, in words, and why. Null if none is asked for,
   * or the reader sees no plans.
   */
  readonly answer: {
    readonly statusName: string;
    readonly because: string;
    readonly dueOn: string | null;
  } | null;
  /** What is to be done next; null if nothing is, or the reader sees no plans. */
  readonly nextStep: {
    readonly name: string;
    /** What is asked for in a word, such as "Review". */
    readonly thing: string;
    readonly needName: string;
    readonly dueOn: string | null;
    readonly daysLeft: number | null;
    readonly whoActs: string;
  } | null;
  /**
   * What is past its due day, the longest overdue first; empty if nothing is, or the reader sees no
   * plans.
   */
  readonly overdue: readonly {
    readonly name: string;
    readonly needName: string;
    /** Null if it was due in an earlier school year, on a day that no record gives. */
    readonly dueOn: string | null;
  }[];
  readonly lastReviewOn: string | null;
  /**
   * Whether the student's action steps are on track, and the one to be done next, without its text.
   * Null if the reader sees no plans, nothing is asked of the student, or the edition does not say.
   */
  readonly actionSteps: {
    readonly part: OnTrackPart;
    readonly partName: string;
    /** Null if no step with a due day is to be done. */
    readonly next: {
      readonly dueOn: string;
      readonly isOverdue: boolean;
      /** Such as "career exploration"; empty where the step serves none. */
      readonly focusArea: string;
      /** Such as "student, counselor"; may be empty. */
      readonly owner: string;
    } | null;
  } | null;
  /**
   * Attendance in this school year so far; null if the reader sees no plans, or no day counts yet.
   */
  readonly attendance: {
    readonly enrolledDays: number;
    readonly absentDays: number;
    readonly isChronicallyAbsent: boolean;
  } | null;
  /** Such as "IEP", "504" and "English learner"; empty if the reader sees no plans. */
  readonly programs: readonly string[];
  /** Problems of the student's records, in words. */
  readonly recordProblems: readonly {
    readonly name: string;
    readonly sinceOn: string;
    readonly remedy: string;
  }[];
}

/**
 * `GET /console/students`, `.csv` and `.xlsx`, with the parts of a `StudentFilter` and `sort`; the header
 * `ilp-search` for who is looked for.
 */
export interface StudentList {
  readonly asked: StudentFilter;
  readonly sort: StudentSort;
  /** The filter in words, such as "Second review: not held, grade 11, Grand Bend High School". */
  readonly askedInWords: string;
  /** How many students match the filter at the places that the reader sees exactly. */
  readonly counted: number;
  /** How many of those counted are enrolled, and how many left and still have an open plan. */
  readonly enrolled: number;
  readonly left: number;
  /** How many of those counted the list may name. */
  readonly named: number;
  readonly students: readonly ListedStudent[];
  readonly choices: StudentChoices;
  /** The value of the header `ilp-after` for the next page; null at the end. */
  readonly next: string | null;
  readonly because: string;
}

/** The choices for each filter of a list, at the schools that are asked for. */
export interface StudentChoices {
  /** Every school that the reader may ask for. */
  readonly schools: readonly Choice[];
  readonly grades: readonly Choice[];
  readonly counselors: readonly Choice[];
  /** Empty for a reader who sees no plans. */
  readonly requirements: readonly RequirementChoice[];
  /** Needs that at least one student has, under any requirement. */
  readonly needs: readonly Choice[];
  readonly problems: readonly Choice[];
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface RequirementChoice extends Choice {
  readonly statuses: readonly Choice[];
  /** Needs that at least one student has under it. */
  readonly needs: readonly Choice[];
}
