import { describe, expect, it } from "vitest";
import { certainPoints, groupMessages } from "../../../functions/releases/messages/groups.ts";
import { gapBetween } from "../../../functions/releases/tables/gaps.ts";
import { at, exact, shown, studentGroupRow, unshown } from "../release-rows.ts";

const NO_GAP = { gapLow: null, gapHigh: null, gap: "" };
const CANNOT = [{ id: "groups-not-comparable", values: {} }];
const NONE_CERTAIN = [{ id: "no-gap-certain", values: {} }];
const others = (groups: number) => ({ id: "more-groups-differ", values: { groups } });

const gap = (group: string, name: string, values: object) => ({
  id: "group-gap",
  values: {
    measure: "plan-coverage",
    group: { division: "english-learner", group, name },
    ...{ isExact: false, gap: "lower" },
    comparedWith: { division: "english-learner", group: "all", name: "All students" },
    ...values,
  },
});
const ENGLISH_LEARNERS = gap("yes", "English learners", {
  share: { low: 0.4, high: 0.49 },
  points: 20,
});

describe("the messages about student groups", () => {
  const four = ["a", "b", "c", "d"].map((group) =>
    studentGroupRow({
      group,
      groupName: group.toUpperCase(),
      ...shown("60-69"),
      ...gapBetween(shown("60-69"), shown("70-79")),
    }),
  );

  it("say the widest gaps that the bands leave no doubt of, and count the other groups", () => {
    const narrow = { share: { low: 0.6, high: 0.69 }, points: 0 };
    expect(groupMessages([...four, studentGroupRow()])).toEqual([
      ENGLISH_LEARNERS,
      gap("a", "A", narrow),
      gap("b", "B", narrow),
      others(2),
    ]);
    expect(groupMessages([...four.slice(1), studentGroupRow()]).at(-1)).toEqual(others(1));
  });

  it("count groups and not the measures by which they differ", () => {
    const absent = (group: string) =>
      studentGroupRow({ group, groupName: group, measure: "chronic-absence" });
    const rows = ["a", "b", "c", "d"].flatMap((group) => [
      studentGroupRow({ group, groupName: group }),
      absent(group),
    ]);
    expect(groupMessages(rows)).toHaveLength(4);
    expect(groupMessages(rows).at(-1)).toEqual(others(1));
    expect(groupMessages(rows.slice(0, 6)).map(({ id }) => id)).toEqual([
      ...["group-gap", "group-gap", "group-gap"],
    ]);
  });

  it("give an exact gap as exact, to one point", () => {
    const staff = studentGroupRow({
      ...exact(20, 40),
      ...gapBetween(exact(20, 40), exact(30, 40)),
    });
    const half = { share: { low: 0.5, high: 0.5 }, points: 25, isExact: true };
    expect(groupMessages([staff])).toEqual([gap("yes", "English learners", half)]);
    const one = studentGroupRow({
      ...exact(51, 100),
      ...gapBetween(exact(51, 100), exact(50, 100)),
    });
    const more = { share: { low: 0.51, high: 0.51 }, points: 1, isExact: true, gap: "higher" };
    expect(groupMessages([one])).toEqual([gap("yes", "English learners", more)]);
  });

  it("put the mandate before attendance where gaps are alike", () => {
    const absent = studentGroupRow({ measure: "chronic-absence", measureName: "Absent" });
    expect(groupMessages([absent, studentGroupRow()])).toMatchObject([
      { values: { measure: "plan-coverage" } },
      { values: { measure: "chronic-absence" } },
    ]);
  });

  it("say that no group differs for certain where bands overlap or are the same", () => {
    const overlapping = studentGroupRow({
      ...shown("GE50"),
      ...gapBetween(shown("GE50"), shown("70-79")),
    });
    expect(groupMessages([overlapping])).toEqual(NONE_CERTAIN);
    const same = studentGroupRow({ ...exact(20), ...gapBetween(exact(20), exact(20)) });
    expect(groupMessages([same])).toEqual(NONE_CERTAIN);
  });

  it("say too few students apart from not sent", () => {
    const small = studentGroupRow({ ...unshown("too-few-students"), ...NO_GAP });
    const leftOut = studentGroupRow({ ...unshown("left-out"), ...NO_GAP });
    const silent = studentGroupRow({ ...unshown("not-enough-data"), ...NO_GAP });
    const tooSmall = [{ id: "groups-too-small", values: {} }];
    expect(groupMessages([silent, small])).toEqual(tooSmall);
    expect(groupMessages([silent, leftOut])).toEqual(tooSmall);
    expect(groupMessages([silent])).toEqual(CANNOT);
    expect(groupMessages([])).toEqual(CANNOT);
  });

  it("leave schools and measures that are no headline to the table", () => {
    expect(groupMessages([studentGroupRow(at("East"))])).toEqual(CANNOT);
    expect(groupMessages([studentGroupRow({ measure: "goal-domains" })])).toEqual(CANNOT);
  });
});

describe("how far apart two shares are for certain", () => {
  it.each([
    [-40, -20, 20],
    [20, 40, 20],
    [-5, 5, 0],
    [0, 9, 0],
    [-9, 0, 0],
    [null, null, 0],
  ])("is of a gap from %d to %d points %d", (gapLow, gapHigh, points) => {
    expect(certainPoints({ gapLow, gapHigh })).toBe(points);
  });
});
