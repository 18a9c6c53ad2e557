import { describe, expect, it } from "vitest";
import { beforeDue, dueBetweenFigures } from "../../../dashboard/src/release/due-between.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import * as edition from "../../../functions/releases/due/due-between.ts";

const span = (first: string, last = first) => ({ first: day(first), last: day(last) });
const CALENDAR = {
  requirements: [
    { id: "review-2", dueOn: span("2022-05-02", "2022-05-04") },
    { id: "transition-9", dueOn: span("2022-03-01") },
    { id: "judged", dueOn: null },
  ],
  composites: { "requirements-met": ["review-2", "transition-9", "judged"] },
};
const DAYS = [
  ...["2022-02-28", "2022-03-01", "2022-03-02", "2022-05-01", "2022-05-02", "2022-05-03"],
  ...["2022-05-04", "2022-05-05", null],
];
const COUNTED = [
  { measure: "requirements-met", group: "all" },
  { measure: "review-held", group: "review-2" },
  { measure: "requirement-met", group: "judged" },
  { measure: "plan-coverage", group: "all" },
];
const FIGURES = COUNTED.flatMap((counted) => DAYS.map((drawnOn) => ({ ...counted, drawnOn })));

describe("figures on two sides of a due day", () => {
  it("are those that the edition itself does not compare", () => {
    const pairs = FIGURES.flatMap((figure) => FIGURES.map((other) => [figure, other] as const));
    const apart = pairs.filter(([figure, other]) => {
      const due = edition.dueBetweenFigures(CALENDAR, figure, other);
      expect(dueBetweenFigures(CALENDAR, figure, other)).toEqual(due);
      return due !== null;
    });
    expect(apart.length).toBeGreaterThan(100);
    expect(apart.length).toBeLessThan(pairs.length / 2);
  });

  it("are named where they are from before it, with their day and the earliest due day", () => {
    const all = ["2022-05-05", "2022-02-28", "2022-03-02", null].map((drawnOn) => ({
      ...{ measure: "requirements-met", group: "all" },
      drawnOn,
    }));
    expect(beforeDue(CALENDAR, all)).toEqual([
      null,
      { heldOn: "2022-02-28", dueOn: span("2022-03-01") },
      { heldOn: "2022-03-02", dueOn: span("2022-05-02", "2022-05-04") },
      null,
    ]);
    expect(beforeDue(CALENDAR, all.slice(1, 2))).toEqual([null]);
  });
});
