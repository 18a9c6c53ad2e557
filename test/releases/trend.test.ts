import { describe, expect, it } from "vitest";
import { asProtected } from "../../functions/disclosure/protected-table.ts";
import { changesSince, trendOf } from "../../functions/releases/trend.ts";
import { rateRow, unshown } from "./release-rows.ts";

const before = {
  release: "2022-02-28-aaaaaaaa",
  asOf: "2022-02-28",
  rates: [rateRow({ band: "60-69" }), rateRow({ measure: "plan-coverage", band: "GE90" })],
};

describe("changesSince", () => {
  const changes = (now: ReturnType<typeof rateRow>[], previous: typeof before | null = before) =>
    changesSince(asProtected(now), previous).rows;

  it("says up or down only where every share in one band is beyond the other", () => {
    expect(changes([rateRow({ band: "70-79" })])).toMatchObject([
      {
        measure: "review-timeliness",
        band: "70-79",
        previousBand: "60-69",
        change: "up",
        previousAsOf: "2022-02-28",
        previousRelease: "2022-02-28-aaaaaaaa",
      },
    ]);
    const change = (band: string) => changes([rateRow({ band })])[0]?.change;
    expect(change("50-59")).toBe("down");
    expect(change("60-69")).toBe("same");
    expect(change("60-79")).toBe("unclear");
    expect(change("GE50")).toBe("unclear");
    expect(change("LT50")).toBe("down");
    expect(change("69")).toBe("unclear");
    expect(change("70")).toBe("up");
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
    expect(rows.map(({ release, asOf, band, state }) => [release, asOf, band, state])).toEqual([
      ["2022-02-28-aaaaaaaa", "2022-02-28", "60-69", "shown"],
      ["2022-02-28-aaaaaaaa", "2022-02-28", "GE90", "shown"],
      ["now", "2022-03-15", "70-79", "shown"],
      ["now", "2022-03-15", null, "hidden"],
    ]);
    expect(rows[0]).not.toHaveProperty("of");
  });
});
