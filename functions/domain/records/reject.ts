import type { Day } from "../calendar/day.ts";
import { longDay } from "../calendar/long-day.ts";

/** Why a record could not be used: a closed list, so that each has its remedy in plain words. */
export const REJECT_REASONS = [
  "missing-value",
  "not-a-day",
  "ambiguous-day",
  "not-a-number",
  "not-a-listed-value",
  "not-an-email",
  "too-many-cells",
  "unreadable-characters",
  "unclosed-quote",
  "record-too-long",
  "identifier-too-long",
  "identifier-mangled",
  "duplicate-record",
  "contradicts-another",
  "contradicts-its-date",
  "unknown-student",
  "ambiguous-student",
  "unknown-school",
  "not-enrolled",
  "unknown-plan",
  "unknown-goal",
  "ambiguous-goal",
  "unknown-requirement",
  "unknown-duty",
  "day-out-of-range",
  "day-still-to-come",
  "outside-its-school-year",
  "ends-before-it-begins",
  "outside-its-parent",
  "too-many-sections",
  "not-a-document",
  "not-a-list",
  "unknown-role",
  "role-without-school",
  "school-left-out",
  "school-of-district-role",
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/**
 * What a reject costs. `rejected`: the record is not used. `set-aside`: only a value of it is not
 * used, and the record counts as accepted. `passed-over`: nothing is wrong with the record, but
 * another record of the same thing is used in its place.
 */
export type Disposition = "rejected" | "set-aside" | "passed-over";

/** Reasons for which a value alone is always set aside. */
const SET_ASIDE: ReadonlySet<RejectReason> = new Set([
  "unknown-role",
  "role-without-school",
  "school-left-out",
  "school-of-district-role",
]);

/** What a reject costs: as stated in the reject, otherwise as its reason implies. */
export const dispositionOf = ({
  reason,
  disposition,
}: Pick<Reject, "reason" | "disposition">): Disposition =>
  disposition ?? (SET_ASIDE.has(reason) ? "set-aside" : "rejected");

/** Whether the record itself is not used because of it. */
export const costsTheRecord = (reject: Pick<Reject, "reason" | "disposition">): boolean =>
  dispositionOf(reject) === "rejected";

/**
 * A record that could not be used or was not counted, or a value left out of a record, and why.
 * It carries no value: the record itself stays in the file as sent and is found by its number.
 */
export interface Reject {
  /** The file as named by the sender. */
  readonly file: string;
  /** Counted from 1, the header not counted. */
  readonly record: number;
  /** The column as the format names it; empty when the whole record is meant. */
  readonly column: string;
  readonly reason: RejectReason;
  /** What it costs, if the reason alone does not say: see `dispositionOf`. */
  readonly disposition?: Disposition;
  /** For a day out of range: the days that the column may hold in this record. */
  readonly range?: DayRange;
}

/** The first and the last day of a range. */
export interface DayRange {
  readonly from: Day;
  readonly until: Day;
}

/** What to do about one reject, with the range that its day must be in. */
export const remedyOf = ({ reason, range, disposition }: RejectReported): string =>
  [
    REMEDIES[reason],
    ...(range === undefined
      ? []
      : [`Allowed here: ${longDay(range.from)} to ${longDay(range.until)}.`]),
    ...(disposition === "set-aside" ? ["The record is used without it."] : []),
  ].join(" ");

type RejectReported = Pick<Reject, "reason" | "range" | "disposition">;

/** What to do about a reject, in words for the person who can fix it. */
export const REMEDIES: { readonly [reason in RejectReason]: string } = {
  "missing-value": "Fill in the value in the source system and send the file again.",
  "not-a-day":
    "Write the date as YYYY-MM-DD and make sure that it exists. A number such as 44442 comes from a spreadsheet: format its column as dates, or use the date format excel-serial in a profile.",
  "ambiguous-day":
    "Nothing in the file shows whether the month or the day comes first: write the date as YYYY-MM-DD, or state the order in a profile.",
  "not-a-number": "Write a whole or decimal number without letters or units.",
  "not-a-listed-value":
    "Use one of the values that the format lists, or map the local code in a profile.",
  "not-an-email": "Write one complete e-mail address, or the word none if the person gets no mail.",
  "too-many-cells": "Look for an unquoted comma or tab inside a value.",
  "unreadable-characters": "Remove control characters; save the file as UTF-8.",
  "unclosed-quote": "Close the quotation mark in this record, or double it inside a value.",
  "record-too-long": "Look for a missing line end or an unclosed quotation mark.",
  "identifier-too-long": "Use the identifier of the source system; it has at most 255 characters.",
  "identifier-mangled":
    "A spreadsheet has turned the identifier into a number such as 1.2E+15: export again without opening the file in one.",
  "duplicate-record": "A duplicate of another record, not counted again: nothing needs to be done.",
  "contradicts-another":
    "Another record of the same thing contradicts this one, and this one is not used. The record that counts is the one that says present rather than absent, the longer enrollment, or the one with the later date. Correct or remove one of the two in the source system.",
  "contradicts-its-date":
    "The status says that the review was not held, and the record has a date on which it was held. Correct the status or remove the date in the source system; until then, whether the review was held cannot be determined.",
  "unknown-student":
    "Check the student's identifier against the student information system; a spreadsheet may have dropped its leading zeros.",
  "ambiguous-student":
    "Several students in the roster have this identifier: fix the roster, or send the identifier of the student information system.",
  "unknown-school": "Check the school's identifier against the list of schools.",
  "not-enrolled":
    "No school has enrolled this student: check the student's identifier and enrollment in the student information system.",
  "unknown-plan":
    "Check the plan's identifier against the plans file; send both files together. If the plan itself was rejected, fix that first.",
  "ambiguous-goal":
    "Goals of several students have this identifier: give each goal its own identifier, and send goals and action steps again.",
  "unknown-goal":
    "Check the goal's identifier against the goals file; send both files together. If the goal itself was rejected, fix that first.",
  "unknown-requirement":
    "No mandate and no district rule has a requirement with this id: use an id that ilp mandates show lists, or, in an exemption, all.",
  "unknown-duty": "No mandate has a duty with this id: use an id that ilp mandates show lists.",
  "day-out-of-range":
    "Check the year: this date is not possible here. If most records have this problem, the profile reads the wrong column.",
  "day-still-to-come":
    "The date is after the day on which the file was received: check the year. If the column has planned dates, change the profile to read it as a target, due or scheduled date.",
  "outside-its-school-year":
    "The date is in another school year than the plan: check the year, and check that the plan's school year is the calendar year in which it ends.",
  "ends-before-it-begins": "Check the start and end dates: the end is before the start.",
  "outside-its-parent":
    "Check the dates of the session and of the longer session that contains it: it must be within that one, with a tolerance of a week.",
  "too-many-sections":
    "A student can have at most 32 sections or periods in a school year: check that the section column names sections, not single meetings.",
  "not-a-document": "Write one JSON object per line, without line breaks inside.",
  "not-a-list": "Write a list in brackets, even if it has only one item: [ … ].",
  "unknown-role":
    "The person is used without this role. Write a role that docs/formats/ilp-csv.md lists, or map the local word in a profile.",
  "role-without-school":
    "The role gives no access until its schools are named. Write their ids, separated by semicolons.",
  "school-left-out":
    "The person is used without this school. Check its identifier against the list of schools.",
  "school-of-district-role":
    "This role covers the whole district, so its schools are ignored. If the person may see only these schools, use a role for schools: principal, counselor or registrar.",
};

/** The reason as a page says it. */
export const REJECT_REASON_NAMES: { readonly [reason in RejectReason]: string } = {
  "missing-value": "A required value is missing",
  "not-a-day": "Not a valid date",
  "ambiguous-day": "Unclear whether the month or the day comes first",
  "not-a-number": "Not a number",
  "not-a-listed-value": "Not a value that the format lists",
  "not-an-email": "Not an e-mail address",
  "too-many-cells": "More cells than columns",
  "unreadable-characters": "Unreadable characters",
  "unclosed-quote": "A quotation mark is not closed",
  "record-too-long": "The record does not end",
  "identifier-too-long": "The identifier is too long",
  "identifier-mangled": "A spreadsheet has changed the identifier",
  "duplicate-record": "A duplicate record, not counted again",
  "contradicts-another": "Another record of the same thing contradicts it",
  "contradicts-its-date": "A review not held has a date on which it was held",
  "unknown-student": "The student is not in the roster",
  "ambiguous-student": "Several students have the identifier",
  "unknown-school": "The school is not in the list of schools",
  "not-enrolled": "No school has enrolled the student",
  "unknown-plan": "The plan is not among the plans",
  "ambiguous-goal": "Goals of several students have the identifier",
  "unknown-goal": "The goal is not among the goals",
  "unknown-requirement": "The requirement is in no mandate",
  "unknown-duty": "The duty is in no mandate",
  "day-out-of-range": "The date is out of range",
  "day-still-to-come": "The date is in the future",
  "outside-its-school-year": "The date is in another school year than the plan",
  "ends-before-it-begins": "The end is before the start",
  "outside-its-parent": "The session is outside the longer session that contains it",
  "too-many-sections": "Too many sections for one student",
  "not-a-document": "Not a JSON document",
  "not-a-list": "Not a list",
  "unknown-role": "The role is not one of those listed",
  "role-without-school": "The role names no school",
  "school-left-out": "A school of the role is not in the list of schools",
  "school-of-district-role": "The role covers the whole district and names schools",
};
