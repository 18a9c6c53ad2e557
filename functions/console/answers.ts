/** What the console answers, as its pages read it. */
import type { RequestKind } from "../access/grants.ts";
import type { Sheet } from "../reports/spreadsheet-csv.ts";
import type { StudentFilter } from "../reports/students/student-filter.ts";
import type { StudentSort } from "../reports/students/student-order.ts";
import type { StaffRole } from "../domain/people/staff-member.ts";

/** What is asked, whatever carried it here. */
export interface ConsoleRequest {
  readonly method: "GET" | "POST";
  /** Such as `/console/students`, without its query. */
  readonly path: string;
  /** It never names a student: neither an id nor a name stands in an address. */
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

/** An answer, whatever carries it back. */
export interface ConsoleAnswer {
  readonly status: 200 | 400 | 403 | 404 | 405 | 409;
  readonly type: string;
  /** Text, bytes, or a sheet that whoever sends it writes as a workbook. */
  readonly body: string | Uint8Array | Sheet;
  /** The name under which a browser keeps it; null for what a page reads. */
  readonly fileName: string | null;
}

/** `GET /console/me`: who is signed in, what they may see and why, and what they should know first. Answered to everybody, without a role too. */
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
  /** Which places are exact; all others are shown as in the last public release. */
  readonly figures: {
    readonly isWholeDistrict: boolean;
    readonly schools: readonly { readonly id: string; readonly name: string }[];
    readonly because: string;
  };
  /** The schools of which a list may name students, and so the choice of a list. */
  readonly listSchools: readonly { readonly id: string; readonly name: string }[];
  /** What some role of the reader grants, somewhere. */
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
    | "no-public-release";
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
  /** Of the requirement that is asked for: the answer in words and why. Null where none is asked for, or the reader sees no plans. */
  readonly answer: {
    readonly statusName: string;
    readonly because: string;
    readonly dueOn: string | null;
  } | null;
  /** What is to be done next; null where nothing is, or the reader sees no plans. */
  readonly nextStep: {
    readonly name: string;
    /** What is asked for in a word, such as "Review". */
    readonly thing: string;
    readonly needName: string;
    readonly dueOn: string | null;
    readonly daysLeft: number | null;
    readonly whoActs: string;
  } | null;
  /** What is past its due day, the longest first; empty where nothing is, or the reader sees no plans. */
  readonly overdue: readonly {
    readonly name: string;
    readonly needName: string;
    /** Null for what was due in an earlier school year, on a day that no record gives. */
    readonly dueOn: string | null;
  }[];
  readonly lastReviewOn: string | null;
  /** This school year so far; null where the reader sees no plans, or no day counts yet. */
  readonly attendance: {
    readonly enrolledDays: number;
    readonly absentDays: number;
    readonly isChronicallyAbsent: boolean;
  } | null;
  /** Such as "IEP", "504" and "English learner"; empty where the reader sees no plans. */
  readonly programs: readonly string[];
  /** Records that do not agree, in words. */
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
  /** Students whom the filter counts at the places that the reader sees exactly. */
  readonly counted: number;
  /** Of these, those whom the list may name. */
  readonly named: number;
  readonly students: readonly ListedStudent[];
  readonly choices: StudentChoices;
  /** Hand it back in the header `ilp-after` to go on; null at the end. */
  readonly next: string | null;
  readonly because: string;
}

/** What the filters of a list can be set to at the schools that are asked for. */
export interface StudentChoices {
  /** Every school that the reader may ask for. */
  readonly schools: readonly Choice[];
  readonly grades: readonly Choice[];
  readonly counselors: readonly Choice[];
  /** None for a reader who sees no plans. */
  readonly requirements: readonly RequirementChoice[];
  /** Needs that somebody has, whatever the requirement. */
  readonly needs: readonly Choice[];
  readonly problems: readonly Choice[];
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface RequirementChoice extends Choice {
  readonly statuses: readonly Choice[];
  /** Needs that somebody has under it. */
  readonly needs: readonly Choice[];
}
