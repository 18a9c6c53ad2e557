import type { RecordOwner } from "../metrics/cube/record-problem.ts";

/** Whoever can fix something: an owner of records, or whoever sends a file that nobody knows. */
export type Owner = RecordOwner | "sender";

/** `GET /console/data-to-fix?school=&owner=`. */
export interface DataToFixPage {
  readonly asked: { readonly school: string | null; readonly owner: Owner | null };
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  /** The day of the edition whose students are counted; null before the first. */
  readonly asOf: string | null;
  /** The owner whose list comes first for this reader; null where it is nobody's in particular. */
  readonly own: Owner | null;
  readonly owners: readonly OwnerToFix[];
  /** Why there are no files here; null where there are. */
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

/** One problem of records at one school. */
export interface ProblemToFix {
  readonly problem: string;
  readonly name: string;
  readonly cause: string;
  readonly remedy: string;
  readonly school: string;
  readonly schoolName: string;
  /** Students whom the list behind it names. */
  readonly students: number;
  /** The query of that list. */
  readonly query: string;
}

/** One reason in one column of a file, or the file as a whole. It holds no value of a record. */
export interface FileToFix {
  readonly file: string;
  readonly outcome: string;
  readonly outcomeName: string;
  /** Empty where it is about the whole record or file. */
  readonly column: string;
  readonly reason: string;
  /** Null where it is about the file as a whole. */
  readonly records: number | null;
  /** Which records, by their numbers in the file: "4, 9 and 12"; empty where it is about the file as a whole. */
  readonly recordNumbers: string;
  /** How many students it touches; null where the file does not say. */
  readonly students: number | null;
  readonly remedy: string;
}
