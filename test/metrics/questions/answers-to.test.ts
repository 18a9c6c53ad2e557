import { describe, expect, it } from "vitest";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { answersTo, answerTo } from "../../../functions/metrics/questions/answers-to.ts";
import { assessed } from "../assessed-student.ts";

const student = assessed({});
const ids = effectivePractice.requirements.map(({ id }) => id);

describe("the answers of a student", () => {
  it("are found by requirement, whatever the order in which they are", () => {
    const backwards = { requirements: student.requirements.toReversed() };
    for (const id of ids) {
      const find = answerTo(effectivePractice, { id });
      expect(find(student).requirement.id).toBe(id);
      expect(find(backwards)).toBe(find(student));
    }
    expect(
      answersTo(effectivePractice, [{ id: "review-2" }, { id: "plan" }])(backwards).map(
        ({ requirement }) => requirement.id,
      ),
    ).toEqual(["review-2", "plan"]);
  });

  it("are refused where another mandate gave them", () => {
    expect(() => answerTo(effectivePractice, { id: "plan" })({ requirements: [] })).toThrow(
      "no answer for requirement plan",
    );
  });
});
