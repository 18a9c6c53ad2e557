import { describe, expect, it } from "vitest";
import { lastOfMonths, lastYearOf } from "../../../functions/releases/trends/last-year.ts";
import { rateRow } from "../release-rows.ts";

const on = (asOf: string) => ({ asOf });

describe("the editions of the school year before", () => {
  it.each([
    [[], []],
    [
      ["2021-03-01", "2021-03-31", "2021-04-01"],
      ["2021-03-31", "2021-04-01"],
    ],
    // A month of another calendar year is another month.
    [
      ["2020-09-30", "2021-01-31", "2021-09-30"],
      ["2020-09-30", "2021-01-31", "2021-09-30"],
    ],
  ])("of %j are, of each month the last, %j", (days, kept) => {
    expect(lastOfMonths(days.map(on)).map(({ asOf }) => asOf)).toEqual(kept);
  });

  it("have their rates with their day, those by grade and counselor left out", () => {
    const breakdowns = ["all", "grade", "transition", "counselor", "requirement"];
    const rates = breakdowns.map((breakdown) => rateRow({ breakdown, group: breakdown }));
    const rows = lastYearOf([{ asOf: "2021-03-31", rates }]);
    expect(rows.map(({ asOf, breakdown }) => [asOf, breakdown])).toEqual([
      ["2021-03-31", "all"],
      ["2021-03-31", "transition"],
      ["2021-03-31", "requirement"],
    ]);
    expect(rows[0]).toEqual({ ...rates[0], asOf: "2021-03-31" });
  });
});
