import { counted } from "../../../domain/text/counted.ts";
import type { ReportProfile } from "../records/report-profile.ts";
import type { CheckMade } from "./gate.ts";

/**
 * That a person certified a report: what it was made from, which checks it passed, and the hash of each
 * file. It names no student, and is kept when the files are removed.
 */
export interface Certificate {
  /** "plan-status-2021-22-v1" */
  readonly certificate: string;
  readonly report: string;
  readonly title: string;
  readonly schoolYear: string;
  readonly countDay: string;
  /** 1 for the first of a school year; an amendment is the next. */
  readonly version: number;
  readonly amends: string | null;
  readonly certifiedBy: string;
  readonly certifiedAt: string;
  /** From this day on the files are removed. */
  readonly expiresOn: string;
  readonly madeFrom: {
    readonly conformed: string;
    readonly mandate: string;
    readonly definitionVersion: string;
    /** The hash of the report's definition. */
    readonly definition: string;
  };
  readonly checks: readonly CheckMade[];
  readonly profile: ReportProfile;
  readonly files: readonly CertifiedFile[];
  /** How an amendment differs from the version that it amends; null for the first. */
  readonly difference: Difference | null;
}

export interface CertifiedFile {
  readonly name: string;
  /** In lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Counts of what an amendment changed; the file of differences names the students. */
export interface Difference {
  readonly added: number;
  readonly removed: number;
  /** Records of both versions that differ. */
  readonly changed: number;
  readonly byField: { readonly [field: string]: number };
  /** No record differs, but the file: its name, header, encoding or layout. */
  readonly isOfFileAlone?: true;
}

/** What a person reads of it: "2 records added, 1 removed, 14 changed". */
export const differenceInWords = ({ added, removed, changed, isOfFileAlone }: Difference): string =>
  isOfFileAlone === true
    ? "no record differs, but the name, header, encoding or layout of the file"
    : `${counted(added, "record")} added, ${removed} removed, ${changed} changed`;
