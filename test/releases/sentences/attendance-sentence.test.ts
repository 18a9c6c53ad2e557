import { describe, expect, it } from "vitest";
import { attendanceSentence } from "../../../functions/releases/sentences/attendance-sentence.ts";
import type { AssociationRow } from "../../../functions/releases/tables/tables.ts";
import { associationRow, at } from "../release-rows.ts";

const NONE = { estimate: null, low: null, high: null, students: null } as const;
const goals = (given: Partial<AssociationRow>) =>
  associationRow({
    ...{ exposure: "goals", method: "spearman", unit: "correlation" },
    ...{ estimate: 0.21, low: 0.15, high: 0.27 },
    ...given,
  });
const say = (given: Partial<AssociationRow> = {}, ...more: readonly AssociationRow[]) =>
  attendanceSentence([associationRow(given), ...more], 60, "public");

describe("the sentence on attendance", () => {
  it("gives the difference with its interval, and calls it an association", () => {
    expect(say()).toBe(
      "Students with an open plan on instructional day 60 attended 1.2 percentage points more of the remaining days than similar students of their school (95% interval +0.2 to +2.3 points; about 960 students with and without a plan). Similar means in the same grade, with a similar attendance rate before that day. This is an association: students with and without plans differ in ways we do not measure.",
    );
    expect(say({ estimate: -1.24, low: -2.28, high: -0.2 })).toMatch(
      /attended 1\.2 percentage points less .* \(95% interval −2\.3 to −0\.2 points;/,
    );
  });

  it.each([
    [0.04, "as many of the remaining days as similar"],
    [0.05, "0.1 percentage points more of the remaining days than similar"],
    [-0.04, "as many of the remaining days as similar"],
    [-0.05, "0.1 percentage points less of the remaining days than similar"],
  ])("says as many where a difference of %d rounds to nothing", (estimate, words) => {
    expect(say({ estimate, low: 0.01, high: 0.07 })).toContain(words);
  });

  it.each([
    [-0.5, 3, true],
    [0, 3, true],
    [-3, 0, true],
    [0.1, 3, false],
    [-3, -0.1, false],
  ])("says no clear difference where the interval %d to %d holds 0: %s", (low, high, isUnclear) => {
    const sentence = say({ low, high });
    expect(sentence.startsWith("There is no clear difference")).toBe(isUnclear);
    expect(sentence).not.toContain("effect");
  });

  it("says that the schools are too few for an interval", () => {
    expect(say({ low: null, high: null })).toMatch(
      /; the schools are too few to say how certain that is\. .* About 960 students with and without a plan\. This is/,
    );
  });

  it("says that the students are too few where they are, and not that data are missing", () => {
    expect(say({ ...NONE, state: "too-few-students" })).toBe(
      "Attendance with and without a plan is not shown: too few students had a plan on instructional day 60, or too few had none.",
    );
  });

  it.each([
    ["public", "there are not at least 30 students with a plan and 30 without"],
    ["staff", "no school has students with a plan and without one to compare"],
  ] as const)("says what can be missing in the %s edition", (edition, reason) => {
    const row = associationRow({ ...NONE, state: "not-enough-data" });
    expect(attendanceSentence([row], 60, edition)).toBe(
      `There is not enough data to compare attendance with plans and goals: no plans or no attendance were sent, not enough days have passed since instructional day 60, or ${reason}.`,
    );
  });

  it("says the same where the district has no estimate, whatever a school has", () => {
    expect(attendanceSentence([associationRow(at("East"))], 60, "public")).toMatch(
      /^There is not enough/,
    );
    expect(attendanceSentence([goals({})], 60, "public")).toMatch(/^There is not enough/);
  });
});

describe("the sentence on goals", () => {
  it("gives the rank correlation in plain words of size, with its interval", () => {
    expect(say({}, goals({}))).toContain(
      "Students with more goals attended somewhat more: a small association (rank correlation +0.21, 95% interval +0.15 to +0.27, not adjusted). ",
    );
    expect(say({}, goals({ estimate: -0.21, low: -0.27, high: -0.15 }))).toContain(
      "attended somewhat less: a small association (rank correlation −0.21,",
    );
  });

  it.each([
    [0.09, "very small"],
    [0.1, "small"],
    [0.29, "small"],
    [0.3, "medium"],
    [0.49, "medium"],
    [0.5, "large"],
    [-0.5, "large"],
  ])("calls %d a %s association", (estimate, size) => {
    const [low, high] = estimate < 0 ? [-0.9, -0.01] : [0.01, 0.9];
    expect(say({}, goals({ estimate, low, high }))).toContain(`: a ${size} association (`);
  });

  it("says no clear association where the interval holds 0", () => {
    expect(say({}, goals({ low: -0.02 }))).toContain(
      "The number of goals shows no clear association with later attendance (rank correlation +0.21, 95% interval −0.02 to +0.27, not adjusted). ",
    );
  });

  it("says nothing where it is not shown, or a school's alone is", () => {
    expect(say({}, goals({ ...NONE, state: "too-few-students" }))).toBe(say());
    expect(say({}, goals(at("East")))).toBe(say());
  });
});
