import { ATTENDANCE_KINDS } from "../../domain/record-types/attendance.ts";
import { STAY_STATUSES } from "../../domain/record-types/enrollment.ts";
import { RECORD_TYPE_NAMES, type RecordTypeName } from "../../domain/record-types/record-types.ts";

/**
 * A profile is data: it says how one vendor's export names its files and columns, how its cells are
 * written and how its values map to ours. Adding a vendor adds one JSON file and touches no code.
 * `profile.schema.json` says the same to editors and to whoever validates a profile of their own.
 */
export interface Profile extends CellRules {
  readonly $schema?: string;
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** What the columns rest on: a published specification, a sample, or recollection to be checked. */
  readonly sources?: readonly string[];
  readonly guards?: Guards;
  /** May be empty in a profile that only adds codes. */
  readonly files: readonly FileProfile[];
  /** A district's own codes, for kinds of files that another profile reads. */
  readonly codes?: readonly CodeMap[];
}

/**
 * Takes the place of a value that nobody knows yet: a code in `values` and `codes`, a fixed
 * `value`, `endDays`, or a date format. No ingest uses a profile with a gap.
 */
export type Gap = "?";
export const GAP: Gap = "?";

/** More values for one field of one kind of file: they win over those that its profile lists. */
export interface CodeMap {
  /** Such as `power-school/attendance.text`. */
  readonly kind: string;
  /** The canonical field, such as `kind`. */
  readonly field: string;
  /** What each local value means; case makes no difference. */
  readonly values: { readonly [local: string]: string };
}

/** How bytes become cells and cells become values. Of a profile the default for its files, of a file its own. */
export interface CellRules {
  /** Where stated it is not detected. */
  readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  readonly delimiter?: "," | ";" | "\t" | "|" | "^";
  /**
   * How a quotation mark is written in a quoted value: doubled (RFC 4180) or, as databases do,
   * after a backslash.
   */
  readonly escape?: "doubled" | "backslash";
  /** Values that mean nothing, compared in any case; without the setting `NULL`, `\N`, `N/A` and `-`; faults of a spreadsheet such as `#N/A` always do. */
  readonly nullTokens?: readonly string[];
  /**
   * How dates are written; the first format that fits is used. The default is
   * `DEFAULT_DAY_FORMATS`. Dates that nobody can mistake are read too: with the month as a word,
   * and as standards write them.
   */
  readonly dayFormats?: readonly string[];
  /** Whether an end day still counts (CEDS: the last day) or is the first that does not (OneRoster). */
  readonly endDays?: "last-day-in" | "first-day-out" | Gap;
}

/** When a file is stopped as a whole, so that the last good one is still used. */
export interface Guards {
  /** More than this share of its records rejected; 0 to 1. */
  readonly maximumRejectShare?: number;
  /** More than this share of the students, enrollments or plans in use gone; 0 to 1. */
  readonly maximumRemovalShare?: number;
  /** Fewer records than this. */
  readonly minimumRecords?: number;
}

/** How one file of the export is known and read. */
export interface FileProfile extends CellRules {
  /** The name the format gives the file, as published on the page of methods and data. */
  readonly file: string;
  readonly name: string;
  /** Matched against the file's name without folders, in any case. */
  readonly pattern: string;
  /** Columns that the file must have, a list where any of several names will do; a file that lacks one is not this file. */
  readonly signature: readonly (string | readonly string[])[];
  /** The columns that the format's documentation requires, if these alone identify too little. */
  readonly least?: LeastColumns;
  /** The columns by position, for a file without a header row: known by its name and the number of its cells. */
  readonly headers?: readonly string[];
  /** Records that are not data, such as an example row: accepted and left out where the column matches. */
  readonly skipWhere?: readonly { readonly column: string; readonly matches: string }[];
  /**
   * For a column by which reads keep records, the values of those that are left out on purpose; one
   * that ends in `*` means all values that begin so. A record with any other value that no read
   * keeps is rejected.
   */
  readonly leaveOut?: readonly { readonly column: string; readonly values: readonly string[] }[];
  /**
   * `bulk` (the default): whole, so that what a newer version lacks is no longer so. `append`: files
   * of other names add up. `delta`: each file changes or adds single records, by
   * `status` where it removes any, and the later change wins.
   * `by-manifest`: bulk or delta as the package's manifest.csv says (OneRoster), bulk without one.
   */
  readonly mode?: FileMode | "by-manifest";
  /** Which records are removed, and when each was last changed: the later change wins, whatever came first. */
  readonly status?: {
    readonly column?: string;
    readonly removed?: readonly string[];
    /**
     * The values of a record that is valid, `""` for an empty cell; any other value is then
     * rejected.
     */
    readonly kept?: readonly string[];
    readonly modifiedAt?: string;
    /** The column with the source's own identifier of the record: a later record with it replaces all that an earlier one gave. */
    readonly record?: string;
    /** The records are of students, by the student's identifier: one that is removed takes the student out of the whole roster. */
    readonly takesStudent?: boolean;
  };
  readonly guards?: Guards;
  /** `json-lines`: one JSON document a line, its fields named as columns are. Delimited text without the setting. */
  readonly format?: "delimited" | "json-lines";
  /** What is read from each record, in this order; nothing where the file is known and not needed. */
  readonly reads: readonly TableRead[];
}

/**
 * Columns that any export may have, such as a student's name and identifiers: enough in a file of the
 * kind's name that has no column which the format does not know.
 */
export interface LeastColumns {
  readonly columns: readonly string[];
  /** What the format knows besides the columns that are read. */
  readonly besides: readonly string[];
}

export type FileMode = "bulk" | "append" | "delta";

/** One row, of one canonical table, out of each record. */
export interface TableRead {
  readonly table: CanonicalTable;
  /**
   * For a JSON document, the list whose items are the rows, such as `goals` or
   * `goals.action_steps`. An item has the identifiers of what contains it.
   */
  readonly path?: string;
  /** Only records whose columns hold one of the values; `""` means an empty cell and `"*"` any other. */
  readonly keep?: readonly KeptColumn[];
  /** One row for each item of a list in one cell: the column then has the item. */
  readonly forEach?: {
    /** The column's name, or a list of its names, the first that the header has. */
    readonly column: string | readonly string[];
    readonly separator: string;
  };
  /** Has no effect any more; kept so that older profiles are valid. */
  readonly repeats?: "reject" | "first";
  /** For attendance that is not one record per student and day. */
  readonly attendance?: SectionAttendance | WideAttendance;
  readonly columns: readonly ColumnMap[];
}

/** A column and the values by which a read takes a record. */
export interface KeptColumn {
  readonly column: string;
  readonly values: readonly string[];
  /**
   * For a program, the values of students who are known not to be in it. Any other value is set
   * aside and reported, as is one that is neither yes nor no if `values` are words for yes.
   */
  readonly others?: readonly string[];
}

/** One record per student, day and section or period, combined into days by a stated rule. */
export interface SectionAttendance {
  readonly shape: "sections";
  /** The columns that identify a section or period of a day. */
  readonly sectionColumns: readonly string[];
  readonly rollUp: DayRollUp;
}

/** One record per student and day, with one cell per period or part of the day. */
export interface WideAttendance {
  readonly shape: "wide";
  readonly cells: readonly string[];
  /** What a code in a cell means; compared in any case. An empty cell is present. */
  readonly codes: { readonly [code: string]: AttendanceKind | Gap };
  readonly rollUp: DayRollUp;
}

/**
 * How parts of a day become a day. `share`: absent for the share of its parts missed, out of
 * `periods` or, without it, out of those that the file has marked. `any`, `all`: a whole day absent
 * if any or all marked parts were missed.
 */
export interface DayRollUp {
  readonly rule: "share" | "any" | "all";
  readonly periods?: number;
}

export { ATTENDANCE_KINDS, STAY_STATUSES };
export type AttendanceKind = (typeof ATTENDANCE_KINDS)[number];

/** The tables that a profile may fill: one for each type of record. */
export const CANONICAL_TABLES = RECORD_TYPE_NAMES;
export type CanonicalTable = RecordTypeName;

/** Kinds of identifiers of a student; a column of another kind than the roster's is looked up. */
export const ID_TYPES = ["sis", "state", "local", "guid", "username", "email", "platform"] as const;
export type IdType = (typeof ID_TYPES)[number];

/** How one canonical field is read from a record. */
export interface ColumnMap {
  readonly to: string;
  /** The column's names, the first that the header has is taken; compared without case, blanks and punctuation. */
  readonly from?: readonly string[];
  /** Several columns with a hyphen between them, where no single one identifies. */
  readonly join?: readonly string[];
  /** The value where there is no column or the cell is empty. */
  readonly value?: string;
  /** A regular expression whose first group is the value, such as the id inside `{Local:863}`. */
  readonly extract?: string;
  readonly isRequired?: boolean;
  /**
   * What an empty cell means in the system that writes it, by the name of the column: a blank
   * `att_code` is Present. It says nothing of a file without the column, nor of a record cut short.
   */
  readonly blank?: { readonly [column: string]: string };
  /**
   * What each local value means; case makes no difference. A gap is a local value that nobody has
   * explained yet.
   */
  readonly values?: { readonly [local: string]: string };
  /** What becomes of a value that `values` does not list, where the field is one of a list. */
  readonly otherValues?: string;
  readonly dayFormats?: readonly string[];
  readonly endDays?: "last-day-in" | "first-day-out" | Gap;
  /** The kind of identifier in a student column; `sis` by default. */
  readonly idType?: IdType;
}

/** Shapes that no one can mistake, and slashed days whose order the file itself decides. */
export const DEFAULT_DAY_FORMATS: readonly string[] = [
  "YYYY-MM-DD",
  "YYYYMMDD",
  "YYYY/M/D",
  "M/D/YYYY",
  "D/M/YYYY",
  "M/D/YY",
  "D/M/YY",
];
