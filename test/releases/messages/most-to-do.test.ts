import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { mostToDo } from "../../../functions/releases/messages/most-to-do.ts";
import { mandateRow, requirementSummary } from "../mandate-rows.ts";
import { atSchool, shown, statusRow } from "../release-rows.ts";

type Band = Parameters<typeof shown>[0];

const DUE = day("2022-02-15");
const HELD_TO = {
  asOf: day("2022-03-15"),
  mandate: {
    ...mandateRow({
      requirements: [requirementSummary({ id: "review-1", dueOn: { first: DUE, last: DUE } })],
    }),
    composites: { "review-timeliness": ["review-1"] },
  },
};
const notHeld = (school: string, band: Band, drawnOn: string = HELD_TO.asOf) =>
  statusRow({ ...atSchool(school), status: "not-held", ...shown(band), drawnOn });

describe("mostToDo", () => {
  it("names the school where no other can have as much to do", () => {
    expect(mostToDo([notHeld("East", "20-29"), notHeld("West", "60-64")], HELD_TO)).toEqual([
      {
        id: "most-to-do",
        values: {
          ...{ place: "West", noPlan: null, heldOn: null },
          notHeld: { low: 0.6, high: 0.64 },
        },
      },
    ]);
  });

  it.each([
    ["the day before the due day", "2022-02-14", 0],
    ["the due day, on which the review is still open", "2022-02-15", 0],
    ["the day after", "2022-02-16", 1],
  ])("with a school whose counts are of %s (%s) names %d", (_, drawnOn, messages) => {
    const rows = (east: string, west: string) => [
      notHeld("East", "20-29", east),
      notHeld("West", "60-64", west),
    ];
    expect(mostToDo(rows(drawnOn, HELD_TO.asOf), HELD_TO)).toHaveLength(messages);
    expect(mostToDo(rows(HELD_TO.asOf, drawnOn), HELD_TO)).toHaveLength(messages);
    expect(mostToDo(rows(drawnOn, drawnOn), HELD_TO)).toHaveLength(1);
  });
});
