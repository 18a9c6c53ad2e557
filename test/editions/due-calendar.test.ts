import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { dueCalendarOf } from "../../functions/editions/due-calendar.ts";
import { mandateSummary } from "../../functions/editions/mandate-summary.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";

describe("dueCalendarOf", () => {
  it("says of each requirement and measure what the manifest of the edition says", () => {
    const asOf = day("2022-03-15");
    const dueOn = { "review-1": { first: day("2022-01-06"), last: day("2022-01-10") } };
    const calendar = dueCalendarOf({ mandate: effectivePractice, asOf }, dueOn);
    const summary = mandateSummary(effectivePractice, asOf, { dueOn });
    expect(calendar.requirements).toEqual(
      summary.requirements.map(({ id, dueOn: days }) => ({ id, dueOn: days })),
    );
    expect(calendar.requirements.filter((each) => each.dueOn !== null)).toEqual([
      { id: "review-1", dueOn: dueOn["review-1"] },
    ]);
    expect(calendar.composites).toEqual(summary.composites);
  });
});
