import { describe, expect, it } from "vitest";
import { seededDraw } from "../../functions/hashing/seeded-draw.ts";

describe("seededDraw", () => {
  const ids = Array.from({ length: 1_000 }, (_, index) => `text ${index}`);

  it("is the same under one secret and another under another", () => {
    expect(ids.map(seededDraw("a"))).toEqual(ids.map(seededDraw("a")));
    expect(ids.map(seededDraw("a"))).not.toEqual(ids.map(seededDraw("b")));
  });

  it("falls evenly between 0 and 1", () => {
    const draws = ids.map(seededDraw("a"));
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    expect(draws.filter((draw) => draw < 0.1).length).toBeGreaterThan(70);
    expect(draws.filter((draw) => draw < 0.1).length).toBeLessThan(130);
  });
});
