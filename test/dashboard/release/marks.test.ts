import { describe, expect, it } from "vitest";
import { marksOf, stateMarks } from "../../../dashboard/src/release/marks.ts";

const screen = {
  release: "2022-05-20-1",
  district: { id: "grand-bend", name: "Grand Bend ISD" },
  schoolYear: "2021-22",
  asOf: "2022-05-20",
  definitionVersion: "1",
  smallestGroup: 20,
  screenForm: 2,
} as const;
const scope = (exactSchools: readonly string[] | null) => ({
  ...{ exactSchools, exactNames: [], because: "principal" },
  ...{ names: "plans", publicRelease: null, publicAsOf: null },
});

describe("the marks of tables", () => {
  const marksIn = (of: Parameters<typeof marksOf>[0]): readonly string[] =>
    marksOf(of).map(({ mark }) => mark);

  it("speak of ranges in public and to whoever sees some schools exactly", () => {
    expect(marksIn({ ...screen, edition: "public" })).toContain("60–69%");
    expect(
      marksIn({ ...screen, edition: "staff", scope: { ...scope(["1"]), names: "plans" } }),
    ).toEqual(expect.arrayContaining(["60–69%", "not public"]));
  });

  it("speak of none where every figure is exact", () => {
    expect(marksIn({ ...screen, edition: "staff" })).toEqual([
      "42% · 128",
      "not enough data",
      "not applicable",
    ]);
  });

  it("are those of the rows where figures are no shares", () => {
    const rows = [{ state: "shown" }, { state: "too-few-students" }, { state: "too-few-students" }];
    expect(stateMarks(rows)).toEqual([
      {
        mark: "too few students to show",
        meaning: "the group or its school is too small for a public figure",
      },
    ]);
  });
});
