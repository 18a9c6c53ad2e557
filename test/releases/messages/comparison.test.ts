import { describe, expect, it } from "vitest";
import { comparisonOf, pastOf } from "../../../functions/releases/messages/changes.ts";
import type { TrendRow } from "../../../functions/releases/tables/tables.ts";
import { atSchool, exact, shown, trendRow, unshown, type BandLabel } from "../release-rows.ts";

const [JANUARY, BEFORE, TODAY, LATER] = [
  "2022-01-31",
  "2022-02-28",
  "2022-03-15",
  "2022-03-31",
] as const;

/** An exact share; its number of students is of no matter here. */
const share = (of: number) => ({ low: of, high: of, band: null });
const figure = (of: number | BandLabel) => (typeof of === "number" ? share(of) : shown(of));
const compare = (before: number | BandLabel, now: number | BandLabel) =>
  comparisonOf(
    [
      trendRow(BEFORE, { ...figure(before), drawnOn: BEFORE }),
      trendRow(TODAY, { ...figure(now), drawnOn: TODAY }),
    ],
    TODAY,
  );

describe("how a rate stands beside the edition before", () => {
  it.each<readonly [number | BandLabel, number | BandLabel, string]>([
    [0.66, 0.66, "same"],
    [0.66, 0.67, "up"],
    [0.66, 0.6699, "nearly"],
    [0.6698, 0.6712, "nearly"],
    [0.66, 0.65, "down"],
    [0.66, 0.6501, "nearly"],
    ["60-69", "60-69", "same"],
    ["60-69", "70-79", "up"],
    ["60-69", "40-49", "down"],
    ["60-69", "60-64", "after"],
    ["60-69", "GE50", "after"],
    ["LT50", "GE50", "up"],
  ])("is of %s and then %s: %s", (before, now, kind) => {
    const { low, high } = figure(before);
    expect(compare(before, now)).toEqual({ kind, before: { low, high }, on: BEFORE });
  });

  it.each([
    ["the day before the edition before", "2022-02-27", "up"],
    ["its day", BEFORE, "up"],
    ["the day after", "2022-03-01", "not-compared"],
    ["its own day", TODAY, "not-compared"],
  ])("is compared since %s: %s, %s", (_, comparableSince, kind) => {
    const past = [
      trendRow(BEFORE, shown("60-69")),
      trendRow(TODAY, { ...shown("70-79"), comparableSince }),
    ];
    const before = { low: 0.6, high: 0.69 };
    expect(comparisonOf(past, TODAY)).toEqual(
      kind === "up" ? { kind, before, on: BEFORE } : { kind, on: BEFORE },
    );
  });

  it("does not say of a held figure that it is as it was since, and says that it went down", () => {
    const past = (now: BandLabel) => [
      trendRow(BEFORE, shown("60-69")),
      trendRow(LATER, { ...shown(now), drawnOn: TODAY }),
    ];
    expect(comparisonOf(past("60-69"), LATER)).toBeNull();
    const before = { low: 0.6, high: 0.69 };
    expect(comparisonOf(past("40-49"), LATER)).toEqual({ kind: "down", before, on: BEFORE });
  });

  it("is beside the last edition that shows it, and passes over one that does not", () => {
    const past = [
      trendRow(JANUARY, shown("40-49")),
      trendRow(BEFORE, { ...unshown("too-few-students"), comparableSince: null }),
      trendRow(TODAY, shown("70-79")),
    ];
    const before = { low: 0.4, high: 0.49 };
    expect(comparisonOf(past, TODAY)).toEqual({ kind: "up", before, on: JANUARY });
  });

  it("is nothing where the rate is not shown, or no edition before shows it", () => {
    const hidden = trendRow(TODAY, { ...unshown("too-few-students"), comparableSince: null });
    expect(comparisonOf([trendRow(BEFORE), hidden], TODAY)).toBeNull();
    expect(comparisonOf([trendRow(TODAY)], TODAY)).toBeNull();
    expect(comparisonOf([trendRow(BEFORE)], TODAY)).toBeNull();
    expect(comparisonOf([], TODAY)).toBeNull();
    // Of a later day than the edition.
    expect(comparisonOf([trendRow(TODAY), trendRow(LATER)], TODAY)).toBeNull();
  });
});

describe("the past of a rate", () => {
  const rate = { measure: "review-timeliness", school: "", breakdown: "all", group: "all" };
  const own = [trendRow(BEFORE, exact(20)), trendRow(TODAY, exact(21))];

  it("is each edition of the rate itself, the oldest first", () => {
    expect(pastOf(own, rate).map((row) => [row.asOf, row.low])).toEqual([
      [BEFORE, 0.5],
      [TODAY, 0.525],
    ]);
  });

  it.each<readonly [string, Partial<TrendRow>]>([
    ["measure", { measure: "plan-coverage" }],
    ["school", atSchool("East")],
    ["breakdown", { breakdown: "transition" }],
    ["group", { group: "review-1" }],
  ])("holds none of another %s", (_, given) => {
    expect(pastOf([trendRow(BEFORE, given), ...own], rate)).toEqual(own);
  });
});
