import type { ShingleSets } from "./shingles.ts";

/** From this Jaccard similarity on two texts are near copies: 3 of 5, kept in integers. A convention to be validated. */
const NEAR_COPY = { numerator: 3, denominator: 5 };

/** How many elements two texts share, of how many that either has. */
export interface Overlap {
  readonly shared: number;
  readonly either: number;
}

/** The overlap of two texts of the sets. Their Jaccard similarity is `shared / either`. */
export function overlapOf({ starts, keys }: ShingleSets, first: number, second: number): Overlap {
  let left = starts[first] ?? 0;
  let right = starts[second] ?? 0;
  const leftEnd = starts[first + 1] ?? 0;
  const rightEnd = starts[second + 1] ?? 0;
  const total = leftEnd - left + rightEnd - right;
  let shared = 0;
  while (left < leftEnd && right < rightEnd) {
    const difference = (keys[left] ?? 0) - (keys[right] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) left++;
    if (difference >= 0) right++;
  }
  return { shared, either: total - shared };
}

export const isNearCopy = ({ shared, either }: Overlap): boolean =>
  either > 0 && shared * NEAR_COPY.denominator >= either * NEAR_COPY.numerator;

/** Whether the first overlap is a greater share than the second. */
export const isCloser = (first: Overlap, second: Overlap): boolean =>
  first.shared * second.either > second.shared * first.either;
