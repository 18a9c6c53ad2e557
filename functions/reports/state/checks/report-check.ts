import type { Day } from "../../../domain/calendar/day.ts";
import type { RecordTypeName } from "../../../domain/record-types/record-types.ts";
import type { NamedCube } from "../../../metrics/cube/named-cube.ts";
import type { ReportField } from "../definitions/report-definition.ts";
import type { FrozenRecords } from "../records/report-difference.ts";
import type { ReportProfile } from "../records/report-profile.ts";
import type { RecordFault, ReportRecord } from "../records/report-records.ts";
import type { Discrepancy } from "../../../metrics/cube/reconciliation.ts";
import type { ReportContext, RowKind, RowSubject } from "../rows/report-row.ts";
import type { SchoolPresence } from "../rows/school-presence.ts";

/** Everything that decides whether a file may be written. */
export interface ReportInHand {
  readonly context: ReportContext;
  readonly kind: RowKind;
  readonly fields: readonly ReportField[];
  readonly records: readonly ReportRecord[];
  /** Whom the records must be about, where the kind of row counts them: a student may be named by several schools. */
  readonly population: readonly RowSubject[];
  /** How many students each school has on the count day, and had in the year. */
  readonly presence: readonly SchoolPresence[];
  /** Students enrolled on the count day of whom no grade is known. */
  readonly withoutGrade: readonly RowSubject[];
  /** The counts of the staff edition of the count day; null where that day was not published. */
  readonly cubes: readonly NamedCube[] | null;
  /** In which students two systems disagree, in all schools. */
  readonly discrepancies: readonly Discrepancy[];
  readonly exports: ExportsUsed;
  /** How the file certified for the year before was filled; null where there is none. */
  readonly yearBefore: ReportProfile | null;
  /** The last file certified for the school year, which another one would amend; null where there is none. */
  readonly certified: CertifiedVersion | null;
  /** By check and subject of a swing, what was said of it. */
  readonly explanations: readonly SwingExplanation[];
  /** School years for which a person of the district has checked the layout against the state's. */
  readonly checkedYears: readonly string[];
}

/** A certified file that may be amended. */
export interface CertifiedVersion {
  readonly certificate: string;
  /** How the file was filled. */
  readonly profile: ReportProfile;
  /** Null where they have expired. */
  readonly records: FrozenRecords | null;
}

/** What is known of the exports that the report is made from. */
export interface ExportsUsed {
  readonly files: readonly ExportFile[];
  /** Names of files that wait for a person, were stopped, or lack columns of their format. */
  readonly notUsed: readonly string[];
  /** Records about who is a student, where and when, that were not used. */
  readonly rosterRejects: number;
  /** By type of record, of which day the oldest of the files is that must be new; null where that is not known. */
  readonly exportDays: { readonly [type in RecordTypeName]?: ExportDay } | null;
  /** The last day on which anything changed in any plan, if that is long ago. */
  readonly stalePlansSince: string | null;
}

export interface ExportDay {
  readonly on: Day;
  /** The name of the file. */
  readonly file: string;
}

export interface ExportFile {
  readonly name: string;
  readonly records: number;
  readonly rejected: number;
}

export interface SwingExplanation {
  readonly subject: string;
  readonly because: string;
  readonly by: string;
  readonly at: string;
}

export type CheckScope = "record" | "file" | "cross-file" | "swing" | "layout" | "data";

/** `not-made`: there is nothing to compare with, which is said and blocks nothing. */
export type CheckOutcome = "passed" | "failed" | "not-made";

export interface CheckResult {
  readonly outcome: CheckOutcome;
  /** In a sentence, with numbers. */
  readonly because: string;
  /** How many records fail it; 0 where it is about the whole file. */
  readonly failing: number;
  /** What to do, for a check of the whole file that failed. */
  readonly remedy?: string;
  /** Records to fix beside those whose fields are wrong, by their place. */
  readonly faults?: ReadonlyMap<number, RecordFault>;
  /** To fix of students who have no record in the file. */
  readonly besides?: readonly (RecordFault & { readonly about: RowSubject })[];
  /** Subjects of a swing that nobody has explained. */
  readonly unexplained?: readonly string[];
}

/** One blocking check: each must pass, and nothing bypasses one. */
export interface ReportCheck {
  readonly id: string;
  readonly name: string;
  readonly scope: CheckScope;
  readonly run: (report: ReportInHand) => CheckResult;
}

export const passed = (because: string): CheckResult => ({
  outcome: "passed",
  because,
  failing: 0,
});
export const failed = (because: string, remedy: string, failing = 0): CheckResult => ({
  ...{ outcome: "failed", because, remedy, failing },
});
export const notMade = (because: string): CheckResult => ({
  ...{ outcome: "not-made", because, failing: 0 },
});
