import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { gradeBars, placeBars } from "../../../functions/releases/overview/place-bars.ts";
import { atSchool, exact, shown, standingRow, statusRow, unshown } from "../release-rows.ts";

const ON = day("2022-03-15");
const REVIEW = { first: day("2022-02-15"), last: day("2022-02-15") };
const HELD_TO = {
  asOf: ON,
  mandate: {
    requirements: [{ id: "review-1", dueOn: REVIEW }],
    composites: { "review-timeliness": ["review-1"] },
  },
};
type Given = Parameters<typeof statusRow>[0];

/** Where 40 students of a place stand with all reviews. */
const reviews = (
  counts: { readonly [status: string]: number },
  given: Given = {},
): readonly ReturnType<typeof statusRow>[] =>
  ["on-time", "held-late", "not-held", "no-plan"].map((status) => {
    const count = counts[status] ?? 0;
    return { ...statusRow({ status, ...exact(count), ...given }), count };
  });
const hidden = (school: string, state: "too-few-students" | "not-enough-data" | "not-applicable") =>
  reviews({}, { ...atSchool(school), ...unshown(state) }).map((row) => ({ ...row, count: null }));
const bars = (...rows: readonly (readonly ReturnType<typeof statusRow>[])[]) =>
  placeBars({ statuses: rows.flat(), standings: [] }, HELD_TO);
const names = ({ bars: all }: ReturnType<typeof placeBars>) => all.map(({ name }) => name);

describe("the bars of places", () => {
  it("have each part of all reviews in its order, an exact share once", () => {
    const { kind, bars: all } = bars(reviews({ "on-time": 30, "not-held": 10 }));
    expect(kind).toBe("reviews");
    expect(all).toEqual([
      {
        ...{ level: "district", school: "", name: "Cast School District" },
        ...{ state: "shown", n: 40, heldOn: null },
        parts: [
          ["on-time", 0.75],
          // A part of nobody for certain is not among them.
          ["not-held", 0.25],
        ],
      },
    ]);
  });

  it("are of all requirements where the mandate has no reviews, and never of one", () => {
    const standings = [
      standingRow({ standing: "met", ...shown("80-84") }),
      standingRow(),
      standingRow({ requirement: "plan", standing: "met", ...shown("LE5") }),
    ];
    const single = statusRow({ requirement: "review-1" });
    const { kind, bars: all } = placeBars({ statuses: [single], standings }, HELD_TO);
    expect(kind).toBe("requirements");
    expect(all.map(({ parts }) => parts)).toEqual([
      [
        ["met", 0.8, 0.84],
        ["not-met", 0.11, 0.19],
      ],
    ]);
  });

  it("put the district first, then the school with the most to do, not held and without a plan together", () => {
    const of = bars(
      reviews({ "not-held": 12 }, atSchool("Alder")),
      reviews({ "on-time": 40 }, atSchool("Birch")),
      reviews({ "not-held": 10, "no-plan": 10 }, atSchool("Cedar")),
      // Late is done.
      reviews({ "held-late": 40 }, atSchool("Aspen")),
      reviews({ "not-held": 22 }),
    );
    expect(names(of)).toEqual(["Cast School District", "Cedar", "Alder", "Aspen", "Birch"]);
  });

  it("put a school without a figure last, by name alone", () => {
    const of = bars(
      hidden("Birch", "not-enough-data"),
      hidden("Alder", "too-few-students"),
      reviews({ "on-time": 40 }, atSchool("Cedar")),
      reviews({ "not-held": 40 }, atSchool("Dogwood")),
    );
    expect(names(of)).toEqual(["Dogwood", "Cedar", "Alder", "Birch"]);
    expect(of.bars.slice(2).map(({ state, n, parts }) => [state, n, parts])).toEqual([
      ["too-few-students", null, []],
      ["not-enough-data", null, []],
    ]);
  });

  it.each([
    ["the day before the due day", "2022-02-14", true],
    ["the due day, on which the review is still open", "2022-02-15", true],
    ["the day after", "2022-02-16", false],
  ])("rank no school with counts of %s (%s) among later ones: %s", (_, drawnOn, isApart) => {
    const of = bars(
      reviews({ "not-held": 30 }, { ...atSchool("Dogwood"), drawnOn }),
      reviews({ "not-held": 40 }, { ...atSchool("Cedar"), drawnOn }),
      hidden("Alder", "too-few-students"),
      reviews({ "on-time": 40 }, atSchool("Birch")),
      reviews({}),
    );
    const apart = of.bars.filter((bar) => bar.notCompared).map(({ name }) => name);
    expect(of.isRanked).toBe(isApart ? false : undefined);
    expect([names(of), apart]).toEqual(
      isApart
        ? [
            ["Cast School District", "Birch", "Cedar", "Dogwood", "Alder"],
            ["Cedar", "Dogwood"],
          ]
        : [["Cast School District", "Cedar", "Dogwood", "Birch", "Alder"], []],
    );
  });

  it("rank schools whose counts are all of one day, also beside later counts of the district", () => {
    const drawnOn = "2022-02-14";
    const of = bars(
      reviews({ "not-held": 10 }, { ...atSchool("Alder"), drawnOn }),
      reviews({ "not-held": 30 }, { ...atSchool("Birch"), drawnOn }),
      reviews({ "on-time": 40 }),
    );
    expect(of.isRanked).toBeUndefined();
    expect(of.bars.map(({ name, notCompared }) => [name, notCompared])).toEqual([
      ["Cast School District", undefined],
      ["Birch", true],
      ["Alder", true],
    ]);
  });

  it("leave out a school that the mandate does not cover, and grades", () => {
    const grade = { breakdown: "grade", group: "07" };
    const of = bars(
      reviews({}, { ...atSchool("West"), ...grade }),
      hidden("Elementary", "not-applicable"),
      reviews({}, atSchool("East")),
    );
    expect(names(of)).toEqual(["East"]);
    expect(of.more).toBe(0);
  });

  it.each([
    [7, 7, 0],
    [8, 8, 0],
    [9, 8, 1],
    [40, 8, 32],
  ])("of %d schools are %d, and %d more", (schools, shownSchools, more) => {
    const own = Array.from({ length: schools }, (_, index) =>
      reviews({ "not-held": index }, atSchool(`School ${index}`)),
    );
    const of = bars(reviews({}), ...own);
    expect(of.bars.filter(({ level }) => level === "school")).toHaveLength(shownSchools);
    expect([names(of)[0], names(of)[1], of.more]).toEqual([
      ...["Cast School District", `School ${schools - 1}`, more],
    ]);
  });

  it("give the day of a held bar", () => {
    const later = { ...HELD_TO, asOf: day("2022-03-31") };
    const of = placeBars({ statuses: reviews({}), standings: [] }, later);
    expect(of.bars[0]?.heldOn).toBe("2022-03-15");
  });
});

describe("the bars of grades", () => {
  it("are those of the grades with a figure, in their order", () => {
    const grade = (group: string, given: Given = {}) =>
      reviews(
        { "on-time": 20 },
        { ...atSchool("East"), breakdown: "grade", group, groupName: `Grade ${group}`, ...given },
      );
    const statuses = [
      ...reviews({}, atSchool("East")),
      ...grade("10"),
      ...grade("09"),
      ...grade("11", unshown("too-few-students")),
      ...reviews({}, { ...atSchool("East"), breakdown: "counselor", group: "K-1" }),
    ];
    const of = gradeBars({ statuses, standings: [] }, ON);
    expect(of.kind).toBe("reviews");
    expect(
      of.bars.map(({ group, groupName, n, parts }) => [group, groupName, n, parts.length]),
    ).toEqual([
      ["10", "Grade 10", 40, 1],
      ["09", "Grade 09", 40, 1],
    ]);
  });

  it("are none where no grade is shown", () => {
    expect(gradeBars({ statuses: [], standings: [] }, ON)).toEqual({
      kind: "requirements",
      bars: [],
    });
  });
});
