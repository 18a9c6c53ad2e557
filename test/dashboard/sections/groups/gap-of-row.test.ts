import { describe, expect, it } from "vitest";
import { gapOfRow } from "../../../../dashboard/src/components/sections/groups/gap-of-row.ts";
import { shown, studentGroupRow, unshown } from "../../../releases/release-rows.ts";

const female = studentGroupRow({
  ...{ division: "sex", group: "female", comparedWith: "male" },
  ...{ gapLow: null, gapHigh: null, gap: "" },
});
const male = (figure: object) =>
  studentGroupRow({ division: "sex", group: "male", comparedWith: "", ...figure });

describe("the gap of a group", () => {
  it("is said in points where there is one", () => {
    const row = studentGroupRow({ gapLow: -14, gapHigh: -3, gap: "lower" });
    expect(gapOfRow(row, [row])).toBe("3 to 14 lower");
  });

  it("is why the compared group has no figure where there is none", () => {
    expect(gapOfRow(female, [female, male(unshown("left-out"))])).toBe("left out");
    expect(gapOfRow(female, [female, male(unshown("too-few-students"))])).toBe(
      "too few students to show",
    );
  });

  it("is empty where nothing is compared, or another division has a group of that name", () => {
    expect(gapOfRow(female, [female, male(shown("GE90"))])).toBe("");
    expect(gapOfRow(female, [{ ...male(unshown("left-out")), division: "other" }])).toBe("");
  });
});
