import type { ShownShare } from "../words/share-words.ts";

/**
 * The median of several shares: of their low ends and of their high ends. With an even number of
 * shares, it is the mean of the two in the middle.
 * @throws Error when there is no share
 */
export const medianShare = (shares: readonly ShownShare[]): ShownShare => ({
  low: median(shares.map(({ low }) => low)),
  high: median(shares.map(({ high }) => high)),
});

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [before, after] = [(sorted.length - 1) >> 1, sorted.length >> 1].map(
    (index) => sorted[index],
  );
  if (before === undefined || after === undefined) throw new Error("no share to take a median of");
  return (before + after) / 2;
}
