import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeBelow } from "../architecture/source-file.ts";
import { answersOf } from "./copies/goals-of.ts";

describe("what goals say", () => {
  it("is in no error: nothing in the room throws, whatever the text, the name or the template", () => {
    const faults = codeBelow("functions/goals").filter(({ text }) => /\bthrow\b/.test(text));
    expect(faults.map(({ path }) => path)).toEqual([]);
    const text = fc.string({ unit: "grapheme", maxLength: 60 });
    const student = fc.record({ name: text, goals: fc.array(text, { maxLength: 4 }) });
    const template = fc.record({
      starters: fc.array(text, { maxLength: 3 }),
      mandated: fc.array(text, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(student, { maxLength: 6 }), template, (students, declared) => {
        expect(answersOf(students, declared).answers).toHaveLength(students.length);
      }),
      { seed: 95, numRuns: 200 },
    );
  });

  it.each(["functions/pipeline/console/plans", "dashboard/console/plans"])(
    "is in no error of who shows it masked: nothing in %s throws",
    (room) => {
      const sources = codeBelow(room);
      expect(sources.length).toBeGreaterThan(1);
      expect(sources.filter(({ text }) => /\bthrow\b/.test(text))).toEqual([]);
    },
  );

  it("is not in the answers of students, nor in what is counted of them", () => {
    const goals = ["Zenobia will raise zebras on the savanna this year"];
    const results = JSON.stringify(answersOf([{ name: "Zenobia", goals }]));
    expect(results).not.toMatch(/zebra|zenobia|savanna/i);
  });
});
