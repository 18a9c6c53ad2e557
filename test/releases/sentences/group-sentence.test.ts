import { describe, expect, it } from "vitest";
import { groupSentence } from "../../../functions/releases/sentences/group-sentence.ts";
import { gapBetween } from "../../../functions/releases/tables/gaps.ts";
import { at, exact, shown, studentGroupRow, unshown } from "../release-rows.ts";

const NO_GAP = { gapLow: null, gapHigh: null, gap: "" };
const CANNOT =
  "Student groups cannot be compared yet: the exports name no group, or there is nothing to measure.";

describe("the sentence about student groups", () => {
  it("says the widest gap that the bands leave no doubt of, and counts the others", () => {
    const others = ["a", "b", "c", "d"].map((group) =>
      studentGroupRow({
        group,
        groupName: group.toUpperCase(),
        ...shown("60-69"),
        ...gapBetween(shown("60-69"), shown("70-79")),
      }),
    );
    expect(groupSentence([...others, studentGroupRow()])).toBe(
      "Students with an open plan: English learners, 40–49%, at least 20 points lower than all students. " +
        "Students with an open plan: A, 60–69%, lower than all students. " +
        "Students with an open plan: B, 60–69%, lower than all students. 2 other groups also differ.",
    );
    expect(groupSentence([...others.slice(1), studentGroupRow()])).toMatch(
      / 1 other group also differs\.$/,
    );
  });

  it("counts groups and not the measures by which they differ", () => {
    const absent = (group: string) =>
      studentGroupRow({ group, groupName: group, measure: "chronic-absence" });
    const rows = ["a", "b", "c", "d"].flatMap((group) => [
      studentGroupRow({ group, groupName: group }),
      absent(group),
    ]);
    expect(groupSentence(rows)).toMatch(/ 1 other group also differs\.$/);
    expect(groupSentence(rows.slice(0, 6))).not.toContain("other group");
  });

  it("gives an exact gap without at least, and one point by itself", () => {
    const staff = studentGroupRow({
      ...exact(20, 40),
      ...gapBetween(exact(20, 40), exact(30, 40)),
    });
    expect(groupSentence([staff])).toBe(
      "Students with an open plan: English learners, 50%, 25 points lower than all students.",
    );
    const one = studentGroupRow({
      ...exact(51, 100),
      ...gapBetween(exact(51, 100), exact(50, 100)),
    });
    expect(groupSentence([one])).toContain("51%, 1 point higher than all students.");
  });

  it("puts the mandate before attendance where gaps are alike", () => {
    const absent = studentGroupRow({ measure: "chronic-absence", measureName: "Absent" });
    expect(groupSentence([absent, studentGroupRow()])).toMatch(
      /^Students with an open plan.*Absent/,
    );
  });

  it("says that no group differs for certain where bands overlap", () => {
    const overlapping = studentGroupRow({
      ...shown("GE50"),
      ...gapBetween(shown("GE50"), shown("70-79")),
    });
    expect(groupSentence([overlapping])).toBe(
      "These figures do not show for certain that any student group differs.",
    );
    const same = studentGroupRow({ ...exact(20), ...gapBetween(exact(20), exact(20)) });
    expect(groupSentence([same])).toBe(
      "These figures do not show for certain that any student group differs.",
    );
  });

  it("says too few students apart from not sent", () => {
    const small = studentGroupRow({ ...unshown("too-few-students"), ...NO_GAP });
    const silent = studentGroupRow({ ...unshown("not-enough-data"), ...NO_GAP });
    expect(groupSentence([silent, small])).toBe(
      "No student group has public figures: the groups, or the groups they are compared with, are too small.",
    );
    expect(groupSentence([silent])).toBe(CANNOT);
    expect(groupSentence([])).toBe(CANNOT);
  });

  it("leaves schools and measures that are no headline to the table", () => {
    expect(groupSentence([studentGroupRow(at("East"))])).toBe(CANNOT);
    expect(groupSentence([studentGroupRow({ measure: "goal-domains" })])).toBe(CANNOT);
  });
});
