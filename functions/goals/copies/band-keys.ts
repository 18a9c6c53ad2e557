import { mixed, type ShingleSets } from "./shingles.ts";

/** Texts that agree in all rows of a band are compared: 16 bands of 4 rows, a threshold near 0.5. */
export const BANDS = 16;
export const ROWS = 4;

/**
 * The probability that two texts of this Jaccard similarity agree in a band, so that they are compared
 * (Broder 1997; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, section 3.4).
 */
export const comparedProbability = (jaccard: number, bands: number, rows: number): number =>
  1 - (1 - jaccard ** rows) ** bands;

const HASHES = BANDS * ROWS;
const MULTIPLIERS = Uint32Array.from({ length: HASHES }, (_, index) => mixed(2 * index + 1) | 1);
const OFFSETS = Uint32Array.from({ length: HASHES }, (_, index) => mixed(2 * index + 1_000_003));

/** Without a second multiplication the hashes of a row would not be independent of those of another. */
const LAST_MULTIPLIER = 0x2c1b3c6d;

/** Per text and band a hash of its MinHash rows: text `n` has numbers `n * BANDS` to `n * BANDS + BANDS - 1`. */
export function bandKeys({ starts, hashes }: ShingleSets): Uint32Array {
  const texts = starts.length - 1;
  const keys = new Uint32Array(texts * BANDS);
  for (let text = 0; text < texts; text++) {
    const start = starts[text] ?? 0;
    const end = starts[text + 1] ?? 0;
    for (let band = 0; band < BANDS; band++) {
      let key = mixed(band + 1);
      for (let row = band * ROWS; row < (band + 1) * ROWS; row++) {
        key = mixed(Math.imul(key, 31) + lowest(hashes, start, end, row));
      }
      keys[text * BANDS + band] = key;
    }
  }
  return keys;
}

/** The MinHash of a row: the lowest of its hashes of the shingles. */
function lowest(hashes: Uint32Array, start: number, end: number, row: number): number {
  const multiplier = MULTIPLIERS[row] ?? 1;
  const offset = OFFSETS[row] ?? 0;
  let least = 0xffffffff;
  for (let shingle = start; shingle < end; shingle++) {
    let hash = Math.imul((hashes[shingle] ?? 0) ^ offset, multiplier);
    hash = Math.imul(hash ^ (hash >>> 15), LAST_MULTIPLIER) >>> 0;
    if (hash < least) least = hash;
  }
  return least;
}
