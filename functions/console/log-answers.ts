import type { LogEntry } from "../access/log-entry.ts";
import type { ComparedDay } from "../access/unusual-amounts.ts";

/** `GET /console/log?from=&until=&staff=&school=&kind=`, of one student with `ilp-student` or `ilp-search`. */
export interface LogPage {
  /** The days that were read, in UTC: the last 30 unless others are asked for. */
  readonly from: string;
  readonly until: string;
  /** Every person and day of those days that fit, the unusual ones first; none where one student is asked for. */
  readonly days: readonly ComparedDay[];
  readonly entries: readonly LogEntry[];
  /** How many entries fit. */
  readonly all: number;
  /** Of one student: what the search came to, in a sentence; null where no student is asked for. */
  readonly ofStudent: string | null;
  /** Every school of the district: an entry has their ids alone. */
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  /** Everybody who is in the log of those days. */
  readonly people: readonly string[];
  readonly next: string | null;
  readonly because: string;
}
