import { describe, expect, it } from "vitest";
import { changeMessages, type OverTime } from "../../../functions/releases/messages/changes.ts";
import type { ChangeRow } from "../../../functions/releases/tables/tables.ts";
import { requirementSummary } from "../mandate-rows.ts";
import {
  atSchool,
  cameDueRow,
  changeRow,
  rateRow,
  shown,
  trendRow,
  unshown,
} from "../release-rows.ts";

const TODAY = "2022-03-15";
const BEFORE = "2022-02-28";
const SINCE = { startsOn: "2021-09-30", otherDefinitionsOn: null };
const MANDATE = {
  requirements: [
    requirementSummary({ id: "plan", kind: "plan", isPlanCoverage: true }),
    requirementSummary({ id: "plan-kept", kind: "plan", isPlanCoverage: false }),
  ],
};
const messages = (rows: Partial<OverTime>, since = SINCE) =>
  changeMessages({ trend: [], changes: [], cameDue: [], ...rows }, since, MANDATE, TODAY);
const ofChange = (given: Partial<ChangeRow>) => messages({ changes: [changeRow(given)] });

/** Reviews on time: 67 percent, up from 66. */
const UP = {
  id: "rate-changed",
  values: {
    rate: { measure: "review-timeliness", breakdown: "all", name: "All students" },
    share: { low: 0.67, high: 0.67 },
    change: { kind: "up", before: { low: 0.66, high: 0.66 }, on: BEFORE },
  },
};

describe("the message of a change", () => {
  it("gives both shares and the day", () => {
    expect(ofChange({})).toEqual([UP]);
  });

  it("is of the day of the counts before, where they were held", () => {
    const trend = [trendRow(BEFORE, { drawnOn: "2022-01-31" }), trendRow(TODAY)];
    expect(messages({ trend, changes: [changeRow()] })).toMatchObject([
      { values: { change: { kind: "up", on: "2022-01-31" } } },
    ]);
  });

  it("says once that plans are open: by their measure, and not by the requirement that asks no more", () => {
    const of = (group: string) =>
      ofChange({ measure: "requirement-met", breakdown: "requirement", group, groupName: group });
    expect(of("plan")).toEqual([]);
    expect(of("plan-kept")).toHaveLength(1);
    expect(ofChange({ measure: "plan-coverage" })).toHaveLength(1);
  });

  it("names the transition, and says down", () => {
    const transition = { breakdown: "transition", groupName: "Grade 8 to 9" };
    const fell = { low: 0.66, high: 0.66, previousLow: 0.67, previousHigh: 0.67, change: "down" };
    expect(ofChange({ ...transition, ...fell })).toEqual([
      {
        id: "rate-changed",
        values: {
          rate: { measure: "review-timeliness", breakdown: "transition", name: "Grade 8 to 9" },
          share: { low: 0.66, high: 0.66 },
          change: { kind: "down", before: { low: 0.67, high: 0.67 }, on: BEFORE },
        },
      },
    ]);
  });

  it("names the requirement, which may ask some grades only", () => {
    const row = {
      ...{ measure: "requirement-met", measureName: "Requirement met" },
      ...{ breakdown: "requirement", group: "review-1", groupName: "First review of the year" },
    };
    const rate = {
      measure: "requirement-met",
      breakdown: "requirement",
      name: "First review of the year",
    };
    expect(ofChange(row)).toEqual([{ ...UP, values: { ...UP.values, rate } }]);
  });
});

describe("which changes are news", () => {
  it.each([
    ["a headline of the district that went up", true, {}],
    [
      "one that went down",
      true,
      { low: 0.66, high: 0.66, previousLow: 0.67, previousHigh: 0.67, change: "down" },
    ],
    ["a transition", true, { breakdown: "transition", group: "transition-6" }],
    [
      "a requirement by itself",
      true,
      { measure: "requirement-met", breakdown: "requirement", group: "review-1" },
    ],
    ["one that is the same", false, { change: "same" }],
    ["one that nobody can be sure of", false, { change: "unclear" }],
    ["one of a school", false, atSchool("East")],
    ["one of a grade", false, { breakdown: "grade", group: "07" }],
    ["a measure that is no headline", false, { measure: "family-participation" }],
  ] as const)("%s is news: %s", (_, expected, given) => {
    expect(ofChange(given)).toHaveLength(expected ? 1 : 0);
  });

  it.each([
    "requirements-met",
    "review-timeliness",
    "plan-coverage",
    "transition-coverage",
    "chronic-absence",
  ])("are told of %s", (measure) => {
    expect(ofChange({ measure })).toMatchObject([{ values: { rate: { measure } } }]);
  });

  it.each([
    ["0.01 points, though they round apart", 0.135, 0.1351, false],
    ["0.99 points", 0.66, 0.6699, false],
    ["0.99 points down", 0.66, 0.6501, false],
    ["1 point", 0.66, 0.67, true],
    ["1 point down", 0.66, 0.65, true],
  ])("are exact shares that moved by %s: %s to %s, %s", (_, before, now, expected) => {
    const change = now > before ? "up" : "down";
    const row = { low: now, high: now, previousLow: before, previousHigh: before, change };
    expect(ofChange(row)).toHaveLength(expected ? 1 : 0);
    if (expected) expect(ofChange(row)).toMatchObject([{ values: { change: { kind: change } } }]);
  });

  it("are no shares that read alike", () => {
    const row = { low: 0.6712, high: 0.6712, previousLow: 0.6698, previousHigh: 0.6698 };
    expect(ofChange(row)).toEqual([]);
  });

  it("are bands as they are, though a move of theirs is no whole point", () => {
    const row = { low: 0.285, high: 0.29, previousLow: 0.2, previousHigh: 0.28 };
    expect(ofChange(row)).toMatchObject([
      { values: { share: { low: 0.285, high: 0.29 }, change: { kind: "up" } } },
    ]);
  });
});

describe("what lies between two releases", () => {
  const second = { name: "Second review of the year" };

  it("names what has come due in the district, with the students for staff", () => {
    const cameDue = [
      cameDueRow({ count: 1204 }),
      cameDueRow({ requirementName: "Entering grade 12", count: 1 }),
      cameDueRow({ ...atSchool("East"), count: 3 }),
    ];
    const requirements = [
      { ...second, students: 1204 },
      { name: "Entering grade 12", students: 1 },
    ];
    expect(messages({ cameDue })).toEqual([
      { id: "came-due", values: { on: BEFORE, requirements } },
    ]);
  });

  it("names it without a number in public", () => {
    expect(messages({ cameDue: [cameDueRow()] })).toEqual([
      { id: "came-due", values: { on: BEFORE, requirements: [{ ...second, students: null }] } },
    ]);
  });

  it("names the rates that are not compared: of everybody and of transitions, and in the district alone", () => {
    const anew = (given: Partial<ReturnType<typeof rateRow>>, on = BEFORE) => [
      trendRow(on, given),
      trendRow(TODAY, { ...given, comparableSince: TODAY }),
    ];
    const ofTransition = {
      breakdown: "transition",
      group: "transition-9",
      groupName: "Grade 8 to 9",
    };
    const trend = [
      ...anew({}),
      ...anew(ofTransition),
      ...anew({ breakdown: "requirement", group: "review-1", measure: "requirement-met" }),
      ...anew(atSchool("East")),
      // Compared, and not shown.
      trendRow(BEFORE, { measure: "plan-coverage" }),
      trendRow(TODAY, { measure: "plan-coverage" }),
      trendRow(BEFORE, { measure: "chronic-absence", ...unshown("too-few-students") }),
      trendRow(TODAY, { measure: "chronic-absence", comparableSince: TODAY, ...shown("LE5") }),
    ];
    const measure = "review-timeliness";
    expect(messages({ trend })).toEqual([
      {
        id: "rates-not-compared",
        values: {
          on: BEFORE,
          rates: [
            { measure, breakdown: "all", name: "All students" },
            { measure, breakdown: "transition", name: "Grade 8 to 9" },
          ],
        },
      },
    ]);
  });

  it("says that trends start anew in the first release by other definitions, and in no later one", () => {
    const said = (startsOn: string, otherDefinitionsOn: string | null) =>
      changeMessages(
        { trend: [], changes: [], cameDue: [] },
        { startsOn, otherDefinitionsOn },
        MANDATE,
        TODAY,
      );
    expect(said(TODAY, BEFORE)).toEqual([{ id: "trends-start-anew", values: { on: BEFORE } }]);
    expect(said("2022-03-01", BEFORE)).toEqual([]);
    expect(said(TODAY, null)).toEqual([]);
  });

  it("says that trends start anew, then what came due, what changed and what is not compared", () => {
    const trend = [trendRow(BEFORE), trendRow(TODAY, { comparableSince: TODAY })];
    const rows = { trend, changes: [changeRow()], cameDue: [cameDueRow()] };
    const since = { startsOn: TODAY, otherDefinitionsOn: "2022-01-31" };
    expect(changeMessages(rows, since, MANDATE, TODAY).map(({ id }) => id)).toEqual([
      ...["trends-start-anew", "came-due", "rate-changed", "rates-not-compared"],
    ]);
  });
});
