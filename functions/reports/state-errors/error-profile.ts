import type { FixOwner } from "../state/rows/report-row.ts";
import type { ErrorScope, ErrorText, Severity } from "./state-error.ts";

/** Checks of ours that may find an error before the state does, by the ids that the gate of reports uses. */
export const OUR_CHECKS = {
  required: "every required field is filled",
  codes: "every value has a code of the state",
  form: "every value has the form of its field",
  characters: "every value can be written in the file",
  length: "no value is longer than its field",
  "keys-unique": "no two records have the same key",
  population: "one record for each student of the population",
  "same-answers": "the file gives the same answers as the figures",
  "systems-agree": "two systems have each student in the same school and grade",
  swing: "no count changes more than the limit against last year",
} as const;
export type OurCheck = keyof typeof OUR_CHECKS;

/** What a cell of a report can say: a text, or what is read from one. */
export type ErrorField = ErrorText | "severity" | "recordNumber" | "runDay";

/**
 * How one state writes its error reports: data, one file per shape, checked against
 * `error-profile.schema.json`.
 */
export interface ErrorProfile {
  /** The name of its file and of commands. */
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly state: string;
  readonly collection: string;
  /** `recalled`: no file of the state, and no text of it that lists the columns, was compared. */
  readonly status: "confirmed" | "recalled";
  /** What it rests on. */
  readonly sources: readonly string[];
  /** Regular expressions for names of files, in any case. */
  readonly fileNames: readonly string[];
  /** What may stand between cells; `line` where a whole line is one cell. */
  readonly delimiters: readonly ErrorDelimiter[];
  /** Columns that a header must have, each by one of its names; a file without such a header has none. */
  readonly signature: readonly (readonly string[])[];
  readonly columns: readonly ErrorColumn[];
  /** Where records without a header repeat what was sent, by type of record: which position has what. */
  readonly recordTypes?: {
    readonly [recordType: string]: { readonly [text in ErrorText]?: number };
  };
  /** Regular expressions for the file's name, whose named groups are texts of an error. */
  readonly fromName?: readonly string[];
  /** The same for the message; the first that fits is taken. */
  readonly fromMessage?: readonly string[];
  /** A regular expression for the whole of a rule's id: another text is no rule. */
  readonly ruleIdForm: string;
  readonly severities: {
    /** What each of the state's codes means, compared in any case. */
    readonly codes: { readonly [code: string]: Severity };
    /** For a report that states none, and for a code that is not listed. */
    readonly otherwise: Severity;
  };
  /** How many errors of one rule the state lists, and of which severities. */
  readonly cap?: { readonly errors: number; readonly severities: readonly Severity[] };
  /** What is known of rules; the first that fits is taken. */
  readonly rules: readonly ErrorRule[];
}

export type ErrorDelimiter = "," | "\t" | "|" | ";" | "^" | "line";

/** Where a field is: under one of the names in the header, or without a header at a position. */
export interface ErrorColumn {
  readonly to: ErrorField;
  readonly names?: readonly string[];
  /** 1 is the first cell of a record, -1 the last: added columns come after those that repeat what was sent. */
  readonly position?: number;
}

/** Some rules of a state: those whose id and message fit. */
export interface ErrorRule {
  readonly ruleId?: string;
  readonly message?: string;
  /** Which of our checks would have found it; null where none would. */
  readonly check: OurCheck | null;
  readonly scope?: ErrorScope;
  readonly owner?: FixOwner;
}
