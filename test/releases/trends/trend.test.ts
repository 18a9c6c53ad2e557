import { describe, expect, it } from "vitest";
import { changesSince, trendOf } from "../../../functions/releases/trends/trend.ts";
import type { RateRow } from "../../../functions/releases/tables/tables.ts";
import { exact, rateRow, shown, unshown, type BandLabel } from "../release-rows.ts";

const before = {
  release: "2022-02-28-aaaaaaaa",
  asOf: "2022-02-28",
  rates: [rateRow(shown("60-69")), rateRow({ measure: "plan-coverage", ...shown("GE90") })],
};

const ALIKE = () => true;
/** Reviews of the two releases are not of the same requirements. */
const OTHER_REVIEWS = ({ measure }: Pick<RateRow, "measure">) => measure !== "review-timeliness";

describe("changesSince", () => {
  const changes = (now: readonly RateRow[], previous: typeof before | null = before) =>
    changesSince(now, previous, ALIKE);

  it("lays both shares side by side", () => {
    expect(changes([rateRow(shown("70-79"))])).toEqual([
      {
        measure: "review-timeliness",
        measureName: "Reviews held on time",
        ...{ level: "district", school: "", schoolName: "Cast School District" },
        ...{ breakdown: "all", group: "all", groupName: "All students" },
        ...{ low: 0.7, high: 0.79, previousLow: 0.6, previousHigh: 0.69 },
        change: "up",
        previousAsOf: "2022-02-28",
      },
    ]);
  });

  it.each<readonly [BandLabel, string]>([
    ["70-79", "up"],
    ["40-49", "down"],
    ["LT50", "down"],
    ["60-69", "same"],
    ["60-64", "unclear"],
    ["GE50", "unclear"],
    ["67", "unclear"],
  ])(
    "says up or down only where one band is beyond the other: %s after 60-69 is %s",
    (band, change) => {
      expect(changes([rateRow(shown(band))])[0]?.change).toBe(change);
    },
  );

  it.each([
    [21, "up"],
    [20, "same"],
    [19, "down"],
  ])("compares exact shares exactly: %d after 20 of 40 is %s", (count, change) => {
    const earlier = { ...before, rates: [rateRow(exact(20))] };
    expect(changes([rateRow(exact(count))], earlier)[0]?.change).toBe(change);
  });

  it("says nothing of a rate that either release does not show", () => {
    expect(changes([rateRow(unshown("too-few-students"))])).toEqual([]);
    expect(changes([rateRow({ measure: "goal-domains" })])).toEqual([]);
    const hidden = { ...before, rates: [rateRow(unshown("not-enough-data"))] };
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

  it("compares no rate that says something else than before", () => {
    const now = [rateRow(), rateRow({ measure: "plan-coverage", ...shown("GE90") })];
    const told = changesSince(now, before, OTHER_REVIEWS);
    expect(told.map(({ measure }) => measure)).toEqual(["plan-coverage"]);
  });
});

describe("trendOf", () => {
  it("has each rate as each release showed it, this one last, without grades and counselors", () => {
    const now = [
      rateRow(),
      rateRow({ breakdown: "grade", group: "07" }),
      rateRow({ breakdown: "counselor", group: "K-1" }),
      rateRow({ breakdown: "transition", group: "transition-6", ...unshown("too-few-students") }),
    ];
    const rows = trendOf(now, "2022-03-15", [before], ALIKE);
    expect(rows.map(({ asOf, group, band, state }) => [asOf, group, band, state])).toEqual([
      ["2022-02-28", "all", "60-69", "shown"],
      ["2022-02-28", "all", "GE90", "shown"],
      ["2022-03-15", "all", "70-79", "shown"],
      ["2022-03-15", "transition-6", null, "too-few-students"],
    ]);
  });

  it("keeps what a staff edition's rows hold besides", () => {
    const rows = trendOf([{ ...rateRow(exact(20)), count: 20 }], "2022-03-15", [], ALIKE);
    expect(rows).toMatchObject([{ count: 20, n: 40, asOf: "2022-03-15" }]);
  });

  it("starts anew where a rate says something else than the one shown before it", () => {
    const days = ["2021-11-30", "2021-12-31", "2022-01-31", "2022-02-28"];
    const releases = days.map((asOf, index) => ({
      asOf,
      // In December it is not shown, so January is compared with November.
      rates: [rateRow({ drawnOn: asOf, ...(index === 1 ? unshown("too-few-students") : {}) })],
    }));
    const asked: unknown[] = [];
    const rows = trendOf([rateRow()], "2022-03-15", releases, (now, was) => {
      asked.push([was.drawnOn, now.drawnOn]);
      return now.drawnOn !== "2022-02-28";
    });
    expect(rows.map(({ comparableSince }) => comparableSince)).toEqual([
      ...["2021-11-30", null, "2021-11-30", "2022-02-28", "2022-02-28"],
    ]);
    expect(asked).toEqual([
      ["2021-11-30", "2022-01-31"],
      ["2022-01-31", "2022-02-28"],
      ["2022-02-28", "2022-03-15"],
    ]);
  });

  it("starts anew for the place and group alone", () => {
    const both = [rateRow(), rateRow({ level: "school", school: "A" })];
    const earlier = [{ asOf: "2022-02-28", rates: both }];
    const rows = trendOf(both, "2022-03-15", earlier, ({ school }) => school === "");
    expect(rows.slice(2).map(({ school, comparableSince }) => [school, comparableSince])).toEqual([
      ["", "2022-02-28"],
      ["A", "2022-03-15"],
    ]);
  });
});
