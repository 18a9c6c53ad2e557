import { describe, expect, it } from "vitest";
import type {
  BarRow,
  Question,
} from "../../../../dashboard/src/components/sections/requirements/bar-rows.ts";
import {
  earlierBars,
  placesInOrder,
} from "../../../../dashboard/src/components/sections/requirements/bars-in-order.ts";
import { day } from "../../../../functions/domain/calendar/day.ts";

const ON = "2022-05-20";
const DUE = { first: day("2022-05-02"), last: day("2022-05-02") };
const BESIDE = {
  mandate: {
    requirements: [
      { id: "plan", dueOn: DUE },
      { id: "review-2", dueOn: DUE },
    ],
    composites: { "review-timeliness": ["review-2"], "requirements-met": ["plan", "review-2"] },
  },
};
const question = (given: Partial<Question> = {}): Question => ({
  ...{ id: "all", name: null, parts: "review", requirement: null, rates: [] },
  ...given,
});
type Bar = readonly [BarRow, ...BarRow[]];
const bar = (schoolName: string, notHeld: number | null, drawnOn: string = ON): Bar => [
  {
    ...{ level: schoolName === "" ? "district" : "school", school: schoolName, schoolName },
    ...{ breakdown: "all", group: "all", groupName: "All students" },
    ...{ part: "not-held", partName: "Not held", low: notHeld, high: notHeld },
    ...(notHeld === null
      ? { n: null, drawnOn: null, state: "too-few-students" }
      : { n: 40, drawnOn, state: "shown" }),
  },
];
const names = (bars: readonly Bar[]) => bars.map(([{ schoolName }]) => schoolName);

describe("the bars of places in their order", () => {
  const places = (drawnOn: string) => [
    bar("Hidden", null),
    bar("Birch", 0),
    bar("Dogwood", 0.5, drawnOn),
    bar("Cedar", 0.9, drawnOn),
    bar("Alder", 0.4),
    bar("", 0.1),
  ];

  it.each(["2022-05-01", "2022-05-02"])(
    "have no rank with counts from before a due day: %s",
    (drawnOn) => {
      const { sorted, isRanked } = placesInOrder(question(), places(drawnOn), BESIDE);
      expect(isRanked).toBe(false);
      expect(names(sorted)).toEqual(["", "Alder", "Birch", "Cedar", "Dogwood", "Hidden"]);
    },
  );

  it("are ranked by what is to do where no due day lies between", () => {
    const { sorted, isRanked } = placesInOrder(question(), places("2022-05-03"), BESIDE);
    expect(isRanked).toBe(true);
    expect(names(sorted)).toEqual(["", "Cedar", "Dogwood", "Alder", "Birch", "Hidden"]);
  });

  it("are ranked among schools of one day, also beside later counts of the district", () => {
    const bars = [bar("", 0.1), bar("Alder", 0.1, "2022-05-01"), bar("Cedar", 0.9, "2022-05-01")];
    expect(names(placesInOrder(question(), bars, BESIDE).sorted)).toEqual(["", "Cedar", "Alder"]);
    expect(names([...earlierBars(question(), bars, BESIDE).keys()])).toEqual(["Alder", "Cedar"]);
  });

  it.each([
    ["all requirements", question({ id: "all-requirements", parts: "standing" }), 1],
    ["one requirement that fell due", question({ id: "review-2", requirement: "review-2" }), 1],
    ["another requirement", question({ id: "review-1", requirement: "review-1" }), 0],
    ["open plans", question({ id: "plan", requirement: "plan", parts: "plan" }), 0],
  ])("are told apart by the due days of what they count: %s", (_, asked, apart) => {
    const bars = [bar("Alder", 0.4), bar("Cedar", 0.9, "2022-05-01")];
    expect(earlierBars(asked, bars, BESIDE).size).toBe(apart);
  });
});
