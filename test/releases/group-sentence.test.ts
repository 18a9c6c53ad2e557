import { describe, expect, it } from "vitest";
import { groupSentence } from "../../functions/releases/group-sentence.ts";
import { gapBetween } from "../../functions/releases/gaps.ts";
import type { StudentGroupRow } from "../../functions/releases/tables.ts";

const ROW: StudentGroupRow = {
  ...{ measure: "plan-coverage", measureName: "Students with an open plan" },
  ...{ level: "district", school: "", schoolName: "Anywhere" },
  ...{ requirement: "", requirementName: "" },
  ...{ division: "english-learner", divisionName: "English learners" },
  ...{ group: "yes", groupName: "English learners" },
  ...{ band: "40-49", state: "shown" },
  ...{ heldAgainst: "no", heldAgainstName: "Not English learners", heldAgainstBand: "70-79" },
  ...gapBetween("40-49", "70-79"),
};

describe("the sentence about student groups", () => {
  it("tells the widest gap that the bands leave no doubt of, and counts the others", () => {
    const others = ["a", "b", "c", "d"].map((group) => ({
      ...ROW,
      group,
      groupName: group.toUpperCase(),
      band: "60-69",
      ...gapBetween("60-69", "70-79"),
    }));
    expect(groupSentence([...others, ROW])).toBe(
      "Students with an open plan: English learners, 40–49%, at least 20 points lower than not English learners. " +
        "Students with an open plan: A, 60–69%, lower than not English learners. " +
        "Students with an open plan: B, 60–69%, lower than not English learners. 2 more groups stand apart.",
    );
  });

  it("says that no group stands apart where bands overlap", () => {
    const overlapping = { ...ROW, band: "GE50", ...gapBetween("GE50", "70-79") };
    expect(groupSentence([overlapping])).toBe(
      "No student group stands apart: the bands of the groups that are shown overlap.",
    );
  });

  it("tells hidden from not told", () => {
    const none = { band: null, gapLow: null, gapHigh: null, gap: "", heldAgainstBand: null };
    expect(groupSentence([{ ...ROW, ...none, state: "hidden" }])).toBe(
      "The figures of every student group are hidden to protect students.",
    );
    expect(groupSentence([{ ...ROW, ...none, state: "not-enough-data" }])).toMatch(
      /^Student groups cannot be compared yet/,
    );
  });

  it("leaves schools and two divisions at once to the table", () => {
    const rows = [
      { ...ROW, level: "school", school: "S" },
      { ...ROW, division: "english-learner+disability" },
    ];
    expect(groupSentence(rows)).toMatch(/^Student groups cannot be compared yet/);
  });
});
