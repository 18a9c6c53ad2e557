import { beforeAll, describe, expect, it } from "vitest";
import { auditRelease } from "../../functions/disclosure/audit-release.ts";
import type { Cube } from "../../functions/disclosure/cube.ts";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";
import { protectCube } from "../../functions/disclosure/protect-cube.ts";
import { publishedSystem } from "../../functions/disclosure/published-system.ts";
import { yearCube, type Churn } from "../../functions/disclosure/school-year-of-releases.ts";
import { DEFAULT_SUPPRESSION } from "../../functions/disclosure/suppression-policy.ts";
import { verifyWitnesses } from "../../functions/disclosure/verify-witnesses.ts";
import { names, plainCube } from "./plain-cube.ts";
import { readySolver } from "./ready-solver.ts";

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

const students = (count: number, of: number): Cube =>
  plainCube([{ id: "plans", count, upper: of }], []);

const entered = (count: number): Churn => ({ entered: count, left: 0, changed: 0 });

/** The second release of the year beside the first. */
const second = (before: Cube, now: Cube, churn: Churn, hidden: readonly string[] = []) =>
  yearCube([{ release: "fall", cube: before, hidden }], now, () => churn, 5, 10);

function protectedYear(year: ReturnType<typeof yearCube>): readonly string[] {
  const found = protectCube({
    cube: year.cube,
    policy: DEFAULT_SUPPRESSION,
    solve,
    draw: () => 1,
    start: year.start,
  });
  if (found.kind !== "protected") throw new Error(found.cell);
  expect(verifyWitnesses(year.cube, found.hidden, found.witnesses)).toEqual([]);
  expect(auditRelease(year.cube, publishedSystem(year.cube, found.hidden), solve).findings).toEqual(
    [],
  );
  expect([...found.hidden].every((cell) => cell >= year.current)).toBe(true);
  return names(year.cube, found.hidden);
}

describe("yearCube", () => {
  it("O7: sees that 20 of 24 and then 20 of 25 tell of the one who came", () => {
    const year = second(students(20, 24), students(20, 25), entered(1));
    const open = publishedSystem(year.cube, new Set());
    expect(auditRelease(year.cube, open, solve).findings).toEqual([
      { kind: "follows-from-sums", cell: "plans since fall" },
      { kind: "too-narrow", cell: "plans since fall", width: 0 },
    ]);
    expect(protectedYear(year)).toEqual(["plans"]);
  });

  it("shows the figure again once ten students stand behind the difference", () => {
    expect(protectedYear(second(students(20, 24), students(24, 33), entered(9)))).toEqual([
      "plans",
    ]);
    expect(protectedYear(second(students(20, 24), students(24, 34), entered(10)))).toEqual([]);
  });

  it("shows the same figure where nothing changed", () => {
    expect(protectedYear(second(students(20, 24), students(20, 24), entered(0)))).toEqual([]);
  });

  it("keeps hidden for the year what was hidden once", () => {
    const year = second(students(40, 80), students(60, 120), entered(40), ["plans"]);
    expect(protectedYear(year)).toEqual(["plans"]);
  });

  it("does not hide behind a cell that a reader knows from before", () => {
    const table = (total: number, small: number): Cube =>
      plainCube(
        [
          { id: "all", count: total, upper: 44 },
          {
            id: "learners",
            count: small,
            upper: 4,
            need: 4,
            display: { kind: "hidden" },
          },
          { id: "others", count: total - small, upper: 40 },
        ],
        [["all", ["learners", "others"]]],
      );
    const none = { entered: 0, left: 0, changed: 0 };
    const before = table(39, 3);
    const year = yearCube(
      [{ release: "fall", cube: before, hidden: ["others"] }],
      table(39, 3),
      () => none,
      5,
      10,
    );
    expect(protectedYear(year)).toEqual(["learners", "others"]);
    const shown = yearCube(
      [{ release: "fall", cube: before, hidden: [] }],
      table(39, 3),
      () => none,
      5,
      10,
    );
    const found = protectCube({
      cube: shown.cube,
      policy: DEFAULT_SUPPRESSION,
      solve,
      draw: () => 1,
      start: shown.start,
    });
    expect(found.kind).toBe("cannot-be-protected");
  });

  it("refuses a difference that nobody stands behind", () => {
    expect(() => second(students(20, 24), students(22, 25), entered(1))).toThrow(
      "plans changed by more students than came, went or changed",
    );
  });
});
