/** Vocabularies up to this size keep two word numbers exact in one number. */
const MOST_WORDS = 2 ** 26;

/** The pairs of neighboring words (2-shingles) of each text, as sets. */
export interface ShingleSets {
  /** Per text, where its shingles begin; at the end, the number of all. */
  readonly starts: Uint32Array;
  /** Sorted and distinct within a text; equal numbers are equal pairs of words. */
  readonly keys: Float64Array;
  /** Per shingle a hash of its words that does not depend on the other texts. */
  readonly hashes: Uint32Array;
}

/** @param texts words separated by one blank */
export function shingleSets(texts: readonly string[]): ShingleSets {
  let most = 0;
  for (const text of texts) most += blanksIn(text);
  const starts = new Uint32Array(texts.length + 1);
  const keys = new Float64Array(most);
  const hashes = new Uint32Array(most);
  const numbers = new Map<string, number>();
  const wordHashes: number[] = [];
  let end = 0;
  texts.forEach((text, index) => {
    const start = end;
    let previous = -1;
    for (const word of text.split(" ")) {
      const number = numbers.get(word) ?? numbers.size;
      if (number === numbers.size) {
        numbers.set(word, number);
        wordHashes.push(textHash(word));
      }
      if (previous >= 0) keys[end++] = previous * MOST_WORDS + number;
      previous = number;
    }
    end = sortDistinct(keys, start, end);
    for (let shingle = start; shingle < end; shingle++) {
      const key = keys[shingle] ?? 0;
      const first = Math.floor(key / MOST_WORDS);
      hashes[shingle] = mixed(
        (wordHashes[first] ?? 0) * 31 + (wordHashes[key - first * MOST_WORDS] ?? 0),
      );
    }
    starts[index + 1] = end;
  });
  return { starts, keys, hashes };
}

function blanksIn(text: string): number {
  let blanks = 0;
  let blank = text.indexOf(" ");
  while (blank >= 0) {
    blanks++;
    blank = text.indexOf(" ", blank + 1);
  }
  return blanks;
}

/** Sorts a part of the keys in place, equal ones once. Returns where it then ends. */
function sortDistinct(keys: Float64Array, start: number, end: number): number {
  keys.subarray(start, end).sort();
  let kept = start;
  for (let index = start; index < end; index++) {
    const key = keys[index] ?? 0;
    if (index > start && key === keys[kept - 1]) continue;
    keys[kept++] = key;
  }
  return kept;
}

/** The FNV-1a hash of a text, 32 bits. */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** The last step of MurmurHash3: each bit of the input decides each bit of the output. */
export function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
