import { describe, expect, it } from "vitest";
import { revealsGroup } from "../../../functions/reports/extract/reveals-group.ts";

describe("revealsGroup", () => {
  const grades = ["06", "07", "08"].flatMap((grade) => Array<string>(40).fill(grade));
  const all = grades.map(() => "all");

  it("finds a value that only one of the groups recoded to one has, and one that it has not", () => {
    const ofEighth = grades.map((grade) => (grade === "08" ? "-8" : "1"));
    expect(revealsGroup(ofEighth, grades, all)).toBe(true);
  });

  it("allows a value that all of them have, and one that reveals what is published", () => {
    const anybody = grades.map((_, index) => (index % 3 === 0 ? "1" : "0"));
    expect(revealsGroup(anybody, grades, all)).toBe(false);
    const ofEighth = grades.map((grade) => (grade === "08" ? "-8" : "1"));
    expect(revealsGroup(ofEighth, grades, grades)).toBe(false);
  });

  it("finds a rare value that students of one group alone have", () => {
    const of = ["06", "07", "08", "09", "10", "11", "12"].flatMap((g) => Array<string>(70).fill(g));
    const few = of.map((grade, index) =>
      grade === "08" && index % 7 === 0 ? "held-late" : "on-time",
    );
    expect(few.filter((value) => value === "held-late")).toHaveLength(10);
    expect(
      revealsGroup(
        few,
        of,
        of.map(() => "all"),
      ),
    ).toBe(true);
  });

  it("takes a rare value of two groups for chance", () => {
    const two = grades.map((_, index) => (index > 117 ? "held-late" : "on-time"));
    expect(revealsGroup(two, grades, all)).toBe(false);
  });
});
