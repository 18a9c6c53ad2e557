import type { LogEntry } from "../access/log-entry.ts";
import type { ComparedDay } from "../access/unusual-amounts.ts";

/** `GET /console/log?from=&until=&staff=&school=&kind=`, of one student with `ilp-student` or `ilp-search`. */
export interface LogPage {
  /** The days that were read, in UTC: the last 30 unless others are asked for. */
  readonly from: string;
  readonly until: string;
  /** Every person and day that match, the unusual ones first; none if one student is asked for. */
  readonly days: readonly ComparedDay[];
  readonly entries: readonly LogEntry[];
  /** How many entries match. */
  readonly all: number;
  /** The result of the search for one student, in a sentence; null if no student is asked for. */
  readonly ofStudent: string | null;
  /** Every school of the district, since entries have only their ids. */
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  /** Everybody who is in the log of these days. */
  readonly people: readonly string[];
  readonly next: string | null;
  readonly because: string;
}
