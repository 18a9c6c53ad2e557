import type { CheckScope, CheckOutcome } from "../reports/state/checks/report-check.ts";
import type { LeftOut } from "../reports/state/definitions/report-definition.ts";

/** `GET /console/state-reports`: what is to be reported, by when, and what was certified. */
export interface StateReportsPage {
  /** The name of the district, for a sheet of paper. */
  readonly district: string;
  /** The day of the figures; null before the first edition. */
  readonly asOf: string | null;
  readonly mandate: string;
  /** Reports of the district's own state, federal ones and the project's own, then those of other states. */
  readonly reports: readonly ReportListed[];
  /** What the mandate asks of the district itself, with the days. */
  readonly duties: readonly {
    readonly name: string;
    readonly dueOn: string | null;
    readonly due: string;
    readonly doneOn: string | null;
  }[];
  readonly certified: readonly CertifiedReport[];
  readonly because: string;
}

export interface ReportListed {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Whether it is for this district: its state's, federal, or of no state. */
  readonly isOwn: boolean;
  readonly countDay: string | null;
  readonly dueOn: string | null;
  /** Whether the day was seen in a text; one that was recalled may be wrong. */
  readonly isDueSeen: boolean;
  /** "The district files it", "The state files it: a self-check" */
  readonly filedBy: string;
  /** "Layout seen for 2023-24", "Layout not known" */
  readonly layout: string;
  /** The certificate of the school year; null without one. */
  readonly certificate: CertifiedReport | null;
}

export interface CertifiedReport {
  readonly certificate: string;
  readonly report: string;
  readonly title: string;
  readonly schoolYear: string;
  readonly countDay: string;
  readonly certifiedBy: string;
  readonly certifiedAt: string;
  readonly expiresOn: string;
  readonly records: number;
  /** "2 records added, 1 removed, 14 changed"; null for a first version. */
  readonly amendment: string | null;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

/** `GET /console/state-report?report=`: whether its file can be written, and what to fix. It names students. */
export interface StateReportPage {
  readonly district: string;
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly population: string;
  readonly countDay: string;
  readonly schoolYear: string;
  readonly records: number;
  readonly isReady: boolean;
  readonly checks: readonly CheckShown[];
  readonly schools: readonly {
    readonly name: string;
    readonly records: number;
    readonly blocking: number;
    readonly worthFixing: number;
  }[];
  /** The first of the things to fix; the file has all. */
  readonly toFix: readonly ThingToFix[];
  readonly allToFix: number;
  readonly leftOut: readonly LeftOut[];
  /** The certificates of the report, the latest first. */
  readonly certified: readonly CertifiedReport[];
  /** The certificate of the school year that certifying again would amend; null without one. */
  readonly amends: string | null;
  /** Whether that certificate is of the records as they are now, so that there is nothing to amend. */
  readonly isCertified: boolean;
  /** Whether it may be read as a spreadsheet: a state's file may not. */
  readonly hasSheet: boolean;
  /** The name under which the reader certifies. */
  readonly signedAs: string;
  readonly because: string;
}

/** `GET /console/state-report-readiness?report=…&report=…`: how far each of some reports is. It names no student. */
export interface ReportReadiness {
  readonly report: string;
  readonly passed: number;
  readonly failed: number;
  /** Schools with a record that keeps the file from being written. */
  readonly schoolsWithFaults: number;
}

export interface CheckShown {
  readonly id: string;
  readonly name: string;
  readonly scope: CheckScope;
  readonly outcome: CheckOutcome;
  readonly because: string;
  readonly remedy: string;
  /** Counts that moved and that nobody has explained. */
  readonly unexplained: readonly string[];
}

export interface ThingToFix {
  readonly owner: string;
  readonly school: string;
  /** "Soto, Ana (604822)" */
  readonly student: string;
  readonly field: string;
  readonly because: string;
  readonly where: string;
  readonly remedy: string;
  readonly isBlocking: boolean;
}
