import { describe, expect, it } from "vitest";
import type { BarKey } from "../../functions/domain/figures/bar-key.ts";
import { day } from "../../functions/domain/calendar/day.ts";
import { noFigure } from "../../functions/domain/figures/figure.ts";
import { REVIEW_PARTS, STANDING_PARTS } from "../../functions/domain/figures/parts.ts";
import type { PublicDrawing } from "../../functions/protection/public-drawing.ts";
import {
  publicFigure,
  publicGroups,
  publicTable,
  type PublicSource,
} from "../../functions/protection/public-figures.ts";
import type { PublicGroup } from "../../functions/protection/public-plan.ts";
import { cubeWith, questionWith } from "../support/cube-with.ts";

const DRAWN_ON = day("2021-10-01");
const REVIEWS = REVIEW_PARTS.map(({ id }) => id);

const group = (school: string | null, name: PublicGroup["group"]): PublicGroup => ({
  ...{ school, group: name, of: [name] },
  drawnAs: { school, group: name },
});

/** School A has 100 students with figures, 40 of them in grade 6; B has 12 and none; C has nobody under the mandate. */
const drawing: PublicDrawing = {
  ...{ asOf: day("2021-11-01"), definitions: "1", smallestGroup: 20 },
  plan: {
    populations: {
      "mandate of 06,07": {
        decidedOn: DRAWN_ON,
        schools: ["A"],
        groups: [
          { ...group(null, "all/all"), drawnAs: { school: "A", group: "all/all" } },
          group("A", "all/all"),
          group("A", "grade/06"),
          group("A", "sex/female"),
        ],
      },
    },
  },
  bars: {
    "statuses/review-1|school A|all/all": {
      key: { statistic: "statuses/review-1", school: "A", group: "all/all" },
      drawnOn: DRAWN_ON,
      parts: REVIEWS,
      counts: [61, 9, 10, 5, 0, 15],
      shown: [63, 7, 10, 5, 1, 14],
    },
    "statuses/review-1|school A|grade/06": {
      key: { statistic: "statuses/review-1", school: "A", group: "grade/06" },
      drawnOn: DRAWN_ON,
      parts: REVIEWS,
      counts: [0, 0, 0, 0, 0, 5],
      shown: [0, 0, 0, 0, 0, 5],
    },
  },
};

const review = questionWith({ statistic: "statuses/review-1", parts: REVIEW_PARTS });
const standing = questionWith({ statistic: "standings/review-1", parts: STANDING_PARTS });
const source: PublicSource = {
  drawing,
  questions: [review, standing],
  sameAs: new Map([
    [
      "standings/review-1",
      {
        statistic: "statuses/review-1",
        parts: (part) =>
          part === "not-met"
            ? ["held-late", "not-held", "no-plan"]
            : part === "met"
              ? ["on-time"]
              : [],
      },
    ],
  ]),
  grades: ["06", "07"],
  availability: { plans: true, attendance: true },
  cubes: [
    cubeWith("A", { students: { mandate: { "all/all": 100, "grade/06": 40, "grade/07": 60 } } }),
    cubeWith("B", { students: { mandate: { "all/all": 12 } } }),
    cubeWith("C", { students: { enrolled: { "all/all": 300 } } }),
  ],
};

const figure = (parts: readonly string[], given: Partial<BarKey> = {}, from = source) =>
  publicFigure(
    { bar: { statistic: "statuses/review-1", school: "A", group: "all/all", ...given }, parts },
    from,
  );

describe("publicFigure", () => {
  it("is the band of the shown students, never of the true ones, with the day of its drawing", () => {
    expect(figure(["on-time"])).toEqual({
      n: 100,
      low: 0.6,
      high: 0.64,
      band: "60-64",
      drawnOn: DRAWN_ON,
      state: "shown",
    });
  });

  it("is the band of neighboring parts together, in whatever order they are asked", () => {
    expect(figure(["held-late", "not-held", "no-plan"])).toMatchObject({ band: "20-24" });
    expect(figure(["no-plan", "held-late", "not-held"])).toMatchObject({ band: "20-24" });
    expect(figure(REVIEWS)).toMatchObject({ band: "GE95", low: 0.95, high: 1 });
  });

  it.each([[["on-time", "not-held"]], [["held-late", "not-due"]], [["met"]], [["on-time", "met"]]])(
    "refuses %j, which are no neighbors of the bar",
    (parts) => {
      expect(() => figure(parts)).toThrow(
        `the parts ${parts.join(", ")} are no neighbors of a bar`,
      );
    },
  );

  it("reads the bar by which a place is drawn", () => {
    expect(figure(["on-time"], { school: null })).toEqual(figure(["on-time"]));
  });

  it("reads a question from the one that asks the same, part by part", () => {
    const standings = { statistic: "standings/review-1" };
    expect(figure(["met"], standings)).toEqual(figure(["on-time"]));
    expect(figure(["not-met"], standings)).toEqual(figure(["held-late", "not-held", "no-plan"]));
    expect(figure(["not-applicable"], standings)).toEqual(noFigure("not-applicable"));
  });
});

describe("a figure that is not shown", () => {
  it.each([
    ["of a school that is too small", { school: "B" }, "too-few-students"],
    ["of a group that the plan leaves out", { group: "grade/07" }, "left-out"],
    ["of a group that was never drawn", { group: "sex/female" }, "too-few-students"],
    ["of a bar under six students", { group: "grade/06" }, "too-few-students"],
    ["of a school with nobody under the mandate", { school: "C" }, "not-applicable"],
    ["of a group that nobody is in", { group: "grade/08" }, "not-applicable"],
    ["of a question that nobody asks", { statistic: "statuses/review-2" }, "not-applicable"],
  ] as const)("%s is %s", (_, given, state) => {
    expect(figure(["on-time"], given)).toEqual(noFigure(state));
  });

  it("has no parts to show where none are asked", () => {
    expect(figure([])).toEqual(noFigure("not-applicable"));
  });

  it("rests on records that were not sent", () => {
    const without = { ...source, availability: { plans: false, attendance: true } };
    expect(figure(["on-time"], {}, without)).toEqual(noFigure("not-enough-data"));
    expect(figure(["on-time"], { school: "B" }, without)).toEqual(noFigure("too-few-students"));
    const other = { ...source, availability: { plans: true, attendance: false } };
    expect(figure(["on-time"], {}, other).state).toBe("shown");
  });

  it("is left out of another mandate's students, of whom nothing was decided", () => {
    expect(figure(["on-time"], {}, { ...source, grades: ["07"] })).toEqual(noFigure("left-out"));
  });

  it.each([
    ["B", "all/all", 19, "too-few-students"],
    ["B", "all/all", 20, "left-out"],
    ["A", "homeless/yes", 29, "too-few-students"],
    ["A", "homeless/yes", 30, "left-out"],
    [null, "homeless/yes", 19, "too-few-students"],
    [null, "homeless/yes", 20, "left-out"],
  ] as const)(
    "has too few students or, where they have become enough, is left out: at %s, %s, %d",
    (school, name, students, state) => {
      const cubes = source.cubes.map((cube) =>
        cube.school === (school ?? "A")
          ? { ...cube, students: { mandate: { ...cube.students["mandate"], [name]: students } } }
          : cube,
      );
      const given = { school, group: name };
      expect(figure(["on-time"], given, { ...source, cubes })).toEqual(noFigure(state));
    },
  );

  it("of the district does not count the students of schools that are in no figure", () => {
    const cubes = source.cubes.map((cube) =>
      cube.school === "B"
        ? { ...cube, students: { mandate: { "all/all": 90, "homeless/yes": 90 } } }
        : cube,
    );
    const given = { school: null, group: "homeless/yes" } as const;
    expect(figure(["on-time"], given, { ...source, cubes })).toEqual(noFigure("too-few-students"));
  });
});

describe("publicTable", () => {
  it("has each figure under its key", () => {
    const bar: BarKey = { statistic: "statuses/review-1", school: "A", group: "all/all" };
    const asked = [
      { key: { status: "on-time" }, bar, parts: ["on-time"] },
      { key: { status: "not-due" }, bar, parts: ["not-due"] },
    ];
    expect(publicTable(asked, source).rows.map(({ status, band }) => [status, band])).toEqual([
      ["on-time", "60-64"],
      ["not-due", "10-14"],
    ]);
  });
});

describe("publicGroups", () => {
  it("are those of a place with figures, everybody left out", () => {
    expect(publicGroups(source, review, "A")).toEqual(["grade/06", "sex/female"]);
    expect(publicGroups(source, review, null)).toEqual([]);
    expect(publicGroups({ ...source, grades: ["07"] }, review, "A")).toEqual([]);
  });
});
