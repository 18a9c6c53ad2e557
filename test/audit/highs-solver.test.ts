import { expect, it } from "vitest";
import { readySolver } from "./ready-solver.ts";

const PROGRAM = {
  columns: [
    { low: 0, high: 10 },
    { low: 0, high: 10 },
  ],
  rows: [
    {
      terms: [
        [0, 1],
        [1, 1],
      ] as const,
      low: 4,
      high: 12,
    },
  ],
};

it("finds the least and the greatest of several costs in one open program", async () => {
  const solve = await readySolver();
  const ends = solve(PROGRAM, (minimize) =>
    [1, -1].map((sign) => {
      const answer = minimize([
        [0, sign],
        [1, 2 * sign],
      ]);
      return answer.kind === "optimal" ? [...answer.columns] : answer.kind;
    }),
  );
  expect(ends).toEqual([
    [4, 0],
    [2, 10],
  ]);
});

it("says that nothing fits", async () => {
  const solve = await readySolver();
  const impossible = { ...PROGRAM, rows: [{ ...PROGRAM.rows[0]!, low: 21, high: 30 }] };
  expect(solve(impossible, (minimize) => minimize([]).kind)).toBe("infeasible");
});
