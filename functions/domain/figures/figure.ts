import type { BarKey } from "./bar-key.ts";

/** Whether a figure is shown, and if not, why. Never null, 0 or an asterisk. */
export const FIGURE_STATES = [
  "shown",
  "too-few-students",
  "left-out",
  "not-enough-data",
  "not-applicable",
] as const;
export type FigureState = (typeof FIGURE_STATES)[number];

/** A share of students as a page draws it: an interval, or the reason why there is none. */
export interface Figure {
  /** Students whom the share is of; null where there is no figure. */
  readonly n: number | null;
  /** Least and greatest share, 0 to 1. Of an exact figure they are equal. */
  readonly low: number | null;
  readonly high: number | null;
  /** The label of the band, such as `LE5`, `21-39` or `67`; null for an exact figure, and where there is none. */
  readonly band: string | null;
  /** The day of the counts it was drawn from. */
  readonly drawnOn: string | null;
  readonly state: FigureState;
}

export const noFigure = (state: Exclude<FigureState, "shown">): Figure => ({
  n: null,
  low: null,
  high: null,
  band: null,
  drawnOn: null,
  state,
});

/** A figure that a table asks for: which bar, and which of its parts, neighbors in their order. */
export interface FigureAsked<Key> {
  /** The columns that say what the figure is about. */
  readonly key: Key;
  readonly bar: BarKey;
  readonly parts: readonly string[];
}
