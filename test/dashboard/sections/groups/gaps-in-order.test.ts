import { describe, expect, it } from "vitest";
import type { GroupRow } from "../../../../dashboard/src/components/sections/groups/group-row.ts";
import {
  gapsInOrder,
  isCertain,
} from "../../../../dashboard/src/components/sections/groups/gaps-in-order.ts";

const row = (
  group: string,
  gapLow: number | null,
  gapHigh: number | null,
  gap: string,
): GroupRow => ({
  ...{ measure: "plan-coverage", measureName: "Students with an open plan" },
  ...{ level: "district", school: "", schoolName: "Grand Bend ISD" },
  ...{ requirement: "", requirementName: "" },
  ...{ division: "race-ethnicity", divisionName: "Race and ethnicity", group, groupName: group },
  ...{ n: 40, low: 0.5, high: 0.59, band: "50-59", drawnOn: "2022-05-20", state: "shown" },
  ...{ comparedWith: "all", comparedWithName: "All students", gapLow, gapHigh, gap },
});

describe("the order of gaps", () => {
  it("has certain gaps first, by what is certain of them, then those that may be wide", () => {
    const rows = [
      row("may-be-wide", -18, 73, "unclear"),
      row("certainly-3-lower", -30, -3, "lower"),
      row("may-be-small", -5, 7, "unclear"),
      row("certainly-9-higher", 9, 12, "higher"),
      row("equal", 0, 0, "same"),
    ];
    const gaps = gapsInOrder(rows);
    expect(gaps.map(({ group }) => group)).toEqual([
      "certainly-9-higher",
      "certainly-3-lower",
      "may-be-wide",
      "may-be-small",
      "equal",
    ]);
    expect(gaps.map(isCertain)).toEqual([true, true, false, false, true]);
  });

  it("has no gap where a figure is missing, nor for those in no program", () => {
    expect(gapsInOrder([row("without-figure", null, null, ""), row("no", 3, 5, "higher")])).toEqual(
      [],
    );
  });
});
