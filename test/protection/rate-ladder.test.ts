import { describe, expect, it } from "vitest";
import { rateBand } from "../../functions/protection/rate-ladder.ts";

/** The counts behind each label, worked out from the labels alone. */
function byLabel(students: number): Map<string, number[]> {
  const labels = new Map<string, number[]>();
  for (let count = 0; count <= students; count++) {
    const label = rateBand(count, students)?.label;
    if (label === undefined) continue;
    const counts = labels.get(label);
    if (counts === undefined) labels.set(label, [count]);
    else counts.push(count);
  }
  return labels;
}

describe("rateBand", () => {
  it("has the ranges of EDFacts", () => {
    expect([...byLabel(10)]).toEqual([
      ["LT50", [0, 1, 2, 3, 4]],
      ["GE50", [5, 6, 7, 8, 9, 10]],
    ]);
    expect([...byLabel(16)]).toEqual([
      ["LE20", [0, 1, 2, 3]],
      ["21-39", [4, 5, 6]],
      ["40-59", [7, 8, 9]],
      ["60-79", [10, 11, 12]],
      ["GE80", [13, 14, 15, 16]],
    ]);
    expect(byLabel(301).get("2")).toEqual([5, 6, 7]);
    expect([...byLabel(45).keys()]).toEqual([
      ...["LE10", "11-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80-89", "GE90"],
    ]);
  });

  it("joins the two lowest bands of 61 to 75 students", () => {
    expect(byLabel(60).has("LE10")).toBe(true);
    for (const students of [61, 75]) {
      expect([...byLabel(students).keys()].slice(0, 2)).toEqual(["LE9", "10-14"]);
    }
    expect([...byLabel(76).keys()].slice(0, 2)).toEqual(["LE5", "6-9"]);
  });

  it("has none for fewer than six students", () => {
    expect(rateBand(2, 5)).toBeNull();
    expect(rateBand(2, 6)).not.toBeNull();
  });

  it.each([
    [2, 10, "LT50", 0, 49],
    [5, 10, "GE50", 50, 100],
    [20, 20, "GE80", 80, 100],
    [30, 45, "60-69", 60, 69],
    [0, 70, "LE9", 0, 9],
    [241, 539, "45", 45, 45],
    [0, 301, "LE1", 0, 1],
  ])(
    "gives %d of %d as %s, from %d to %d whole percent",
    (count, students, label, least, greatest) => {
      expect(rateBand(count, students)).toMatchObject({
        label,
        leastPercent: least,
        greatestPercent: greatest,
      });
    },
  );

  it.each([
    [28, 200, "10-14"],
    [29, 200, "15-19"],
  ])("rounds half a percent up: %d of %d is %s", (count, students, label) => {
    expect(rateBand(count, students)?.label).toBe(label);
  });

  it("gives a label to three counts at least, and to those it says, for any students up to 1,200", () => {
    const faults: string[] = [];
    for (let students = 6; students <= 1_200; students++) {
      for (const [label, counts] of byLabel(students)) {
        const { low, high, isEnd } = rateBand(counts[0]!, students)!;
        const isAsSaid = low === counts[0] && high === counts.at(-1);
        const holdsEnd = counts.includes(0) || counts.includes(students);
        if (!isAsSaid || isEnd !== holdsEnd || counts.length < 3) {
          faults.push(`${label} of ${students}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it("never says 5 % or fewer of fewer than 60 students", () => {
    for (let students = 6; students < 60; students++) {
      expect(rateBand(0, students)!.label).not.toMatch(/^LE[1-9]$/);
      expect(rateBand(students, students)!.label).not.toMatch(/^GE9[1-9]$/);
    }
  });
});
