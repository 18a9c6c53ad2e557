import { describe, expect, it } from "vitest";
import { unexplained, type KnownNumbers } from "../../functions/audit/explained-numbers.ts";

const KNOWN: KnownNumbers = {
  fixed: new Set(),
  schools: ["PS 118"],
  texts: ["PS 118", "instructional day 60", "95% interval"],
  shares: new Set(["44%", "65–69%", "at most 5%"]),
  students: new Set(["1,039", "530"]),
  amounts: new Set(["1.2", "0.3", "2.1", "22"]),
};

describe("the numbers of a sentence", () => {
  it.each([
    "44% of 1,039 students had every review so far held on time, as on April 30, 2022.",
    "PS 118: at most 5% have no plan. At most 5% are ready for the transition “Grade 8 to 9”.",
    "1.2 percentage points more (95% interval +0.3 to +2.1 points; about 530 students).",
    "Asian, 65–69%, at least 22 points higher than all students. 9 other groups also differ.",
    "Some records could not be used, for 13 different reasons or columns.",
    "100 to 999 absences are on days on which their students were not enrolled.",
    "Grades 9–10 or Grade 7",
  ])("are explained: %s", (text) => {
    expect(unexplained(text, KNOWN)).toBeNull();
  });

  it.each([
    ["44% of 38 students", "38 students"],
    ["43% of students", "43%"],
    ["Seven is written as 7.", "7"],
    ["at least 21 points higher", "21 points"],
    ["The file has 459 records.", "459 records"],
  ])("are not: %s", (text, left) => {
    expect(unexplained(text, KNOWN)).toContain(left);
  });
});
