/** A share of students, 0 to 1; its ends are equal where it is exact. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface PartShare extends Interval {
  readonly part: string;
}

/** A stretch of a stacked bar, from 0 to 1. */
export type Span =
  /** A stretch in which the bar is certainly this part. */
  | { readonly kind: "certain"; readonly from: number; readonly to: number; readonly part: string }
  /**
   * A stretch in which a boundary lies, from the part before to the part after it. The parts
   * between them may have no students.
   */
  | {
      readonly kind: "soft";
      readonly from: number;
      readonly to: number;
      readonly parts: readonly string[];
    };

/** The tolerance for rounding of floating point: far less than one student. */
const NOISE = 1e-9;

/**
 * Where each inner boundary of a stacked bar may lie: no lower than the least shares before it, nor
 * than what the greatest shares after it leave; and likewise no higher.
 */
export function boundariesOf(parts: readonly Interval[]): readonly Interval[] {
  return parts.slice(1).map((_, index) => {
    const before = parts.slice(0, index + 1);
    const after = parts.slice(index + 1);
    const low = Math.max(sumOf(before, "low"), 1 - sumOf(after, "high"));
    const high = Math.min(sumOf(before, "high"), 1 - sumOf(after, "low"));
    return { low: withinBar(low), high: withinBar(Math.max(low, high)) };
  });
}

/** The bar as stretches that follow each other from 0 to 1. A part of nobody for certain is not among them. */
export function stackedSpans(parts: readonly PartShare[]): readonly Span[] {
  const present = parts.filter(({ high }) => high > 0);
  const boundaries = boundariesOf(present);
  const certain = present
    .map(({ part }, index) => ({
      part,
      index,
      from: boundaries[index - 1]?.high ?? 0,
      to: boundaries[index]?.low ?? 1,
    }))
    .filter(({ from, to }) => to - from > NOISE);
  const spans: Span[] = [];
  let reached = 0;
  let first = 0;
  for (const next of [...certain, { part: null, index: present.length - 1, from: 1, to: 1 }]) {
    if (next.from - reached > NOISE) {
      const between = present.slice(first, next.index + 1).map(({ part }) => part);
      spans.push({ kind: "soft", from: reached, to: next.from, parts: between });
    }
    const { part, from, to } = next;
    if (part !== null) spans.push({ kind: "certain", from, to, part });
    reached = to;
    first = next.index;
  }
  return spans;
}

const sumOf = (parts: readonly Interval[], end: keyof Interval): number =>
  parts.reduce((sum, part) => sum + part[end], 0);

const withinBar = (share: number): number => Math.min(1, Math.max(0, share));
