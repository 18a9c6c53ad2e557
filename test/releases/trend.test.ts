import { describe, expect, it } from "vitest";
import { asProtected } from "../../functions/disclosure/protected-table.ts";
import { changesSince, trendOf } from "../../functions/releases/trend.ts";
import { rateRow, unshown } from "./release-rows.ts";

const before = {
  release: "2022-02-28-aaaaaaaa",
  asOf: "2022-02-28",
  rates: [rateRow({ rate: 0.704 }), rateRow({ measure: "plan-coverage", rate: 0.9 })],
};

describe("changesSince", () => {
  const changes = (now: ReturnType<typeof rateRow>[], previous: typeof before | null = before) =>
    changesSince(asProtected(now), previous).rows;

  it("gives the difference of whole percents, as a reader would take it", () => {
    expect(changes([rateRow({ rate: 0.756 })])).toMatchObject([
      {
        measure: "review-timeliness",
        rate: 0.756,
        previousRate: 0.704,
        differencePoints: 6,
        previousAsOf: "2022-02-28",
        previousRelease: "2022-02-28-aaaaaaaa",
      },
    ]);
  });

  it("says nothing of a rate that either release does not show", () => {
    expect(changes([rateRow(unshown("hidden"))])).toEqual([]);
    expect(changes([rateRow({ measure: "goal-domains" })])).toEqual([]);
    const hidden = { ...before, rates: [rateRow(unshown("hidden"))] };
    expect(changes([rateRow()], hidden)).toEqual([]);
  });

  it("does not take another group for the same", () => {
    expect(changes([rateRow({ group: "07" })])).toEqual([]);
    expect(changes([rateRow({ breakdown: "grade" })])).toEqual([]);
    expect(changes([rateRow({ level: "school", school: "A" })])).toEqual([]);
  });

  it("has nothing to say of the first release", () => {
    expect(changes([rateRow()], null)).toEqual([]);
  });
});

describe("trendOf", () => {
  it("has each rate as each release published it, this one last, without counts and grades", () => {
    const now = [
      rateRow(),
      rateRow({ breakdown: "grade", group: "07" }),
      rateRow(unshown("hidden")),
    ];
    const rows = trendOf(asProtected(now), "now", "2022-03-15", [before]).rows;
    expect(rows.map(({ release, asOf, rate, state }) => [release, asOf, rate, state])).toEqual([
      ["2022-02-28-aaaaaaaa", "2022-02-28", 0.704, "shown"],
      ["2022-02-28-aaaaaaaa", "2022-02-28", 0.9, "shown"],
      ["now", "2022-03-15", 0.75, "shown"],
      ["now", "2022-03-15", null, "hidden"],
    ]);
    expect(rows[0]).not.toHaveProperty("numerator");
  });
});
