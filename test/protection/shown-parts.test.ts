import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BarKey } from "../../functions/domain/figures/bar-key.ts";
import { EVERYBODY } from "../../functions/domain/figures/group-key.ts";
import { rateBand } from "../../functions/protection/rate-ladder.ts";
import { shownParts } from "../../functions/protection/shown-parts.ts";
import { chance, otherChance } from "../support/zero-secret.ts";

const DISTRICT: BarKey = { statistic: "statuses/all", school: null, group: EVERYBODY };
const SCHOOL: BarKey = { ...DISTRICT, school: "255901044" };
const GRADE_8: BarKey = { statistic: "plan-coverage", school: null, group: "grade/08" };

const shown = (key: BarKey, counts: readonly number[], secret = chance): readonly number[] =>
  shownParts(
    key,
    counts,
    counts.map(() => true),
    secret,
  );

const labels = (parts: readonly number[]): readonly (string | undefined)[] => {
  const students = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => rateBand(part, students)?.label);
};

describe("shownParts", () => {
  it.each([
    ["the district", DISTRICT, [238, 62, 238, 1], [238, 60, 241, 0], ["44", "11", "45", "LE1"]],
    ["a school", SCHOOL, [133, 20, 78, 2], [135, 19, 75, 4], ["55-59", "6-9", "30-34", "LE5"]],
    ["a small school", SCHOOL, [0, 0, 0, 12], [2, 0, 0, 10], ["LT50", "LT50", "LT50", "GE50"]],
    ["a grade", GRADE_8, [74, 4], [74, 4], ["GE95", "LE5"]],
    ["a grade without plans", GRADE_8, [0, 10], [0, 10], ["LT50", "GE50"]],
  ] as const)(
    "moves the boundaries of %s, and labels what is left",
    (_, key, counts, moved, by) => {
      expect(shown(key, counts)).toEqual(moved);
      expect(labels(shown(key, counts))).toEqual(by);
    },
  );

  it.each([
    ["the district", DISTRICT, [238, 62, 238, 0, 1], [238, 60, 241, 0, 0]],
    ["a school", SCHOOL, [133, 20, 78, 0, 2], [135, 19, 75, 3, 1]],
  ] as const)("moves the four boundaries of five parts of %s", (_, key, counts, moved) => {
    expect(shown(key, counts)).toEqual(moved);
  });

  it("gives no student to a part that nobody can be in yet", () => {
    expect(
      shownParts(SCHOOL, [133, 20, 78, 0, 2], [true, true, true, false, true], chance),
    ).toEqual([135, 19, 75, 0, 4]);
    expect(shownParts(SCHOOL, [0, 0, 0, 12], [false, false, false, true], chance)).toEqual([
      0, 0, 0, 12,
    ]);
  });

  it("gives the last part what is left, whether or not anybody can be in it", () => {
    expect(shownParts(GRADE_8, [10, 0], [true, false], chance)).toEqual([10, 0]);
  });

  const key: fc.Arbitrary<BarKey> = fc.record({
    statistic: fc.constantFrom("statuses/all", "standings/all", "plan-coverage"),
    school: fc.option(fc.string({ minLength: 1, maxLength: 9 })),
    group: fc.constantFrom(EVERYBODY, "grade/08", "sex/female"),
  });
  const counts = fc.array(fc.nat({ max: 80 }), { minLength: 1, maxLength: 6 });
  const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);
  /** Running counts up to each inner boundary. */
  const boundaries = (parts: readonly number[]): readonly number[] =>
    parts.slice(0, -1).map((_, index) => sum(parts.slice(0, index + 1)));

  it("keeps the students of the bar, and no part is negative", () => {
    fc.assert(
      fc.property(key, counts, fc.array(fc.boolean()), (bar, parts, canBe) => {
        const moved = shownParts(bar, parts, canBe, chance);
        expect(sum(moved)).toBe(sum(parts));
        expect(moved.every((part) => part >= 0 && Number.isInteger(part))).toBe(true);
      }),
    );
  });

  it("shows each boundary within five students of the true one", () => {
    fc.assert(
      fc.property(key, counts, (bar, parts) => {
        const [after, before] = [boundaries(shown(bar, parts)), boundaries(parts)];
        after.forEach((boundary, index) => {
          expect(Math.abs(boundary - before[index]!)).toBeLessThanOrEqual(5);
        });
      }),
    );
  });

  it("shows the same again for the same bar and counts, whoever its students are", () => {
    fc.assert(
      fc.property(key, counts, (bar, parts) => {
        expect(shown({ ...bar }, [...parts])).toEqual(shown(bar, parts));
      }),
    );
  });

  it("moves a boundary by the same number of students whatever the counts, until it meets a neighbor", () => {
    const moves = [20, 40, 80, 160].map((open) => shown(SCHOOL, [open, 40])[0]! - open);
    expect(moves).toEqual([2, 2, 2, 2]);
  });

  it("shows something else under another secret, and for another school", () => {
    const parts = [133, 20, 78, 2];
    expect(shown(SCHOOL, parts, otherChance)).not.toEqual(shown(SCHOOL, parts));
    expect(shown({ ...SCHOOL, school: "700005" }, parts)).not.toEqual(shown(SCHOOL, parts));
  });
});
