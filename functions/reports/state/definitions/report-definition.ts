import type { Grade } from "../../../domain/people/grade.ts";

/** How far a part of a definition was checked against a text. What is less than confirmed is said where the report is shown. */
export type PartStatus = "confirmed" | "recalled" | "not-confirmed";

/** Where a part is written, and how far that was checked. */
export interface CitedPart {
  readonly status: PartStatus;
  readonly citation: string;
}

/** One report to a state, or a file from which such reports are made: data, one file each, held by `report.schema.json`. */
export interface ReportDefinition {
  /** The name of its file and of commands: "pa-career-standards-benchmark". */
  readonly id: string;
  readonly title: string;
  /** "PA"; "US" for a federal collection; null where no state asks for the file. */
  readonly state: string | null;
  /** What the file is, and what it does not show. */
  readonly summary: string;
  /** Who sends it to whom: a district's own self-check is never filed by it. */
  readonly filedBy: "district" | "state" | "nobody";
  /** The weakest status of all that its file is made of. */
  readonly status: PartStatus;
  readonly citation: string;
  /** School years for which the layout was confirmed, such as "2023-24"; empty for a layout of no state, which holds in every year. */
  readonly effective: readonly string[];
  /** The mandate whose answers it reports; null where the district's own mandate, or none, decides. */
  readonly mandate: string | null;
  /** The day whose students it counts: that of the figures, or the same day of each school year. */
  readonly countDay: CountDay;
  /** By when it is to be filed; null where no day is known or none exists. */
  readonly due: (CitedPart & { readonly month: number; readonly day: number }) | null;
  readonly population: CitedPart & {
    readonly words: string;
    /** What one row is: which maker of rows is asked. */
    readonly rows: RowKindId;
    /** Null for every grade. */
    readonly grades: readonly Grade[] | null;
  };
  /** Null where the state's layout is not known: then nothing can be written. */
  readonly layout: ReportLayout | null;
  readonly fields: readonly ReportField[];
  /** What the file lacks, why, and how a person completes it. */
  readonly leftOut: readonly LeftOut[];
  readonly limits: ReportLimits;
}

export type RowKindId =
  | "students"
  | "chronic-absence-counts"
  | "education-plans"
  | "plan-reconciliation"
  | "requirement-counts";

export type CountDay =
  | { readonly kind: "as-of" }
  | { readonly kind: "yearly"; readonly month: number; readonly day: number };

export interface LeftOut {
  readonly what: string;
  readonly because: string;
  readonly nextStep: string;
}

/** Shares in percent from which the gate stays shut. */
export interface ReportLimits {
  /** Records of the exports that could not be used. */
  readonly rejectedPercent: number;
  /** Students whom two systems have in different schools or grades. */
  readonly contradictedPercent: number;
  /** Change of a count against the file certified for the year before. */
  readonly swingPercent: number;
}

/** How the records become bytes. */
export type ReportLayout = CitedPart & {
  /** Parts in braces are filled in: `{district.aun}_STUDENT_FACT_{stamp}.csv`. */
  readonly fileName: string;
  /** The fields whose values order the records. */
  readonly sortBy: readonly string[];
} & (
    | {
        readonly kind: "delimited";
        readonly delimiter: "," | "\t" | "|";
        readonly isQuoted: boolean;
        readonly encoding: "ascii" | "utf-8" | "utf-8-with-mark";
        /** Names of the fields in the first line, a record of the file's own, or neither. */
        readonly header: "names" | "record" | "none";
        readonly headerRecord?: readonly HeaderField[];
      }
    | {
        readonly kind: "fixed";
        readonly encoding: "ascii";
        readonly recordLength: number;
        readonly header: "record" | "none";
        readonly headerRecord?: readonly HeaderField[];
      }
    | { readonly kind: "json-lines" }
    /** Counts for a person to copy: never in a state's naming, its first line says that the layout is to be verified. */
    | { readonly kind: "worksheet" }
  );

export interface HeaderField {
  readonly name: string;
  readonly source:
    | { readonly constant: string }
    | { readonly file: "records" | "name" | "id" | "school-years" };
  /** Position in a fixed-width record: first character from 1, and length. */
  readonly start?: number;
  readonly length?: number;
}

/** One field of each record: where it comes from, how it is derived, what it may hold, and where that is written. */
export interface ReportField extends CitedPart {
  readonly name: string;
  readonly definition: string;
  readonly source: FieldSource;
  /** The state's code for each value of the source; a value without one is a fault. Absent: the value itself. */
  readonly codes?: { readonly [value: string]: string };
  /** A regular expression for the whole of what is written. */
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly isRequired?: true;
  /** Part of what makes a record one of its kind. */
  readonly isKey?: true;
  /** A wrong value can be sent again, where a wrong key cannot. */
  readonly canBeResent?: true;
  /** Position in a fixed-width record: first character from 1. */
  readonly start?: number;
  readonly length?: number;
  readonly isNumber?: true;
  /** The element of the Common Education Data Standards, such as "000320". */
  readonly ceds?: string;
  /** Made once for each requirement of the mandate: `{requirement}` in name and source stands for its id. */
  readonly forEach?: "requirement";
}

export type FieldSource =
  | { readonly constant: string }
  /** The place of the record in the file, from 1. */
  | { readonly recordNumber: true }
  /** A position that is not collected. */
  | { readonly blank: true }
  /** A day of the report's school year, which ends in June. */
  | { readonly yearDay: { readonly month: number; readonly day: number } }
  /** What the district has set of itself, such as "aun". */
  | { readonly setting: string }
  /** A value of the row, such as "student.stateId". */
  | { readonly row: string }
  /** The answer to the requirement that is asked of the student's grade. */
  | { readonly answerByGrade: { readonly [grade in Grade]?: string } };
