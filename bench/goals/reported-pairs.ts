const THRESHOLD = 0.6;

/** The Jaccard similarity over pairs of words, by sets of text: slow, and independent of what is measured. */
export function jaccardOfTexts(first: string, second: string): number {
  const left = pairsOf(first);
  const right = pairsOf(second);
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return shared / (left.size + right.size - shared);
}

/** Whether a reported pair is less similar than a near copy, or was not planted together. */
export const isFalsePair = (
  texts: readonly string[],
  origins: ArrayLike<number>,
  first: number,
  second: number,
): boolean =>
  origins[first] === 0 ||
  origins[first] !== origins[second] ||
  jaccardOfTexts(texts[first] ?? "", texts[second] ?? "") < THRESHOLD;

function pairsOf(text: string): ReadonlySet<string> {
  const words = text.split(" ");
  return new Set(words.slice(1).map((word, index) => `${words[index] ?? ""} ${word}`));
}
