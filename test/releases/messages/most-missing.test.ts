import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { mostOftenMissing } from "../../../functions/releases/messages/most-missing.ts";
import { mandateRow, requirementSummary } from "../mandate-rows.ts";
import { shown, standingRow } from "../release-rows.ts";

type Band = Parameters<typeof shown>[0];

const DUE = day("2022-02-15");
const ON = "2022-03-15";
const HELD_TO = {
  asOf: day(ON),
  mandate: {
    ...mandateRow({
      requirements: [
        requirementSummary({ id: "goals", dueOn: null }),
        requirementSummary({ id: "review", dueOn: { first: DUE, last: DUE } }),
      ],
    }),
    composites: { "requirements-met": ["goals", "review"] },
  },
};
const missing = (requirement: string, band: Band, drawnOn: string) =>
  standingRow({ requirement, requirementName: requirement, ...shown(band), drawnOn });
/** What is named as missing, by the days of the counts of all together, of goals and of the review. */
const said = (all: string, goals: string, review: string) => {
  const rows = [
    missing("all", "60-69", all),
    missing("goals", "20-29", goals),
    missing("review", "40-49", review),
  ];
  const values = mostOftenMissing({ standings: rows }, HELD_TO)?.values;
  return values as { requirement: string; share: unknown; isAlone: boolean; heldOn: string | null };
};
const [BEFORE, AFTER] = ["2022-02-15", "2022-02-16"] as const;

describe("mostOftenMissing", () => {
  it("names the requirement with the largest share, and the share beside that of all together", () => {
    expect(said(ON, ON, ON)).toEqual({
      ...{ requirement: "review", share: { low: 0.4, high: 0.49 }, isAlone: true, heldOn: null },
    });
    expect(said(AFTER, AFTER, AFTER).heldOn).toBe(AFTER);
  });

  it.each([
    ["2022-02-14", "goals", false],
    ["2022-02-15", "goals", false],
    ["2022-02-16", "review", true],
  ])("ranks no requirement by counts from before its own due day: %s", (counts, named, isAlone) => {
    const { requirement, isAlone: alone } = said(ON, ON, counts);
    expect([requirement, alone]).toEqual([named, isAlone]);
    // The due day of another requirement changes nothing in what is counted.
    expect(said(ON, counts, ON).requirement).toBe("review");
  });

  it("gives no share beside one of all together from before a due day of any of them", () => {
    expect(said(BEFORE, ON, ON)).toMatchObject({ requirement: "review", share: null });
    expect(said(AFTER, ON, ON).share).toEqual({ low: 0.4, high: 0.49 });
    expect(said(BEFORE, BEFORE, BEFORE).share).toEqual({ low: 0.4, high: 0.49 });
  });

  it("names none where nobody misses anything, or no share of all together is shown", () => {
    expect(mostOftenMissing({ standings: [] }, HELD_TO)).toBeNull();
    const rows = [missing("all", "60-69", ON), { ...missing("goals", "LE5", ON), low: 0 }];
    expect(mostOftenMissing({ standings: rows }, HELD_TO)).toBeNull();
  });
});
