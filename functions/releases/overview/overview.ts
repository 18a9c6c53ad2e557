import type { Comparison, Message } from "../words/message.ts";
import type { Action } from "../messages/actions.ts";
import type { EditionShown } from "../manifest/manifest.ts";
import type { FigureState } from "../../domain/figures/figure.ts";

/** The form of first screens that pages read: another one is of before. */
export const SCREEN_FORM = 2;

/**
 * What the first screen says: `overview.json`, under 10 KB as it is stored, so that a page shows figures before
 * it has read any table. Written from the tables of the edition; it holds nothing that they do not.
 */
export interface Overview {
  readonly screenForm: typeof SCREEN_FORM;
  readonly edition: "staff" | "public";
  /** Of a staff edition as one reader sees it; absent where it is shown to nobody in particular. */
  readonly scope?: EditionShown;
  readonly release: string;
  readonly district: { readonly id: string; readonly name: string };
  readonly schoolYear: string;
  readonly asOf: string;
  readonly definitionVersion: string;
  /** The fewest students with a public figure. */
  readonly smallestGroup: number;
  readonly mandate: { readonly title: string; readonly grades: readonly string[] };
  /** Whether the mandate is kept: yes or no first, then why. */
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

/** A share as every part of a first screen shows it; without its ends where there is none. */
export interface ShownFigure {
  readonly state: FigureState;
  readonly low: number | null;
  readonly high: number | null;
  /** Students whom the share is of. */
  readonly n: number | null;
  /** The exact number of students, where the reader sees the place exactly. */
  readonly count: number | null;
  /** The day of a figure whose counts are of an earlier day than the edition. */
  readonly heldOn: string | null;
}

/** What a figure is about: a measure of everybody, or of one requirement or transition. */
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

/** The day of its counts, the least share, and the greatest where that is another. */
export type PastPoint = readonly [asOf: string, low: number, high?: number];

/** One stacked bar for the district and each school, what needs attention first. */
export interface PlaceBars {
  /** Whether the parts are those of reviews with a due date, or of all requirements together. */
  readonly kind: "reviews" | "requirements";
  /** The district, then schools: the greatest share to be done first, those without a figure last. */
  readonly bars: readonly PlaceBar[];
  /** Schools that are not among them. */
  readonly more: number;
}

export interface PlaceBar {
  readonly level: "district" | "school";
  readonly school: string;
  readonly name: string;
  readonly state: FigureState;
  readonly n: number | null;
  readonly heldOn: string | null;
  /** Those that somebody may be in, in the fixed order of the bar; empty without a figure. */
  readonly parts: readonly BarPart[];
}

/** The least share, and the greatest where that is another. */
export type BarPart = readonly [part: string, low: number, high?: number];
