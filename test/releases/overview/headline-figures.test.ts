import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  comparablePast,
  headlineFigures,
  targetOf,
  type FigureTables,
} from "../../../functions/releases/overview/headline-figures.ts";
import type { RateRow } from "../../../functions/releases/tables/tables.ts";
import { mandateRow, requirementSummary } from "../mandate-rows.ts";
import {
  atSchool,
  exact,
  rateRow,
  shown,
  standingRow,
  trendRow,
  unshown,
} from "../release-rows.ts";

const ON = day("2022-03-15");
const BEFORE = "2022-02-28";
const ALL_GRADES = ["06", "07", "08", "09", "10", "11", "12"];

const review = (id: string) => requirementSummary({ id, name: id, grades: ALL_GRADES });
const rule = (id: string, kind: string, grades = ALL_GRADES) =>
  requirementSummary({ id, name: id, kind, grades, dueOn: null });
const MANDATE = mandateRow({
  requirements: [
    ...["review-1", "review-2", "review-3"].map(review),
    ...[rule("transition-9", "transition-review", ["08"]), rule("plan", "plan")],
    ...[rule("goals", "content"), rule("signed", "assent"), rule("advice", "record")],
  ],
});

const of = (measure: string, group: string, given: Partial<RateRow> = {}): RateRow =>
  rateRow({ measure, breakdown: "requirement", group, groupName: group, ...given });
const PLANS = rateRow({ measure: "plan-coverage" });
const HELD = ["review-1", "review-2", "review-3"].map((id) => of("review-held", id));
const MET = MANDATE.requirements.map(({ id }) => of("requirement-met", id));
const move = (group: string, given: Partial<RateRow> = {}) =>
  of("transition-coverage", group, { breakdown: "transition", ...given });
/** How many of 40 students miss a requirement, and meet it. */
const missed = (requirement: string, count: number, met = 40 - count) => [
  standingRow({ requirement, standing: "met", ...exact(met) }),
  standingRow({ requirement, ...exact(count) }),
  standingRow({
    ...{ requirement, standing: "not-determinable" },
    ...exact(40 - count - met),
  }),
];

const figures = (rates: readonly RateRow[], given: Partial<FigureTables> = {}, mandate = MANDATE) =>
  headlineFigures({ rates, standings: [], trend: [], lastYear: [], ...given }, mandate, ON);
const named = (rates: readonly RateRow[], given: Partial<FigureTables> = {}) =>
  figures(rates, given).map(({ measure, group }) => `${measure} ${group}`);

describe("the figures of the first screen", () => {
  it("are plans, two reviews of the year, and the transition that the fewest are ready for", () => {
    const rates = [
      ...[...MET, ...HELD, move("transition-6", shown("GE90"))],
      ...[move("transition-12", unshown("too-few-students")), move("transition-9"), PLANS],
    ];
    expect(named(rates)).toEqual([
      "plan-coverage all",
      "review-held review-1",
      "review-held review-2",
      "transition-coverage transition-9",
    ]);
  });

  it("are of the district and of everybody", () => {
    const others = [
      rateRow({ measure: "plan-coverage", ...atSchool("East") }),
      rateRow({ measure: "plan-coverage", breakdown: "grade", group: "07" }),
      of("review-held", "review-1", atSchool("East")),
      move("transition-9", atSchool("East")),
    ];
    expect(named(others)).toEqual([]);
  });

  it("are the requirements that most students miss, where there is no review or transition", () => {
    const standings = [
      ...[...missed("goals", 3), ...missed("signed", 5), ...missed("advice", 3)],
      ...missed("signed", 40).map((row) => ({ ...row, ...atSchool("East") })),
    ];
    expect(named([PLANS, ...MET.slice(3)], { standings })).toEqual([
      "plan-coverage all",
      "requirement-met signed",
      "requirement-met goals",
      "requirement-met advice",
    ]);
  });

  it("fill with requirements after what there is, and name no review twice", () => {
    const rates = [PLANS, ...HELD.slice(0, 1), ...MET];
    expect(named(rates)).toEqual([
      "plan-coverage all",
      "review-held review-1",
      // The other reviews have a share on time alone.
      "requirement-met review-2",
      "requirement-met review-3",
    ]);
  });

  it("leave out what nobody is known to meet or to miss: that is no 0%", () => {
    const standings = [
      ...missed("goals", 0, 0),
      ...missed("signed", 0, 1),
      ...missed("advice", 1, 0),
    ];
    expect(named([PLANS, ...MET.slice(5)], { standings })).toEqual([
      "plan-coverage all",
      "requirement-met advice",
      "requirement-met signed",
    ]);
  });

  it("leave out what applies to nobody", () => {
    const standings = [
      standingRow({ requirement: "goals", standing: "met", ...exact(0) }),
      standingRow({ requirement: "goals", standing: "not-applicable", ...exact(40) }),
      standingRow({ requirement: "signed", standing: "not-applicable", ...exact(39) }),
    ];
    expect(named([PLANS, ...MET.slice(5, 7)], { standings })).toEqual([
      "plan-coverage all",
      "requirement-met signed",
    ]);
  });

  it("say of each why it has no figure", () => {
    const none = unshown("not-enough-data");
    const rates = [PLANS, ...HELD, move("transition-9")].map((row) => ({ ...row, ...none }));
    expect(figures(rates).map(({ state, low, n }) => [state, low, n])).toEqual(
      Array.from({ length: 4 }, () => ["not-enough-data", null, null]),
    );
  });
});

describe("a figure of the first screen", () => {
  it("has its share, its students, its target, its due date and the share that was on time", () => {
    const rates = [
      of("requirement-met", "review-1", { ...atSchool("East"), ...exact(2) }),
      of("review-held", "review-1", exact(30)),
      of("requirement-met", "review-1", exact(20)),
      of("requirement-met", "review-2", exact(1)),
    ].map((row) => ({ ...row, count: 40 * (row.low ?? 0) }));
    const none = { state: "shown", n: 40, heldOn: null } as const;
    expect(figures(rates)[0]).toEqual({
      ...{ measure: "review-held", breakdown: "requirement", group: "review-1", name: "review-1" },
      ...{ ...none, low: 0.75, high: 0.75, count: 30 },
      target: 1,
      dueOn: { first: "2022-06-03", last: "2022-06-10" },
      onTime: { ...none, low: 0.5, high: 0.5, count: 20 },
      ...{ change: null, past: [], lastYear: null },
    });
  });

  it("has of open plans the due date of the plan that is asked for", () => {
    const dueOn = { first: day("2022-01-10"), last: day("2022-01-14") };
    const asked = [
      { ...rule("later", "plan"), isInForce: false },
      { ...rule("plan", "plan"), dueOn },
    ];
    const mandate = mandateRow({ requirements: asked });
    expect(figures([PLANS], {}, mandate)[0]?.dueOn).toEqual(dueOn);
    expect(
      figures([PLANS], {}, mandateRow({ requirements: asked.slice(0, 1) }))[0]?.dueOn,
    ).toBeNull();
  });

  it("has neither a due date nor a share on time where it is no review", () => {
    const rates = [PLANS, of("requirement-met", "all")];
    expect(figures(rates)[0]).toMatchObject({ group: "all", dueOn: null, onTime: null });
    expect(figures([move("transition-9"), of("requirement-met", "transition-9")])[0]).toMatchObject(
      {
        ...{ group: "transition-9", onTime: null },
      },
    );
  });

  it("has its past, how it changed, and the same day of the year before", () => {
    const own = { measure: "plan-coverage" };
    const trend = [
      trendRow(BEFORE, { ...own, ...shown("60-69") }),
      trendRow(BEFORE, { ...own, ...atSchool("East"), ...shown("LE5") }),
      trendRow(ON, own),
    ];
    const lastYear = [trendRow("2021-03-31", { ...own, ...shown("40-49") })];
    expect(figures([PLANS], { trend, lastYear })[0]).toMatchObject({
      past: [
        [BEFORE, 0.6, 0.69],
        [ON, 0.7, 0.79],
      ],
      change: { kind: "up", before: { low: 0.6, high: 0.69 }, on: BEFORE },
      lastYear: { asOf: "2021-03-31", low: 0.4, high: 0.49 },
    });
  });
});

describe("the target of a measure", () => {
  const target = (measure: string, group = "all") => targetOf({ measure, group }, mandate);
  const mandate = mandateRow({
    grades: ["09", "10"],
    requirements: [rule("all", "record", ["08", "09", "10"]), rule("senior", "record", ["10"])],
  });

  it.each([
    ["plan-coverage", "all", 1],
    ["transition-coverage", "transition-9", 1],
    ["requirements-met", "all", 1],
    ["requirement-met", "all", 1],
    // Counted among the students of every grade, it is never reached.
    ["requirement-met", "senior", null],
    ["review-held", "senior", null],
    ["requirement-met", "unknown", null],
    ["chronic-absence", "all", null],
    ["chronic-absence-year", "all", null],
  ])("of %s, %s, is %s", (measure, group, expected) => {
    expect(target(measure, group)).toBe(expected);
  });
});

describe("the past that can be compared", () => {
  const days = ["2021-11-30", "2021-12-31", "2022-01-31", ON];
  const past = (since: string | null, given: Parameters<typeof trendRow>[1] = {}) =>
    comparablePast(
      days.map((asOf, index) =>
        trendRow(asOf, asOf === ON ? { comparableSince: since } : index === 1 ? given : {}),
      ),
      ON,
    ).map(([asOf]) => asOf);

  it.each([
    ["2021-11-29", days],
    ["2021-11-30", days],
    ["2021-12-01", days.slice(1)],
    ["2021-12-31", days.slice(1)],
    [ON, [ON]],
    [null, []],
  ])("begins on the day since which it is compared: %s", (since, expected) => {
    expect(past(since)).toEqual(expected);
  });

  it("leaves out a day without a figure", () => {
    expect(past("2021-11-30", unshown("too-few-students"))).toEqual([
      ...["2021-11-30", "2022-01-31", ON],
    ]);
  });

  it("has a figure that is held once, on the day of its counts", () => {
    const held = { drawnOn: "2021-11-30" };
    expect(past("2021-11-30", held)).toEqual(["2021-11-30", "2022-01-31", ON]);
  });

  it("has the first day and the last of each month, and an exact share once", () => {
    const row = (asOf: string, count: number) =>
      trendRow(asOf, { ...exact(count), comparableSince: "2022-02-01" });
    const rows = [
      ...[row("2022-02-01", 10), row("2022-02-15", 20), row("2022-02-28", 25)],
      ...[row("2022-03-10", 30), row(ON, 32)],
    ];
    expect(comparablePast(rows, ON)).toEqual([
      ...[["2022-02-01", 0.25] as const, ["2022-02-28", 0.625] as const],
      [ON, 0.8],
    ]);
  });
});
