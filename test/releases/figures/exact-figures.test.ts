import { describe, expect, it } from "vitest";
import type { BarKey } from "../../../functions/domain/figures/bar-key.ts";
import { EVERYBODY } from "../../../functions/domain/figures/group-key.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { noFigure } from "../../../functions/domain/figures/figure.ts";
import { REVIEW_PARTS } from "../../../functions/domain/figures/parts.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { mergeCubes } from "../../../functions/metrics/cube/merge-cubes.ts";
import type { Availability } from "../../../functions/metrics/students/measure-context.ts";
import type { MeasuredEstimate } from "../../../functions/protection/public-estimates.ts";
import { exactEstimates, exactFigures } from "../../../functions/releases/figures/exact-figures.ts";
import { placesOf, type EditionScope } from "../../../functions/releases/tables/places.ts";
import { cubeWith, questionWith } from "../../support/cube-with.ts";

const AS_OF = day("2022-03-15");
const review = questionWith({ statistic: "statuses/review-1", parts: REVIEW_PARTS });

const scopeOf = (availability: Availability = { plans: true, attendance: true }): EditionScope => {
  const cubes = [
    cubeWith("A", {
      availability,
      students: { mandate: { "all/all": 3, "grade/07": 2 } },
      answers: {
        "statuses/review-1": { "all/all": [1, 0, 1, 0, 0, 1], "grade/07": [1, 0, 1, 0, 0, 0] },
      },
    }),
    cubeWith("B", {
      availability,
      students: { mandate: { "all/all": 5 } },
      answers: { "statuses/review-1": { "all/all": [2, 1, 1, 0, 0, 1] } },
    }),
    cubeWith("C", { availability, students: { enrolled: { "all/all": 9 } } }),
  ];
  const named = cubes.map((cube) => ({ name: `School ${cube.school}`, cube }));
  return {
    kind: "staff",
    places: placesOf("Cast", mergeCubes(cubes), named),
    mandate: effectivePractice,
    asOf: AS_OF,
    questions: [review],
    groupsOf: () => [],
  };
};

const figure = (parts: readonly string[], given: Partial<BarKey> = {}, scope = scopeOf()) => {
  const bar: BarKey = { statistic: "statuses/review-1", school: null, group: EVERYBODY, ...given };
  return exactFigures([{ key: {}, bar, parts }], scope)[0];
};

describe("exactFigures", () => {
  it("has the count, and a share without width", () => {
    expect(figure(["on-time"])).toEqual({
      ...{ n: 8, count: 3, low: 0.375, high: 0.375, band: null, drawnOn: AS_OF, state: "shown" },
    });
  });

  it.each([
    ["A", ["on-time"], 1, 3],
    ["B", ["on-time"], 2, 5],
    ["B", ["held-late", "not-held", "no-plan"], 2, 5],
    ["B", ["no-plan"], 0, 5],
  ] as const)("counts at school %s, in %j, %d of %d", (school, parts, count, n) => {
    expect(figure(parts, { school })).toMatchObject({ count, n, low: count / n, state: "shown" });
  });

  it("adds parts that are no neighbors too, since nothing exact is hidden", () => {
    expect(figure(["on-time", "not-due"])).toMatchObject({ count: 5, n: 8 });
  });

  it("is shown of one student", () => {
    expect(figure(["on-time"], { school: "A", group: "grade/07" })).toMatchObject({
      count: 1,
      n: 2,
      state: "shown",
    });
  });

  it.each([
    ["of a group that nobody is in", { group: "grade/08" }],
    ["of a school with nobody under the mandate", { school: "C" }],
    ["of a school that the district does not have", { school: "X" }],
    ["of a question that nobody asks", { statistic: "statuses/review-2" }],
  ] as const)("is not applicable %s", (_, given) => {
    expect(figure(["on-time"], given)).toEqual({ ...noFigure("not-applicable"), count: null });
  });

  it("has not enough data where the records were not sent, and never 0", () => {
    const silent = scopeOf({ plans: false, attendance: true });
    expect(figure(["on-time"], {}, silent)).toEqual({
      ...noFigure("not-enough-data"),
      count: null,
    });
  });

  it("has each figure under its key", () => {
    const bar: BarKey = { statistic: "statuses/review-1", school: "A", group: EVERYBODY };
    const asked = ["on-time", "not-held"].map((id) => ({ key: { status: id }, bar, parts: [id] }));
    expect(exactFigures(asked, scopeOf()).map(({ status, count }) => [status, count])).toEqual([
      ["on-time", 1],
      ["not-held", 1],
    ]);
  });
});

describe("exactEstimates", () => {
  const measured = (given: Partial<MeasuredEstimate<{ readonly id: string }>> = {}) => ({
    key: { id: "welch" },
    school: null,
    comparison: "plan",
    isPublic: false,
    students: 11,
    arms: [4, 7],
    estimate: (of: (students: number) => number) => ({ value: 1.23456, low: of(4), high: of(7) }),
    unit: "percentage-points" as const,
    isOfSchools: true,
    ...given,
  });

  it("are as they were measured: not rounded, of the students themselves, however few", () => {
    expect(exactEstimates([measured()])).toEqual([
      { id: "welch", estimate: 1.23456, low: 4, high: 7, students: 11, state: "shown" },
    ]);
  });

  it("are none without students, or where the data carry none", () => {
    const none = { estimate: null, low: null, high: null, students: null };
    const [nobody, noVariation] = exactEstimates([
      measured({ students: 0 }),
      measured({ estimate: () => null }),
    ]);
    expect(nobody).toEqual({ id: "welch", ...none, state: "not-enough-data" });
    expect(noVariation).toEqual({ id: "welch", ...none, state: "not-enough-data" });
  });
});
