import { counted, wholeNumber } from "./numbers.js";

/**
 * Shares of students as pages say and sort them. Sentences of a release say them in
 * `functions/releases/words/share-words.ts`; a page imports no code from there, so that it cannot compute
 * a figure, and a test compares the two.
 */
export interface Share {
  /** Least and greatest share, 0 to 1; null where there is no figure. */
  readonly low: number | null;
  readonly high: number | null;
}

/** The ends of a share that is shown: what a chart draws. */
export interface ShareEnds {
  readonly low: number;
  readonly high: number;
}

export const isShown = <Row extends Share>(row: Row): row is Row & ShareEnds =>
  row.low !== null && row.high !== null;

/**
 * "at most 5%", "95% or more", "21–39%", "67%": a share as a cell and a sentence say it. An exact
 * share of nobody is "none" and of everybody "all"; below half a percent it is "less than 1%".
 */
export function shareInWords({ low, high }: ShareEnds): string {
  if (low === high) return exactInWords(low);
  const [least, greatest] = [Math.round(100 * low), Math.round(100 * high)];
  if (least === 0 && greatest === 49) return "less than half";
  if (least === 50 && greatest === 100) return "half or more";
  if (least === 0) return `at most ${greatest}%`;
  return greatest === 100 ? `${least}% or more` : `${least}–${greatest}%`;
}

function exactInWords(share: number): string {
  if (share === 0) return "none";
  if (share === 1) return "all";
  const percent = Math.round(100 * share);
  if (percent === 0) return "less than 1%";
  return percent === 100 ? "more than 99%" : `${percent}%`;
}

/** A share with the number of students behind it, which only a place that is seen exactly has. */
export interface Counted {
  readonly count?: number | null;
}

/** "42% · 128", "all · 7"; "none", and a share without a number, as they are. */
export function shareAndCount(row: ShareEnds & Counted): string {
  const count = countShown(row);
  return count === null ? shareInWords(row) : `${shareInWords(row)} · ${wholeNumber(count)}`;
}

/** "128 of 306 students", "of 306 students" where the number is not known, or nothing. */
export function countOfStudents({
  n,
  count = null,
}: Counted & { readonly n: number | null }): string {
  if (n === null) return "";
  return `${count === null ? "" : `${wholeNumber(count)} `}of ${counted(n, "student")}`;
}

/** The number to show beside a share; of nobody the share says it. */
export const countShown = ({ count = null }: Counted): number | null =>
  count === 0 ? null : count;

/** What a column or a chart sorts by: of shares that overlap, the one that begins lower; null where none is shown. */
export const shareOrder = (row: Share): number | null =>
  isShown(row) ? row.low + row.high / 1000 : null;
