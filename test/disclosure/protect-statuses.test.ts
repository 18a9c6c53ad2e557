import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "../../functions/disclosure/policy.ts";
import { protectDivisions } from "../../functions/disclosure/protect-statuses.ts";

const divide = (counts: readonly number[], isApplicable = true) =>
  protectDivisions(
    [
      {
        key: {},
        parts: counts.map((students, index) => ({ part: "abcdefg"[index]!, students })),
        isApplicable,
      },
    ],
    DEFAULT_POLICY,
  ).rows;

/** Each part as its students, or the reason why not. */
const seen = (counts: readonly number[], isApplicable = true) =>
  divide(counts, isApplicable).map(({ part, students, state }) => [part, students ?? state]);

describe("protectDivisions", () => {
  it("shows parts of 10 and more, and none", () => {
    expect(seen([20, 0, 10])).toEqual([
      ["a", 20],
      ["b", 0],
      ["c", 10],
    ]);
    expect(divide([30, 10])[0]).toMatchObject({ of: 40, share: 0.75, state: "shown" });
  });

  it("hides a small part and the next smallest with it, since the parts add up", () => {
    expect(seen([50, 3, 20, 0])).toEqual([
      ["a", 50],
      ["b", "hidden"],
      ["c", "hidden"],
      ["d", 0],
      ["hidden", 23],
    ]);
  });

  it("hides no third part with two small ones that are many together", () => {
    expect(seen([50, 5, 6])).toEqual([
      ["a", 50],
      ["b", "hidden"],
      ["c", "hidden"],
      ["hidden", 11],
    ]);
  });

  it("hides a third part where two small ones are few together: of two students each is one", () => {
    expect(seen([50, 1, 1, 20])).toEqual([
      ["a", 50],
      ["b", "hidden"],
      ["c", "hidden"],
      ["d", "hidden"],
      ["hidden", 22],
    ]);
  });

  it("hides every part of a group of fewer than 10, and does not say of how many", () => {
    expect(divide([9, 0])).toEqual(
      ["a", "b"].map((part) => ({ part, students: null, of: null, share: null, state: "hidden" })),
    );
  });

  it("tells apart a group of nobody and a requirement that does not apply", () => {
    expect(seen([0, 0])).toEqual([
      ["a", "not-enough-data"],
      ["b", "not-enough-data"],
    ]);
    expect(seen([20, 20], false)).toEqual([
      ["a", "not-applicable"],
      ["b", "not-applicable"],
    ]);
  });

  it("never lets a hidden part be worked out from the parts that are shown", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 25 }), { minLength: 2, maxLength: 7 }), (counts) => {
        const rows = divide(counts);
        const shown = rows.filter(({ state }) => state === "shown");
        for (const { students } of shown) {
          expect(students! > 0 && students! < 10).toBe(false);
        }
        if (shown.length === 0) return;
        const of = counts.reduce((sum, count) => sum + count, 0);
        expect(shown.reduce((sum, { students }) => sum + students!, 0)).toBe(of);
        const hidden = rows.filter(({ state }) => state === "hidden");
        expect(hidden.length).not.toBe(1);
        // Each hidden part holds at least one: there is more than one way to divide them.
        const together = rows.find(({ part }) => part === "hidden")?.students ?? 0;
        if (hidden.length > 1) expect(together).toBeGreaterThan(hidden.length);
      }),
      { numRuns: 1000 },
    );
  });
});
