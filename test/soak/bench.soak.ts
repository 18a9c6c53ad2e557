import { describe, expect, it } from "vitest";
import { measuredSize, runBench, STEPS } from "../bench/run-bench.ts";

describe("the bench of two sizes", () => {
  it("finds the same figures as DuckDB in both, and says how each step grows", () => {
    const { lines, result, stderr, status } = runBench("1000,4000", "170");
    expect(stderr).toBe("");
    expect(result).toEqual({
      sizes: [measuredSize(1_000, 2, 170), measuredSize(4_000, 8, 170)],
      growth: [{ from: 1_000, to: 4_000, steps: expect.any(Array) }],
    });
    const [small, large] = result.sizes;
    const [growth] = result.growth;
    expect(growth!.steps.map(({ name }) => name)).toEqual(STEPS);
    growth!.steps.forEach(({ seconds }, step) => {
      expect(seconds).toBeCloseTo(large!.steps[step]!.seconds / small.steps[step]!.seconds, 1);
    });
    expect(lines).toContainEqual(expect.stringContaining("students x 4.0"));
    expect(status).toBe(0);
  });
});
