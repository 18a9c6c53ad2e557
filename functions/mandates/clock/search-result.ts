import { byText } from "../../domain/text/compare-text.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { Evidence } from "./answer.ts";
import { mayConvict, type FactStatus } from "../rules/cited.ts";

/** What the records show about the thing that a requirement asks for. */
export type SearchResult =
  /**
   * Done by `on`, which is null if no record gives the day. `isEarliest` unless records that were
   * not sent may show an earlier day.
   */
  | {
      readonly kind: "done";
      readonly on: Day | null;
      readonly isEarliest: boolean;
      readonly evidence: readonly Evidence[];
    }
  /** True on the date of the data, and nothing more is asked. */
  | { readonly kind: "holds"; readonly because: string; readonly evidence: readonly Evidence[] }
  /** Not among the records. `isWhole` if all records that could show it were sent. */
  | { readonly kind: "absent"; readonly because: string; readonly isWhole: boolean }
  /** The records that would show it were not sent. */
  | { readonly kind: "unknown"; readonly because: string };

/** One of several things that a requirement asks for, with how far its text was checked. */
export interface Part {
  readonly result: SearchResult;
  readonly status: FactStatus;
}

export const done = (
  on: Day | null,
  evidence: readonly Evidence[],
  isEarliest = true,
): SearchResult => ({
  kind: "done",
  on,
  isEarliest,
  evidence,
});
export const holds = (because: string, evidence: readonly Evidence[]): SearchResult => ({
  kind: "holds",
  because,
  evidence,
});
export const absent = (because: string, isWhole = true): SearchResult => ({
  kind: "absent",
  because,
  isWhole,
});
export const unknown = (because: string): SearchResult => ({ kind: "unknown", because });

/**
 * At least this many of several: done with the last of the first ones, those without a day last.
 * Things without a day, and those that nobody collects, may have come earlier.
 */
export function someOf(
  count: number,
  results: readonly SearchResult[],
  fewer: (n: number) => string,
): SearchResult {
  const allDone = results.filter((result) => result.kind === "done");
  const unknowns = results.filter((result) => result.kind === "unknown");
  const firstDone = allDone.sort(byText(({ on }) => on ?? "9999")).slice(0, count);
  if (firstDone.length === count) {
    return done(
      firstDone.at(-1)?.on ?? null,
      firstDone.flatMap(({ evidence }) => evidence),
      unknowns.length === 0 && allDone.every(({ on, isEarliest }) => isEarliest && on !== null),
    );
  }
  const [open] = unknowns;
  if (open !== undefined && firstDone.length + unknowns.length >= count) return open;
  return absent(
    fewer(firstDone.length),
    results.every((result) => result.kind !== "absent" || result.isWhole),
  );
}

/**
 * The sentence that names the text to read before a rule that nobody checked can give "not met".
 */
export const unchecked = (citation: string, status: FactStatus): string | null =>
  mayConvict(status)
    ? null
    : `The rule is not confirmed: its text must be read before a student can be found not to meet it: ${citation.replace(/\.$/, "")}.`;
