import { describe, expect, it } from "vitest";
import { day, type Day } from "../../functions/domain/calendar/day.ts";
import { REVIEW_PARTS } from "../../functions/domain/figures/parts.ts";
import type { Question } from "../../functions/metrics/questions/question.ts";
import type { SchoolCube } from "../../functions/metrics/cube/school-cube.ts";
import { planOfYear } from "../../functions/protection/plan-of-year.ts";
import {
  DIVIDED,
  publicDrawing,
  type Drawing,
  type PublicDrawing,
} from "../../functions/protection/public-drawing.ts";
import { cubeWith, questionWith } from "../support/cube-with.ts";
import { chance } from "../support/zero-secret.ts";

const GRADES = ["06", "07"];
const AUGUST = day("2021-08-01");
const SEPTEMBER = day("2021-09-01");
const OCTOBER = day("2021-10-01");
const plans = questionWith();
const reviews: Question = questionWith({
  statistic: "statuses/all",
  parts: REVIEW_PARTS,
  afterDue: ["held-late", "not-held"],
});

type Groups = { readonly [group: `${string}/${string}`]: readonly number[] };

/** A school by the students of one question, each group counted by part. */
const school = (
  id: string,
  groups: Groups,
  { statistic }: Question = plans,
  dueOn: Day | null = null,
): SchoolCube =>
  cubeWith(id, {
    students: {
      mandate: Object.fromEntries(
        Object.entries(groups).map(([group, counts]) => [group, counts.reduce((a, b) => a + b, 0)]),
      ),
    },
    answers: { [statistic]: groups },
    firstDueOn: dueOn === null ? {} : { [statistic]: dueOn },
  });

function draw(
  asOf: Day,
  cubes: readonly SchoolCube[],
  before: PublicDrawing | null = null,
  given: Partial<Drawing> = {},
): PublicDrawing {
  const { questions = [plans], definitions = "1" } = given;
  const plan = planOfYear(before?.plan ?? null, questions, GRADES, cubes, {
    on: asOf,
    smallestGroup: 20,
  });
  return publicDrawing({
    ...{ asOf, definitions, smallestGroup: 20, plan, grades: GRADES, questions, cubes, before },
    chance,
    divided: new Set(DIVIDED),
    ...given,
  });
}

const two = (open: number) => [
  school("1", { "all/all": [open, 40 - open] }),
  school("2", { "all/all": [30, 10] }),
];

describe("publicDrawing", () => {
  it("draws the district and each school, with the true counts and the shown ones", () => {
    expect(draw(AUGUST, two(20)).bars).toEqual({
      "plan-coverage|district|all/all": {
        key: { statistic: "plan-coverage", school: null, group: "all/all" },
        drawnOn: AUGUST,
        parts: ["open", "none"],
        counts: [50, 30],
        shown: [49, 31],
      },
      "plan-coverage|school 1|all/all": {
        key: { statistic: "plan-coverage", school: "1", group: "all/all" },
        drawnOn: AUGUST,
        parts: ["open", "none"],
        counts: [20, 20],
        shown: [22, 18],
      },
      "plan-coverage|school 2|all/all": {
        key: { statistic: "plan-coverage", school: "2", group: "all/all" },
        drawnOn: AUGUST,
        parts: ["open", "none"],
        counts: [30, 10],
        shown: [31, 9],
      },
    });
  });

  it("leaves the students of small schools out of the district", () => {
    const { bars } = draw(AUGUST, [...two(20), school("3", { "all/all": [19, 0] })]);
    expect(bars["plan-coverage|district|all/all"]?.counts).toEqual([50, 30]);
    expect(bars["plan-coverage|school 3|all/all"]).toBeUndefined();
  });

  it("leaves a school that opens in mid-year out of every figure", () => {
    const before = draw(AUGUST, two(20));
    const { bars } = draw(OCTOBER, [...two(30), school("3", { "all/all": [90, 0] })], before);
    expect(bars["plan-coverage|district|all/all"]?.counts).toEqual([60, 30 - 10]);
    expect(Object.keys(bars)).toEqual(Object.keys(before.bars));
  });

  it.each([
    // School 1 needs 5 + 2 moves after its drawing of August 1.
    [26, AUGUST, [20, 20]],
    [27, SEPTEMBER, [27, 13]],
  ] as const)("holds a bar until enough students have moved: %d open", (open, drawnOn, counts) => {
    const { bars } = draw(SEPTEMBER, two(open), draw(AUGUST, two(20)));
    expect(bars["plan-coverage|school 1|all/all"]).toMatchObject({ drawnOn, counts });
    expect(bars["plan-coverage|school 2|all/all"]?.drawnOn).toBe(AUGUST);
  });

  it("holds a bar beside its last drawing, not beside the last release", () => {
    const september = draw(SEPTEMBER, two(24), draw(AUGUST, two(20)));
    const october = draw(OCTOBER, two(27), september);
    expect(october.bars["plan-coverage|school 1|all/all"]).toMatchObject({
      drawnOn: OCTOBER,
      counts: [27, 13],
    });
  });

  it("keeps the last drawing of a group that fell under the size, and its students in the totals", () => {
    const small = [school("1", { "all/all": [19, 0] }), school("2", { "all/all": [30, 10] })];
    const { bars } = draw(SEPTEMBER, small, draw(AUGUST, two(20)));
    expect(bars["plan-coverage|school 1|all/all"]).toMatchObject({
      drawnOn: AUGUST,
      counts: [20, 20],
    });
    expect(bars["plan-coverage|district|all/all"]).toMatchObject({
      drawnOn: SEPTEMBER,
      counts: [49, 10],
    });
  });

  it("draws a group at the smallest size itself", () => {
    const twenty = [school("1", { "all/all": [20, 0] }), school("2", { "all/all": [30, 10] })];
    const { bars } = draw(SEPTEMBER, twenty, draw(AUGUST, two(20)));
    expect(bars["plan-coverage|school 1|all/all"]?.drawnOn).toBe(SEPTEMBER);
  });

  it("draws nothing of a group that was never large enough", () => {
    const { bars } = draw(AUGUST, [school("1", { "all/all": [10, 9] })]);
    expect(bars).toEqual({});
  });

  it("draws everything anew under changed definitions, moved by the same students", () => {
    const before = draw(AUGUST, two(20));
    const { bars } = draw(SEPTEMBER, two(21), before, { definitions: "2" });
    expect(bars["plan-coverage|school 1|all/all"]).toMatchObject({
      drawnOn: SEPTEMBER,
      counts: [21, 19],
      shown: [23, 17],
    });
    expect(bars["plan-coverage|school 2|all/all"]).toMatchObject({
      drawnOn: SEPTEMBER,
      shown: before.bars["plan-coverage|school 2|all/all"]!.shown,
    });
  });

  it("draws one bar of a district with one school in its figures, under the school's name", () => {
    const { bars } = draw(AUGUST, [
      school("1", { "all/all": [20, 20] }),
      school("2", { "all/all": [19, 0] }),
    ]);
    expect(Object.keys(bars)).toEqual(["plan-coverage|school 1|all/all"]);
  });

  it("adds grades up that are put together", () => {
    const of = (id: string) =>
      school(id, { "all/all": [20, 10], "grade/06": [9, 5], "grade/07": [9, 5] });
    const { bars } = draw(AUGUST, [of("1"), of("2")]);
    // 28 in either grade: together 56, and 4 students without a grade hide them.
    expect(Object.keys(bars).filter((key) => key.includes("grade"))).toEqual([]);
    const all = (id: string) =>
      school(id, { "all/all": [24, 10], "grade/06": [9, 5], "grade/07": [9, 5] });
    expect(
      draw(AUGUST, [all("1"), all("2")]).bars["plan-coverage|district|grade/06-07"]?.counts,
    ).toEqual([36, 20]);
  });

  it("divides only the questions that are divided, and draws everybody of the others", () => {
    const of = (id: string) =>
      school(id, { "all/all": [30, 30], "grade/06": [30, 0], "grade/07": [0, 30] });
    const groups = (divided: readonly string[]) =>
      Object.keys(
        draw(AUGUST, [of("1"), of("2")], null, { divided: new Set(divided) }).bars,
      ).filter((key) => !key.endsWith("all/all"));
    expect(groups(["plan-coverage"])).toEqual([
      "plan-coverage|district|grade/06",
      "plan-coverage|district|grade/07",
      "plan-coverage|school 1|grade/06",
      "plan-coverage|school 1|grade/07",
      "plan-coverage|school 2|grade/06",
      "plan-coverage|school 2|grade/07",
    ]);
    expect(groups(["statuses/all"])).toEqual([]);
  });

  it("draws nothing of a question whose population has no plan", () => {
    const cubes = two(20);
    const plan = { populations: {} };
    expect(draw(AUGUST, cubes, null, { plan }).bars).toEqual({});
  });
});

describe("a part that nobody can be in before something is due", () => {
  const DUE = day("2021-09-01");
  /** The district's bar of two schools with the same counts. */
  const shownOn = (asOf: Day, counts: readonly number[], dueOn: Day | null) =>
    draw(
      asOf,
      [
        // The first school's reviews are due a month later than the second's.
        school("1", { "all/all": counts }, reviews, dueOn === null ? null : day("2021-10-01")),
        school("2", { "all/all": counts }, reviews, dueOn),
      ],
      null,
      { questions: [reviews] },
    ).bars["statuses/all|district|all/all"]!.shown;

  it.each([
    ["the day before the first due day of the schools", day("2021-08-31"), DUE, false],
    ["that day", DUE, DUE, false],
    ["the day after it", day("2021-09-02"), DUE, true],
    ["a day of which no due day is known", day("2021-09-02"), null, false],
  ] as const)("is moved or not on %s", (_, asOf, dueOn, isMoved) => {
    // Under a secret of zeros its boundary moves by +1, past a boundary before it that does not move.
    const notHeld = shownOn(asOf, [0, 0, 0, 0, 0, 50], dueOn)[2];
    expect(notHeld).toBe(isMoved ? 1 : 0);
  });

  it("is moved where somebody is in it all the same", () => {
    expect(shownOn(day("2021-08-31"), [20, 10, 0, 0, 0, 20], DUE).slice(0, 2)).toEqual([40, 18]);
  });

  it("is not what every part is: the others are moved before anything is due", () => {
    expect(shownOn(day("2021-08-31"), [0, 0, 0, 0, 0, 50], null)[3]).toBe(1);
  });
});
