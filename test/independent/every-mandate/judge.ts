import { mayConvict } from "./plain-mandates.ts";
import type { Term } from "./term.ts";

export type Verdict = "met" | "not-met" | "not-applicable" | "not-determinable";

/** What the records show of one thing that is asked for. */
export interface Shown {
  /** The days on which it was there or was done. */
  readonly days: readonly string[];
  /** It is there as well, on a day that no record gives. */
  readonly isUndated: boolean;
  /** Whether its absence from the records says anything. */
  readonly isTold: boolean;
}

export const shown = (days: readonly string[], isTold = true): Shown => ({
  days,
  isTold,
  isUndated: false,
});

/** One line of a requirement: at least so many of several things. */
export interface Line {
  readonly count: number;
  readonly of: readonly Shown[];
  readonly status: string;
}

/** One line held to the due day by itself, on the day `asOf`. */
export function judge(line: Line, term: Term, isLackKnown: boolean, asOf: string): Verdict {
  const { count, of, status } = line;
  const isDue = asOf > term.sure;
  const enough = (is: (thing: Shown) => boolean): boolean => of.filter(is).length >= count;
  if (enough(({ days, isUndated }) => days.some((on) => on <= term.sure) || (isUndated && !isDue)))
    return "met";
  if (!isDue) return term.kind === "none" ? "not-determinable" : "not-applicable";
  // Of a list what is late is late only where all of it is collected and has its day.
  const isListKnown = of.every(({ isTold, isUndated }) => isTold && !isUndated);
  // What may have been done in time, by one reading or for all that the records say.
  const mayBeInTime = ({ days, isUndated, isTold }: Shown): boolean =>
    asOf <= term.over ||
    !isLackKnown ||
    isUndated ||
    !isTold ||
    days.some((on) => on <= term.over || !isListKnown);
  return enough(mayBeInTime) || !mayConvict(status) ? "not-determinable" : "not-met";
}

/** The least favorable of several lines. */
export function together(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return "not-determinable";
  for (const worst of ["not-met", "not-determinable", "not-applicable"] as const) {
    if (verdicts.includes(worst)) return worst;
  }
  return "met";
}
