import { describe, expect, it } from "vitest";
import { scopedRows } from "../../../functions/releases/figures/scoped-rows.ts";
import { EXACT_RATES } from "../../../functions/releases/tables/tables.ts";

const row = (school: string, group: string, more: object = {}) => ({
  ...{
    measure: "plan-coverage",
    measureName: "Plans",
    level: school === "" ? "district" : "school",
  },
  ...{
    school,
    schoolName: school,
    breakdown: group === "all" ? "all" : "grade",
    group,
    groupName: group,
  },
  ...{ count: 7, n: 9, low: 7 / 9, high: 7 / 9, band: null, drawnOn: "2022-03-15", state: "shown" },
  ...more,
});
const released = (school: string, group: string) => {
  const { count: _count, ...shown } = row(school, group, {
    low: 0.7,
    high: 0.79,
    band: "70-79",
    n: 20,
  });
  return shown;
};
const STAFF = [row("", "all"), row("A", "all"), row("A", "08"), row("B", "all"), row("B", "08")];
const scoped = (open: readonly object[] | null, own: readonly string[] = ["A"]) =>
  scopedRows(EXACT_RATES, STAFF, open as never, new Set(own));

describe("the rows of a reader who sees one school exactly", () => {
  it("are that school's, and of every other place what the public release has, without a count", () => {
    const rows = scoped([released("", "all"), released("A", "all"), released("B", "all")]);
    expect(rows.map(({ school, group, count, low }) => [school, group, count, low])).toEqual([
      ["", "all", null, 0.7],
      ["A", "all", 7, 7 / 9],
      ["A", "08", 7, 7 / 9],
      ["B", "all", null, 0.7],
    ]);
  });

  it("are without a figure where no release is out, and tell of no other group", () => {
    const rows = scoped(null);
    expect(
      rows.map(({ school, group, count, n, state }) => [school, group, count, n, state]),
    ).toEqual([
      ["", "all", null, null, "not-enough-data"],
      ["A", "all", 7, 9, "shown"],
      ["A", "08", 7, 9, "shown"],
      ["B", "all", null, null, "not-enough-data"],
    ]);
  });

  it("have none of a group that no release has, and what a release has besides", () => {
    const rows = scoped([released("B", "09")]);
    expect(rows.map(({ school, group }) => [school, group])).toEqual([
      ["A", "all"],
      ["A", "08"],
      ["B", "09"],
    ]);
  });

  it("never take the public row of a school that is seen exactly, nor an exact one of the district", () => {
    const rows = scoped([released("", "all"), released("A", "09")], ["A", "B"]);
    expect(rows.filter(({ count }) => count === null).map(({ level }) => level)).toEqual([
      "district",
    ]);
    expect(rows.some(({ school, group }) => school === "A" && group === "09")).toBe(false);
  });
});
