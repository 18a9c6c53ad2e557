import { describe, expect, it } from "vitest";
import {
  answersAt,
  qualityCards,
} from "../../../../dashboard/src/components/sections/plan-quality/quality-rows.ts";
import type { Edition } from "../../../../dashboard/src/release/edition.ts";
import { answerRow, unshownRow } from "./answer-rows.ts";

/** An edition that has these answers alone. */
const editionOf = (answers: readonly object[]): Edition =>
  ({ rows: () => Promise.resolve(answers) }) as unknown as Edition;

/** The bars of each card: of each chart the measures, in order. */
const drawn = async (answers: readonly object[], school = "") =>
  (await qualityCards(editionOf(answers), school)).map(({ charts }) =>
    charts.map(({ bars }) => bars.map(([{ measure }]) => measure)),
  );

describe("the cards of plan quality that a place has", () => {
  it("are in the order of the cards and their measures, whatever the order of rows", async () => {
    const rows = ["on-track", "goals-time-bound", "goals-specific", "goal-domains"].map((measure) =>
      answerRow(measure, "yes"),
    );
    expect(await drawn(rows)).toEqual([
      [["goal-domains"]],
      [["goals-specific", "goals-time-bound"]],
      [["on-track"]],
    ]);
  });

  it("keep beside a bar with a figure one without, so that it can say why", async () => {
    const rows = [answerRow("goals-specific", "yes"), unshownRow("goals-measurable", "yes")];
    expect(await drawn(rows)).toEqual([[["goals-specific", "goals-measurable"]]]);
  });

  it("leave out a chart without any figure, and a card without a chart", async () => {
    const rows = [
      unshownRow("goals-specific", "yes"),
      answerRow("goals-reviewed", "yes"),
      unshownRow("on-track", "on-track"),
    ];
    expect(await drawn(rows)).toEqual([[["goals-reviewed"]]]);
    expect(await drawn([])).toEqual([]);
  });

  it("count a share of nobody as a figure", async () => {
    expect(await drawn([answerRow("on-track", "overdue", { low: 0, high: 0 })])).toEqual([
      [["on-track"]],
    ]);
  });

  it("have no part that does not apply", async () => {
    const [card] = await qualityCards(
      editionOf([
        answerRow("on-track", "on-track"),
        unshownRow("on-track", "overdue", "not-applicable"),
        unshownRow("on-track", "no-steps", "not-enough-data"),
      ]),
      "",
    );
    expect(card?.charts[0]?.bars[0]?.map(({ part }) => part)).toEqual(["on-track", "no-steps"]);
  });
});

describe("the answers at a place", () => {
  it("are of all its students, and of no other place and no group", async () => {
    const answers = [
      answerRow("on-track", "district"),
      answerRow("on-track", "east", { level: "school", school: "East" }),
      answerRow("on-track", "a-grade", { breakdown: "grade", group: "09" }),
    ];
    const parts = async (school: string) =>
      (await answersAt(editionOf(answers), school)).map(({ part, partName }) => [part, partName]);
    expect(await parts("")).toEqual([["district", "district"]]);
    expect(await parts("East")).toEqual([["east", "east"]]);
    expect(await parts("West")).toEqual([]);
  });
});
