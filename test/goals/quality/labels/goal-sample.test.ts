import { describe, expect, it } from "vitest";
import {
  goalSample,
  type GoalOfDistrict,
} from "../../../../functions/goals/quality/labels/goal-sample.ts";

const goals: readonly GoalOfDistrict[] = [
  ...Array.from({ length: 30 }, (_, index) => ({
    ...{ id: `a${index}`, domain: "academic", grade: "09", names: ["Maria", "Lopez"] },
    text: "Maria wants to do better in math",
  })),
  ...["Submit the FAFSA by June 1", "Leer cinco libros con mi hermana"].map((text, index) => ({
    ...{ id: `b${index}`, domain: "academic", grade: "12", names: ["Ana"], text },
  })),
];
const reversed = (id: string): string => [...id].reverse().join("");

describe("goalSample", () => {
  it("takes from each kind of goal in turn, so that rare ones are there", () => {
    const drawn = goalSample(goals, 4, reversed);
    expect(drawn).toHaveLength(4);
    expect(drawn.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Submit the FAFSA by June 1", "Leer cinco libros con mi hermana"]),
    );
    expect(drawn.map(({ language }) => language).sort()).toEqual(["en", "en", "en", "es"]);
  });

  it("masks the student, and draws the same whatever the order of records", () => {
    const drawn = goalSample(goals, 10, reversed);
    expect(JSON.stringify(drawn)).not.toMatch(/Maria/);
    expect(drawn[0]?.text).toBeDefined();
    expect(goalSample(goals.toReversed(), 10, reversed)).toEqual(drawn);
  });

  it.each([
    [31, 31],
    [32, 32],
    [33, 32],
  ])("asked for %i, draws %i of 32 goals", (size, count) => {
    expect(goalSample(goals, size, reversed)).toHaveLength(count);
  });
});
