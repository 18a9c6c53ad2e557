import { describe, expect, it } from "vitest";
import { labelPlaces, labelRows } from "../../../dashboard/src/components/charts/label-places.ts";

const label = (mark: number, length: number) => ({ at: mark, from: mark, to: mark + length });

describe("the rows of labels above a chart", () => {
  it.each([
    ["apart from each other", [label(0, 50), label(100, 50)], [0, 0]],
    ["one that reaches over the next line", [label(0, 120), label(100, 50)], [1, 0]],
    ["three that do", [label(0, 300), label(100, 150), label(200, 50)], [2, 1, 0]],
    ["that nearly meet", [label(0, 97), label(100, 50)], [1, 0]],
    ["whatever their order", [label(100, 50), label(0, 120)], [0, 1]],
  ])("are such that no words meet, and no line crosses words: %s", (_, labels, rows) => {
    expect(labelRows(labels, 4)).toEqual(rows);
  });
});

describe("the places of labels beside a chart", () => {
  it.each([
    ["far apart stay at their marks", [20, 80], [20, 80]],
    ["too near are moved down", [20, 25], [20, 37]],
    ["in any order", [25, 20], [37, 20]],
    ["at the bottom are moved up", [195, 198], [183, 200]],
    ["at one place are one under the other", [50, 50, 50], [50, 67, 84]],
  ])("%s", (_, wanted, places) => {
    expect(labelPlaces(wanted, 17, 200)).toEqual(places);
  });
});
