import type { RecordOwner } from "../metrics/cube/record-problem.ts";

/**
 * Who can fix something: the owner of the records, or the sender of a file in an unknown format.
 */
export type Owner = RecordOwner | "sender";

/** `GET /console/data-to-fix?school=&owner=`. */
export interface DataToFixPage {
  readonly asked: { readonly school: string | null; readonly owner: Owner | null };
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  /** The day of the edition whose students are counted; null before the first. */
  readonly asOf: string | null;
  /** The owner whose list this reader sees first; null if no list is the reader's own. */
  readonly own: Owner | null;
  readonly owners: readonly OwnerToFix[];
  /** Why no files are listed; null if files are listed. */
  readonly noFiles: string | null;
  readonly because: string;
}

/** What one owner can fix. */
export interface OwnerToFix {
  readonly owner: Owner;
  readonly ownerName: string;
  readonly problems: readonly ProblemToFix[];
  readonly files: readonly FileToFix[];
}

/** One problem in the records of one school. */
export interface ProblemToFix {
  readonly problem: string;
  readonly name: string;
  readonly cause: string;
  readonly remedy: string;
  readonly school: string;
  readonly schoolName: string;
  /** How many students the list of this problem names. */
  readonly students: number;
  /** The query of that list. */
  readonly query: string;
}

/**
 * One reason in one column of a file, or one reason for the whole file. It holds no value of a
 * record.
 */
export interface FileToFix {
  readonly file: string;
  readonly outcome: string;
  readonly outcomeName: string;
  /** Empty if it is about the whole record or file. */
  readonly column: string;
  readonly reason: string;
  /** Null if it is about the file as a whole. */
  readonly records: number | null;
  /** Which records, by their numbers in the file: "4, 9 and 12"; empty where it is about the file as a whole. */
  readonly recordNumbers: string;
  /** How many students it affects; null if the file does not say. */
  readonly students: number | null;
  readonly remedy: string;
}
