import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import { compositesOf } from "../../functions/metrics/measures/composites.ts";

describe("compositesOf", () => {
  it("names the requirements that a measure of all students asks for together, and no other measure", () => {
    const composites = compositesOf(effectivePractice, day("2022-03-15"));
    expect(Object.keys(composites).sort()).toEqual([
      "component-completeness",
      "requirements-met",
      "review-timeliness",
    ]);
    expect(composites["review-timeliness"]).toEqual([
      ...["review-1", "review-2", "transition-6", "transition-9", "transition-12"],
    ]);
    expect(composites["requirements-met"]).toEqual(
      expect.arrayContaining(["plan", "review-1", "review-2", "transition-9", "participation"]),
    );
  });
});
