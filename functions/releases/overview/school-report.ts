import type { EditionShown } from "../manifest/manifest.ts";
import type { Action } from "../messages/actions.ts";
import type { Comparison, Message } from "../words/message.ts";
import type { PlaceBar, RateOf, SCREEN_FORM, ShownFigure } from "./overview.ts";

/**
 * What one school's page says; `schoolReportFile` names its file. It is written from the tables of
 * the edition and holds nothing that they do not.
 */
export interface SchoolReport {
  readonly screenForm: typeof SCREEN_FORM;
  readonly edition: "staff" | "public";
  /** For a staff edition as one reader sees it; absent otherwise. */
  readonly scope?: EditionShown;
  readonly release: string;
  readonly district: { readonly id: string; readonly name: string };
  readonly schoolYear: string;
  readonly asOf: string;
  readonly definitionVersion: string;
  /** The smallest number of students for which the public edition has a figure. */
  readonly smallestGroup: number;
  readonly school: { readonly id: string; readonly name: string; readonly level: string };
  /** The number of students under the mandate; null where there is no figure. */
  readonly students: number | null;
  /** Whether the mandate is kept there, or why there is no figure. */
  readonly messages: readonly Message[];
  readonly rows: readonly ReportRow[];
  /** Where the students of each grade stand, of the grades that the edition shows at the school; empty where it shows none. */
  readonly grades: {
    readonly kind: "reviews" | "requirements";
    readonly bars: readonly GradeBar[];
  };
  /** At most four. */
  readonly actions: readonly Action[];
}

export type GradeBar = PlaceBar & { readonly group: string; readonly groupName: string };

/** One measure of the school beside the district and the schools of its level. */
export interface ReportRow extends RateOf {
  /** Whether a higher share is what the district wants. */
  readonly isHigherBetter: boolean;
  readonly school: ShownFigure;
  readonly district: ShownFigure;
  /** The median of the district's schools of the same level that have a figure; null where fewer than three have, or something fell due between their counts. */
  readonly peers: PeerShare | null;
  readonly target: number | null;
  readonly dueOn: { readonly first: string; readonly last: string } | null;
  readonly change: Comparison | null;
  /**
   * What the school's figure is not compared with, since something that it counts fell due between
   * the days of their counts; absent where it is compared with everything.
   */
  readonly notCompared?: readonly NotCompared[];
}

export interface NotCompared {
  /**
   * The figure of the district; the median of the schools of the level, which is then null; or, of
   * a rate that asks for several requirements together, the rows of these requirements.
   */
  readonly with: "district" | "peers" | "rows";
  /** The earlier of the two days of counts. */
  readonly heldOn: string;
  /** When something fell due from then on and before the later day, by the calendars. */
  readonly dueOn: { readonly first: string; readonly last: string };
}

export interface PeerShare {
  readonly low: number;
  readonly high: number;
  readonly schools: number;
  /**
   * The earliest day of the counts that it is made from; null where all counts are of the day of
   * the edition.
   */
  readonly heldOn: string | null;
}

/**
 * Longer file names are not possible everywhere: a school with such a name has its rows in the
 * tables, but no report.
 */
const LONGEST_NAME = 180;

export const hasReportFile = (school: string): boolean =>
  encodeURIComponent(school).length <= LONGEST_NAME;

/**
 * The file of a school's report in its edition. An id may hold characters that a file name may not.
 */
export const schoolReportFile = (school: string): string =>
  `school-reports/school-${encodeURIComponent(school)}.json`;
