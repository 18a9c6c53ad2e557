import type { Cube } from "../../functions/disclosure/cube.ts";
import { plainCube, table } from "./plain-cube.ts";

/** Oracle O1: the table of sdcTable's own test; every line with a hidden cell has two, and `wb` is known all the same. */
export const O1 = {
  rows: {
    w: [30, 47, 64, 89],
    x: [90, 124, 5, 31],
    y: [92, 100, 59, 85],
    z: [800, 991, 651, 685],
  },
  hidden: ["wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd"],
} as const;

export const o1 = (): Cube => table(O1.rows, "abcd");

const leaves = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 } as const;
const counts = (ids: string): number =>
  [...ids].reduce((sum, id) => sum + leaves[id as keyof typeof leaves], 0);
const countyTable = [
  ["county-1", "ABIJ"],
  ["county-2", "KLMN"],
] as const;
const sizeTable = [
  ["big", "LM"],
  ["small", "ABIJKN"],
] as const;

/** Oracle O2: two tables of the same cells, by county and by size. */
export function o2(which: "by county" | "by size" | "both", need = 0): Cube {
  const totals = [
    ...(which === "by size" ? [] : countyTable),
    ...(which === "by county" ? [] : sizeTable),
  ];
  return plainCube(
    [
      ...Object.entries(leaves).map(([id, count]) => ({
        id,
        count,
        ...("ABKLM".includes(id) ? { need, display: { kind: "hidden" as const } } : {}),
      })),
      ...totals.map(([id, ids]) => ({ id, count: counts(ids), cost: 1000 })),
    ],
    totals.map(([id, ids]) => [id, [...ids]] as const),
  );
}

/** Oracle O3: regions by gender, sdcTable's microdata1. */
export const o3 = (): Cube => table({ A: [18, 2], B: [14, 19], C: [12, 10], D: [11, 14] }, "mf");

const SCHOOLS = {
  A: { n: [4, 40], k: [3, 36] },
  B: { n: [12, 30], k: [10, 24] },
  C: { n: [15, 45], k: [11, 41] },
} as const;

/** Oracle O5: students with an active plan, English learners or not, by school; the students of each group are public. */
export const o5 = (): Cube =>
  table({ A: SCHOOLS.A.k, B: SCHOOLS.B.k, C: SCHOOLS.C.k }, "en", (id) => {
    const [row = "", column = ""] = id;
    const of = (school: string): readonly number[] =>
      school in SCHOOLS ? SCHOOLS[school as keyof typeof SCHOOLS].n : [];
    const schools = row === "." ? ["A", "B", "C"] : [row];
    const groups = column === "." ? [0, 1] : ["en".indexOf(column)];
    const upper = schools.flatMap((school) => groups.map((at) => of(school)[at]!));
    const students = upper.reduce((a, b) => a + b, 0);
    return {
      upper: students,
      ...(id === "Ae" ? { need: 4, display: { kind: "hidden" } } : {}),
      cost: (row === "." ? 30 : 1) * (column === "." ? 5 : 1) * Math.log2(2 + students),
    };
  });
