import { describe, expect, it } from "vitest";
import {
  correlationMayShow,
  meanMayShow,
  studentsInTens,
  totalMayShow,
} from "../../functions/disclosure/estimate-minimums.ts";
import { DEFAULT_SUPPRESSION as policy } from "../../functions/disclosure/suppression-policy.ts";

/** What a reader does with a correlation of two yes-or-no variables and their margins: the counts in both that give it. */
function bothFrom(students: number, first: number, second: number, shown: number): number[] {
  const spread = Math.sqrt(first * (students - first) * second * (students - second));
  const all = Array.from({ length: Math.min(first, second) + 1 }, (_, both) => both);
  return all.filter((both) => {
    const correlation = (students * both - first * second) / spread;
    return first + second - both <= students && correlation.toFixed(2) === shown.toFixed(2);
  });
}

describe("a correlation of two yes-or-no variables", () => {
  it.each([
    [40, 25, 12, -0.17, [6]],
    [400, 250, 80, -0.19, [35]],
    [1500, 900, 260, -0.06, [138, 139, 140]],
  ] as const)(
    "O11: of %i students, %i and %i, %f tells who is both",
    (n, first, second, r, both) => {
      expect(bothFrom(n, first, second, r)).toEqual(both);
    },
  );

  it("is therefore never shown", () => {
    const asked = { value: -0.06, students: 1500, groups: [260, 1240], areBothYesOrNo: true };
    expect(correlationMayShow({ ...asked, standardDeviations: [0.5, 0.4] }, policy)).toBe(
      "two-yes-or-no-variables",
    );
  });
});

describe("correlationMayShow", () => {
  const enough = {
    value: 0.4,
    students: 30,
    groups: [10, 20],
    standardDeviations: [1, 2],
    areBothYesOrNo: false,
  } as const;

  it.each([
    [{}, "may-show"],
    [{ students: 29 }, "too-few-students"],
    [{ groups: [9, 21] }, "group-too-small"],
    [{ standardDeviations: [0, 2] }, "does-not-vary"],
    [{ standardDeviations: [1, NaN] }, "does-not-vary"],
    [{ value: -0.99 }, "nearly-perfect"],
    [{ value: NaN }, "nearly-perfect"],
    [{ value: 0.98 }, "may-show"],
  ] as const)("%o: %s", (change, expected) => {
    expect(correlationMayShow({ ...enough, ...change }, policy)).toBe(expected);
  });
});

describe("meanMayShow", () => {
  it("wants ten students whose number is shown", () => {
    expect(meanMayShow(10, false, policy)).toBe("may-show");
    expect(meanMayShow(9, false, policy)).toBe("too-few-students");
    expect(meanMayShow(500, true, policy)).toBe("count-is-hidden");
  });
});

describe("totalMayShow", () => {
  const ones = (students: number): number[] => Array.from({ length: students }, () => 1);

  it("wants ten students, none of them half of it", () => {
    expect(totalMayShow(ones(10), policy)).toBe("may-show");
    expect(totalMayShow([...ones(9), 0, 0], policy)).toBe("too-few-students");
    expect(totalMayShow([...ones(12), 12], policy)).toBe("one-student-dominates");
    expect(totalMayShow([...ones(13), 12], policy)).toBe("may-show");
  });

  it("does not let the second largest work out the largest", () => {
    expect(totalMayShow([100, 95, ...ones(9)], policy)).toBe("one-student-dominates");
    expect(totalMayShow([100, 95, ...ones(10)], policy)).toBe("may-show");
  });
});

describe("studentsInTens", () => {
  it("rounds down", () => {
    expect([30, 39, 40].map(studentsInTens)).toEqual([30, 30, 40]);
  });
});
