import { beforeAll, describe, expect, it } from "vitest";
import { auditRelease } from "../../functions/disclosure/audit-release.ts";
import { cubeOf } from "../../functions/disclosure/cube-of.ts";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";
import { integerIntervals } from "../../functions/disclosure/integer-intervals.ts";
import type { PublicationRegistry } from "../../functions/disclosure/publication-registry.ts";
import { publishedSystem } from "../../functions/disclosure/published-system.ts";
import { DEFAULT_SUPPRESSION as policy } from "../../functions/disclosure/suppression-policy.ts";
import { readySolver } from "./ready-solver.ts";

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

const statistic = (id: string) => ({
  id,
  table: "rates",
  shows: "counted" as const,
  parts: ["counted", "not-counted"],
  published: ["counted"],
  divisions: { district: [[]] },
  of: null,
});

const registry = (inclusions: PublicationRegistry["inclusions"]): PublicationRegistry => ({
  partitions: [],
  statistics: ["plan", "review", "covered"].map(statistic),
  links: [],
  nestings: [],
  inclusions,
});

const part = (id: string, name: string) => [{ statistic: id, part: name }];
const COVERED_HAS_PLAN = { whole: part("plan", "counted"), parts: part("covered", "counted") };
const UNCOVERED_LACKS_ONE = {
  whole: [...part("plan", "not-counted"), ...part("review", "not-counted")],
  parts: part("covered", "not-counted"),
};

/** Of 40 students: with a plan, reviewed, and both. */
const cubeWith = (
  counts: { readonly plan: number; readonly review: number; readonly covered: number },
  inclusions: PublicationRegistry["inclusions"],
) =>
  cubeOf(
    registry(inclusions),
    {
      places: [{ id: "district", level: "district", within: null }],
      count: (id, name) => {
        const counted = counts[id as keyof typeof counts];
        return name === "counted" ? counted : 40 - counted;
      },
    },
    policy,
  );

/** What a reader works out of the covered, where their own figure is hidden. */
function coveredAsWorkedOut(inclusions: PublicationRegistry["inclusions"]) {
  const cube = cubeWith({ plan: 30, review: 25, covered: 18 }, inclusions);
  const at = cube.index.get("covered|counted|district|all/all")!;
  const system = publishedSystem(cube, new Set([at]));
  expect(auditRelease(cube, system, solve).findings).toEqual([]);
  return integerIntervals(system, [at], solve).get(at);
}

describe("inclusions", () => {
  it("let a reader bound a group by the one that it is within, and by those who lack a part", () => {
    expect(coveredAsWorkedOut([])).toEqual({ kind: "interval", low: 0, high: 40 });
    expect(coveredAsWorkedOut([COVERED_HAS_PLAN])).toEqual({ kind: "interval", low: 0, high: 30 });
    expect(coveredAsWorkedOut([COVERED_HAS_PLAN, UNCOVERED_LACKS_ONE])).toEqual({
      kind: "interval",
      low: 15,
      high: 30,
    });
  });

  it("stop a release whose parts are more than the whole", () => {
    const counts = { plan: 15, review: 25, covered: 18 };
    expect(() => cubeWith(counts, [COVERED_HAS_PLAN])).toThrow(/the parts are more than the whole/);
  });
});
