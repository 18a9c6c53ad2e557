import type { Comparison, Message } from "../words/message.ts";
import type { Action } from "../messages/actions.ts";
import type { EditionShown } from "../manifest/manifest.ts";
import type { FigureState } from "../../domain/figures/figure.ts";

/** The version of the form of first screens. Pages read no other version. */
export const SCREEN_FORM = 2;

/**
 * What the first screen says: `overview.json`, under 10 KB as stored, so that a page shows figures
 * before it has read any table. It is written from the tables of the edition and holds nothing that
 * they do not.
 */
export interface Overview {
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
  readonly mandate: { readonly title: string; readonly grades: readonly string[] };
  /** Whether the mandate is kept: first yes or no, then why. */
  readonly kept: readonly Message[];
  /** At most four. */
  readonly figures: readonly HeadlineFigure[];
  readonly places: PlaceBars;
  /** At most four. */
  readonly actions: readonly Action[];
  /** What came due and what changed since the last edition; at most four. */
  readonly changes: readonly Message[];
  /** The day that changes are counted from; null in the first edition of a school year. */
  readonly comparedWith: string | null;
  /** The day of the school year before that is nearest to this one; null where none is on file. */
  readonly sameDayLastYear: string | null;
}

/** A share as every part of a first screen shows it; its ends are null where there is no figure. */
export interface ShownFigure {
  readonly state: FigureState;
  readonly low: number | null;
  readonly high: number | null;
  /** The number of students that the share is out of. */
  readonly n: number | null;
  /** The exact number of students, where the reader sees the place exactly. */
  readonly count: number | null;
  /** The day of the counts, where it is earlier than the day of the edition. */
  readonly heldOn: string | null;
}

/** What a figure is about: a measure of all students, or of one requirement or transition. */
export interface RateOf {
  readonly measure: string;
  readonly breakdown: string;
  readonly group: string;
  /** The name of the requirement or transition, or "All students". */
  readonly name: string;
}

export interface HeadlineFigure extends RateOf, ShownFigure {
  /** The share to reach, 0 to 1; null where the mandate sets none. */
  readonly target: number | null;
  /** When it is due, by the calendar; null where it has no day. */
  readonly dueOn: { readonly first: string; readonly last: string } | null;
  /** Of those counted, the share that was on time; null where the figure has no such part. */
  readonly onTime: ShownFigure | null;
  readonly change: Comparison | null;
  /** The shares that can be compared with this one, the oldest first and this one last: one a month. */
  readonly past: readonly PastPoint[];
  readonly lastYear: PastShare | null;
}

export interface PastShare {
  /** The day of its counts. */
  readonly asOf: string;
  readonly low: number;
  readonly high: number;
}

/** The day of its counts, the low end, and the high end where that differs. */
export type PastPoint = readonly [asOf: string, low: number, high?: number];

/**
 * One stacked bar for the district and each school. The school that needs most attention comes
 * first.
 */
export interface PlaceBars {
  /** Whether the parts are those of reviews with a due date, or of all requirements together. */
  readonly kind: "reviews" | "requirements";
  /**
   * The district, then schools: the largest share of students for whom something is to be done
   * comes first, then schools with counts from before a due day, by name, schools without a figure
   * last.
   */
  readonly bars: readonly PlaceBar[];
  /**
   * Present where a due day lies between the counts of two schools: then some have no rank, and no
   * school can be said to have the most to do.
   */
  readonly isRanked?: false;
  /** The number of schools that are not shown here. */
  readonly more: number;
}

export interface PlaceBar {
  readonly level: "district" | "school";
  readonly school: string;
  readonly name: string;
  readonly state: FigureState;
  readonly n: number | null;
  readonly heldOn: string | null;
  /**
   * Present where its counts are from before something fell due, and those of another bar from
   * after it.
   */
  readonly notCompared?: true;
  /** The parts that a student may be in, in the fixed order of the bar; empty without a figure. */
  readonly parts: readonly BarPart[];
}

/** The low end, and the high end where that differs. */
export type BarPart = readonly [part: string, low: number, high?: number];
