/** Least and greatest share, 0 to 1. */
export interface Share {
  readonly low: number | null;
  readonly high: number | null;
}

/** A share that is shown. */
export type ShownShare = { readonly low: number; readonly high: number };

export const isShown = <Row extends Share>(row: Row): row is Row & ShownShare =>
  row.low !== null && row.high !== null;

/**
 * "at most 5%", "95% or more", "21–39%", "67%": a share as a sentence says it. An exact share of
 * nobody is "none" and of everybody "all"; below half a percent it is "less than 1%".
 */
export function shareInWords({ low, high }: ShownShare): string {
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

/** What shares are sorted by: of bands that overlap, the one that begins lower. */
export const shareOrder = ({ low, high }: ShownShare): number => low + high / 1000;
