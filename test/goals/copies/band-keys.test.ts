import { describe, expect, it } from "vitest";
import {
  bandKeys,
  BANDS,
  comparedProbability,
  ROWS,
} from "../../../functions/goals/copies/band-keys.ts";
import { shingleSets } from "../../../functions/goals/copies/shingles.ts";

describe("comparedProbability", () => {
  it.each([
    [0.3, 16, 4, 0.122017],
    [0.5, 16, 4, 0.643926],
    [0.6, 16, 4, 0.891482],
    [0.7, 16, 4, 0.987638],
    [0.8, 16, 4, 0.999782],
    [0.3, 20, 5, 0.047494],
    [0.5, 20, 5, 0.470051],
    [0.6, 20, 5, 0.801902],
    [0.7, 20, 5, 0.974781],
    [0.8, 20, 5, 0.999644],
  ])("at Jaccard %d in %d bands of %d rows is %d (oracle)", (jaccard, bands, rows, expected) => {
    expect(comparedProbability(jaccard, bands, rows)).toBeCloseTo(expected, 6);
  });
});

describe("bandKeys", () => {
  it("are those of a text, whatever other texts there are", () => {
    const alone = bandKeys(shingleSets(["read more books at home"]));
    const beside = bandKeys(shingleSets(["raise my grade", "read more books at home"]));
    expect(alone).toHaveLength(BANDS);
    expect([...beside.slice(BANDS)]).toEqual([...alone]);
  });

  it("agree as often as the probability says", () => {
    // Each pair of texts shares 9 of 13 pairs of words.
    const pairs = 2_000;
    const texts = Array.from({ length: pairs }, (_, pair) => {
      const words = Array.from({ length: 12 }, (__, place) => `w${pair}x${place}`);
      return [words.join(" "), words.map((word, place) => (place === 5 ? "z" : word)).join(" ")];
    }).flat();
    const keys = bandKeys(shingleSets(texts));
    let compared = 0;
    for (let first = 0; first < texts.length; first += 2) {
      const agree = Array.from(
        { length: BANDS },
        (_, band) => keys[first * BANDS + band] === keys[(first + 1) * BANDS + band],
      );
      if (agree.includes(true)) compared++;
    }
    expect(Math.abs(compared / pairs - comparedProbability(9 / 13, BANDS, ROWS))).toBeLessThan(
      0.008,
    );
  });
});
