import { describe, expect, it } from "vitest";
import { lostColumns } from "../../functions/conformed/lost-columns.ts";
import { heldColumns, noRows, type ReadFile } from "../../functions/join/rows/held-rows.ts";
import type { CanonicalRows } from "../../functions/sources/read/canonical-rows.ts";
import { UNSTATED } from "../../functions/sources/read/record-state.ts";

const KIND = {
  profile: {
    reads: [{ table: "goal", columns: [{ to: "targetOn", from: ["target_on", "due"] }] }],
  },
};

/** Goals, each with these fields, by their record numbers. */
const file = (rows: readonly object[], kind: object | null = KIND): ReadFile =>
  ({
    reading: { kind },
    rows: {
      ...noRows(),
      goal: heldColumns(
        rows.map((row, record) => ({ ...UNSTATED, record, row: row as CanonicalRows["goal"] })),
      ),
    },
  }) as unknown as ReadFile;

const goals = (count: number, fields: object) =>
  Array.from({ length: count }, (_, index) => ({ goal: `G-${index}`, ...fields }));
const DATED = { targetOn: "2022-05-01" };
const NONE: ReadonlySet<number> = new Set();

describe("lostColumns", () => {
  it.each([
    ["no record has a value any more", goals(30, {}), 1],
    ["all cells are empty", goals(30, { targetOn: "" }), 1],
    ["one record still has a value", [...goals(29, {}), { goal: "G-29", ...DATED }], 0],
    ["no record of the type is left, which other messages say", [], 0],
  ])("looks at whether %s", (_fact, now, lost) => {
    expect(lostColumns("goal", file(now), file(goals(30, DATED)), NONE)).toHaveLength(lost);
  });

  it.each([
    [19, []],
    [20, [{ type: "goal", column: "target_on", before: 20 }]],
  ])("says it of a column that had %s values: %j", (values, expected) => {
    const before = file([...goals(values, DATED), ...goals(10, {})]);
    expect(lostColumns("goal", file(goals(30, {})), before, NONE)).toEqual(expected);
  });

  it("does not count the values of records that were rejected", () => {
    const before = file(goals(20, DATED));
    expect(lostColumns("goal", file(goals(20, {})), before, new Set([3]))).toEqual([]);
  });

  it("takes an empty list for no value, and names a field that no column alone gives", () => {
    const before = file(goals(20, { focusAreas: ["career"] }), null);
    const now = file(goals(20, { focusAreas: [] }), null);
    expect(lostColumns("goal", now, before, NONE)).toEqual([
      { type: "goal", column: "focusAreas", before: 20 },
    ]);
  });
});
