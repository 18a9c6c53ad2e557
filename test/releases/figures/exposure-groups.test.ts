import { describe, expect, it } from "vitest";
import { measuredExposureGroups } from "../../../functions/releases/figures/exposure-groups.ts";
import { associated, ONE, placesWith } from "../associated-school.ts";

describe("measuredExposureGroups", () => {
  const groups = measuredExposureGroups(placesWith([ONE])[0]!);
  const of = (exposure: string, group: string) =>
    groups.find(({ key }) => key.exposure === exposure && key.group === group)!;

  it("are each number of goals, and with and without a plan", () => {
    expect(groups.map(({ key }) => [key.exposure, key.group, key.groupName])).toEqual([
      ["goals", "0", "No goals"],
      ["goals", "1", "1 goal"],
      ["goals", "2", "2 goals"],
      ["goals", "3", "3 goals"],
      ["goals", "4", "4 goals"],
      ["goals", "5+", "5 or more goals"],
      ["plan", "yes", "With a plan"],
      ["plan", "no", "Without a plan"],
    ]);
  });

  it("have the mean with a t interval of the students that are given", () => {
    expect(of("plan", "yes")).toMatchObject({
      ...{ arms: [38], students: 38, isPublic: true, school: null, isOfSchools: false },
      unit: "share",
    });
    const ends = (students: (n: number) => number): readonly number[] => {
      const { value, low, high } = of("plan", "yes").estimate(students)!;
      return [value, low!, high!].map((number) => Number(number.toFixed(4)));
    };
    expect(ends((n) => n)).toEqual([0.92, 0.9, 0.94]);
    expect(ends(() => 30)).toEqual([0.92, 0.8973, 0.9427]);
  });

  it("have no mean of nobody, and no interval beyond 0 and 1", () => {
    expect(of("goals", "1").estimate((n) => n)).toBeNull();
    const extreme = associated({ pairs: 2, high: 1, low: 0.9 }, { pairs: 2, high: 0.1, low: 0 });
    const [yes, no] = measuredExposureGroups(placesWith([extreme])[0]!)
      .slice(-2)
      .map(({ estimate }) => estimate((n) => n));
    expect(yes?.high).toBe(1);
    expect(no?.low).toBe(0);
  });
});
