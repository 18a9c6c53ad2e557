import type { Day } from "../../domain/calendar/day.ts";
import type { ContradictedDays } from "./contradicted-days.ts";
import type { CsvFault } from "../csv/csv-records.ts";
import type { DayOrder } from "../values/day-formats.ts";
import type { Encoding } from "../csv/encoding.ts";
import type { LackingColumns } from "./lacking-columns.ts";
import type { ShownOrder } from "../values/proven-order.ts";
import type { FileKind } from "../profiles/profiles.ts";

/** A file to be read: its name as sent, and how its bytes become text. */
export interface FileToRead {
  readonly name: string;
  readonly encoding: Encoding;
  /** The kinds that it may be of; those that ship with the project without the setting. */
  readonly kinds?: readonly FileKind[];
  /**
   * Whether month or day comes first in days with slashes, once the file has been read and has shown
   * it. `open`: what the file shows does not fit the district's other records, so that such a day can
   * be read in no way.
   */
  readonly dayOrder?: DayOrder | "open" | null;
  /** The day it came, after which nothing in it has happened; absent where nobody noted it. */
  readonly receivedOn?: Day;
}

/**
 * What reading a file came to. `records` is `accepted`, `rejected` and what was not counted
 * together, which is `repeated` and `contradicted`.
 */
export interface FileReading {
  readonly kind: FileKind | null;
  readonly outcome: "used" | "ignored" | "not-recognized" | "unreadable";
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Accepted records that the profile leaves out on purpose: they give no row. */
  readonly leftOut: number;
  /** Records of attendance that say what another record of the file says. */
  readonly repeated: number;
  /** Days of a student, or sections of a day, of which records of the file say different things. */
  readonly contradicted: number;
  /** Columns of the file that no field is read from. */
  readonly unusedColumns: readonly string[];
  /** Unread columns that seem to have enrollment dates. */
  readonly unreadEnrollmentDays: readonly string[];
  /** Unread columns that identify parts of a day, if records are read as whole days. */
  readonly unreadParts: readonly string[];
  /** Columns whose days contradict what the profile says that they are. */
  readonly contradictedDays: readonly ContradictedDays[];
  /** The tables that its kind could fill and the file cannot, for want of columns. */
  readonly lacking: readonly LackingColumns[];
  /** Columns that the header has more than once: the first cell that is not empty counts. */
  readonly repeatedColumns: readonly string[];
  readonly fault: CsvFault | null;
  /**
   * The order that the file's own days show, where some could be read in two ways: read it again so.
   * `open` where the file was read as one that shows none.
   */
  readonly dayOrder: ShownOrder | "open" | null;
}

export function outcomeOf(kind: FileKind | null, fault: CsvFault | null): FileReading["outcome"] {
  if (kind === null) return fault === null ? "not-recognized" : "unreadable";
  if (fault !== null) return "unreadable";
  return kind.profile.reads.length === 0 ? "ignored" : "used";
}
