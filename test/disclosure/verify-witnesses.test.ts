import { beforeAll, describe, expect, it } from "vitest";
import { auditRelease } from "../../functions/disclosure/audit-release.ts";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";
import { protectCube } from "../../functions/disclosure/protect-cube.ts";
import { publishedSystem } from "../../functions/disclosure/published-system.ts";
import { DEFAULT_SUPPRESSION as policy } from "../../functions/disclosure/suppression-policy.ts";
import { verifyWitnesses } from "../../functions/disclosure/verify-witnesses.ts";
import { o5 } from "./oracle-tables.ts";
import { places } from "./plain-cube.ts";
import { readySolver } from "./ready-solver.ts";

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

const cube = o5();
const hidden = places(cube, ["An", "Ce", "Cn"]);
const at = (id: string): number => [...places(cube, [id])][0]!;
/** One learner more at A, and the rectangle to C that makes up for it. */
const moved = (by: number): ReadonlyMap<number, number> =>
  new Map([
    [at("Ae"), by],
    [at("An"), -by],
    [at("Ce"), -by],
    [at("Cn"), by],
  ]);

const kinds = (...witnesses: ReadonlyMap<number, number>[]) =>
  verifyWitnesses(cube, hidden, witnesses).map(({ kind }) => kind);

describe("verifyWitnesses", () => {
  it("takes a proof", () => {
    expect(kinds(moved(1), moved(-3))).toEqual([]);
  });

  it("sees a proof that is too narrow", () => {
    expect(kinds(moved(1))).toEqual(["too-narrow"]);
    expect(kinds()).toEqual(["too-narrow"]);
  });

  it("sees a table that does not add up", () => {
    const broken = new Map(moved(1)).set(at("Cn"), 0);
    expect(kinds(broken, moved(-3))).toContain("does-not-add-up");
  });

  it("sees a table that changes what is shown", () => {
    const seen = places(cube, ["An", "Cn"]);
    const faults = verifyWitnesses(cube, seen, [moved(1), moved(-3)]);
    expect(faults).toContainEqual({ kind: "moves-what-is-shown", cell: "Ce" });
  });

  it("sees a table with more students than there are", () => {
    expect(kinds(moved(2), moved(-2))).toContain("leaves-its-limits");
  });
});

describe("a cell hidden for another", () => {
  it.each(["An", "Ce", "Cn"])("is needed: with %s shown the audit finds a leak", (cell) => {
    const others = new Set([...hidden].filter((index) => index !== at(cell)));
    const { findings } = auditRelease(cube, publishedSystem(cube, others), solve);
    expect(findings).toContainEqual({ kind: "too-narrow", cell: "Ae", width: 0 });
  });
});

describe("a solver that gives up", () => {
  const givesUp: LinearSolver = (_program, use) =>
    use(() => ({ kind: "failed", status: "time limit" }));

  it("has protected nobody", () => {
    const input = { cube, policy, solve: givesUp, draw: () => 1, start: new Set<number>() };
    expect(protectCube(input)).toEqual({
      kind: "cannot-be-protected",
      cell: "Ae",
      table: "oracle",
    });
  });

  it("has proven nothing", () => {
    const system = publishedSystem(cube, hidden);
    expect(auditRelease(cube, system, solve).findings).toEqual([]);
    expect(auditRelease(cube, system, givesUp).findings).toEqual([
      { kind: "not-proven", cell: "Ae", status: "time limit" },
    ]);
  });
});
