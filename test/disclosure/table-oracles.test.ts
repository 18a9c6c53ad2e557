import { beforeAll, describe, expect, it } from "vitest";
import { plainCube, table, workedOut } from "./plain-cube.ts";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";
import { o1, O1, o2, o3, o5 } from "./oracle-tables.ts";
import { readySolver } from "./ready-solver.ts";

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

/** Each interval to six digits, from linear programs and from whole numbers. */
function expectIntervals(
  cube: Parameters<typeof workedOut>[0],
  hidden: readonly string[],
  expected: { readonly [id: string]: readonly [number, number] },
): void {
  for (const students of ["whole", "linear"] as const) {
    const found = workedOut(cube, hidden, Object.keys(expected), solve, students);
    for (const [id, [low, high]] of Object.entries(expected)) {
      expect(found[id]![0], `least of ${id}`).toBeCloseTo(low, 6);
      expect(found[id]![1], `greatest of ${id}`).toBeCloseTo(high, 6);
    }
  }
}

describe("the attacker", () => {
  it("O1: knows a cell though every line hides two", () => {
    expectIntervals(o1(), O1.hidden, {
      wa: [25, 94],
      wb: [47, 47],
      wc: [0, 69],
      xa: [26, 95],
      xc: [0, 69],
      yb: [0, 185],
      yd: [0, 185],
      zb: [906, 1091],
      zd: [585, 770],
    });
  });

  it.each([
    ["xd", [0, 78]],
    ["xb", [0, 141]],
    ["wd", [0, 136]],
    ["yc", [0, 116]],
    ["zc", [0, 116]],
    ["ya", [0, 141]],
    ["za", [0, 141]],
  ] as const)("O1: does not once %s is hidden too", (cell, wb) => {
    expectIntervals(o1(), [...O1.hidden, cell], { wb });
  });

  it("O2: knows from two tables together what neither says", () => {
    const hidden = ["A", "B", "K", "L", "M"];
    expectIntervals(o2("by county"), hidden, {
      A: [0, 4],
      B: [0, 4],
      K: [0, 9],
      L: [0, 9],
      M: [0, 9],
    });
    expectIntervals(o2("by size"), hidden, {
      A: [0, 7],
      B: [0, 7],
      K: [0, 7],
      L: [0, 6],
      M: [0, 6],
    });
    expectIntervals(o2("both"), hidden, { A: [0, 4], K: [3, 3], L: [0, 6] });
    expectIntervals(o2("both"), [...hidden, "N"], {
      K: [0, 10],
      N: [0, 10],
      A: [0, 4],
      B: [0, 4],
      L: [0, 6],
      M: [0, 6],
    });
  });

  it("O3: finds the documented limits of both documented patterns", () => {
    expectIntervals(o3(), ["Am", "Af", "Cm", "Cf"], {
      Af: [0, 12],
      Am: [8, 20],
      Cm: [10, 22],
      Cf: [0, 12],
    });
    expectIntervals(o3(), ["Am", "Af", "Dm", "Df"], {
      Af: [0, 16],
      Am: [4, 20],
      Dm: [9, 25],
      Df: [0, 16],
    });
  });

  it("O5: is kept off by a rectangle only where the partner has room", () => {
    expectIntervals(o5(), ["Ae"], { Ae: [3, 3] });
    expectIntervals(o5(), ["Ae", "An"], { Ae: [3, 3] });
    expectIntervals(o5(), ["Ae", "Be"], { Ae: [3, 3] });
    expectIntervals(o5(), ["Ae", "An", "Be", "Bn"], { Ae: [1, 4] });
    expectIntervals(o5(), ["Ae", "An", "Ce", "Cn"], {
      Ae: [0, 4],
      Ce: [10, 14],
      An: [35, 39],
      Cn: [38, 42],
    });
  });

  it("O6: learns from a symbol that tells small from complementary", () => {
    const rows = { A: [7, 12], B: [14, 20] };
    const all = ["Ax", "Ay", "Bx", "By"];
    expectIntervals(table(rows, "xy"), all, { Ax: [0, 19] });
    const labelled = table(rows, "xy", (id) =>
      id === "Ax" ? { upper: 9 } : all.includes(id) ? { lower: 10 } : {},
    );
    expectIntervals(labelled, all, { Ax: [0, 9] });
  });

  it("O8: knows zeros that are hidden among zeros", () => {
    const cube = table({ A: [0, 0, 15], B: [6, 9, 11] }, "xyz");
    expectIntervals(cube, ["Ax", "Ay", "Bx", "By"], { Ax: [0, 0] });
  });

  it("O9: learns from a rule that zeros are always shown", () => {
    const rows = { A: [1, 1, 20], B: [12, 13, 30] };
    const hidden = ["Ax", "Ay", "Bx", "By"];
    expectIntervals(table(rows, "xyz"), hidden, { Ax: [0, 2] });
    const cube = table(rows, "xyz", (id) => (hidden.includes(id) ? { lower: 1 } : {}));
    expectIntervals(cube, hidden, { Ax: [1, 1] });
  });

  it("O10: comes closer in whole students than a linear program says", () => {
    const triangle = (n: number) => {
      const [a, b, c] = [`x${n}1`, `x${n}2`, `x${n}3`] as const;
      const cells = [a, b, c].map((id, at) => ({ id, count: at === 0 ? 1 : 0, upper: 1 }));
      const sums = [
        { id: `s${n}12`, count: 0, upper: 1 },
        { id: `s${n}23`, count: 1, upper: 1 },
        { id: `s${n}13`, count: 0, upper: 1 },
        ...["12", "23", "13"].map((at) => ({ id: `t${n}${at}`, count: 1 })),
      ];
      const equations = [
        [`t${n}12`, [a, b, `s${n}12`]],
        [`t${n}23`, [b, c, `s${n}23`]],
        [`t${n}13`, [a, c, `s${n}13`]],
      ] as const;
      return { cells: [...cells, ...sums], equations, xs: [a, b, c] };
    };
    const [one, two] = [triangle(1), triangle(2)];
    const cube = plainCube(
      [...one.cells, ...two.cells, { id: "T", count: 2 }],
      [...one.equations, ...two.equations, ["T", [...one.xs, ...two.xs]]],
    );
    const hidden = cube.cells.flatMap(({ id }) => (id.startsWith("t") ? [] : [id]));
    expect(workedOut(cube, hidden, ["T"], solve, "linear")["T"]![1]).toBeCloseTo(3, 6);
    expect(workedOut(cube, hidden, ["T"], solve, "linear")["T"]![0]).toBeCloseTo(0, 6);
    expect(workedOut(cube, hidden, ["T"], solve)).toEqual({ T: [0, 2] });
  });
});
