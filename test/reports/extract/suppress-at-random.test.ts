import { describe, expect, it } from "vitest";
import { suppressAtRandom } from "../../../functions/reports/extract/suppress-at-random.ts";

describe("suppressAtRandom", () => {
  const chances = [0.9, 0.1, 0.5, 0.2, 0.8, 0.3];

  it("suppresses as many again as are suppressed for a reason", () => {
    expect(suppressAtRandom(["a", "a", "a", "a", "a", "-7"], chances, 2)).toEqual([
      "a",
      "-7",
      "a",
      "a",
      "a",
      "-7",
    ]);
  });

  it("suppresses no fewer in all than a value may have", () => {
    const suppressed = suppressAtRandom(
      ["-7", ...Array<string>(9).fill("a")],
      [...chances, 0.4, 0.6, 0.7, 0.95],
      4,
    );
    expect(suppressed).toEqual(["-7", "-7", "a", "-7", "a", "-7", "a", "a", "a", "a"]);
  });

  it("takes from no value what it needs to be published", () => {
    const values = ["-7", "b", "b", "a", "a", "a"];
    expect(suppressAtRandom(values, chances, 2)).toEqual(["-7", "b", "b", "-7", "a", "a"]);
  });

  it("suppresses nothing where nothing is suppressed", () => {
    expect(suppressAtRandom(["a", "a", "b"], [0.1, 0.2, 0.3], 2)).toEqual(["a", "a", "b"]);
  });
});
