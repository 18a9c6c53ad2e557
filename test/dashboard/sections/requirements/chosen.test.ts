import { describe, expect, it } from "vitest";
import type {
  BarRow,
  Question,
} from "../../../../dashboard/src/components/sections/requirements/bar-rows.ts";
import {
  chosenOf,
  missingOf,
  rowsChosen,
} from "../../../../dashboard/src/components/sections/requirements/chosen.ts";
import { questionAsked } from "../../../../dashboard/src/components/sections/requirements/questions.ts";
import { plainText } from "../../../../dashboard/src/words/language.ts";

const row = (school: string, group = "all"): BarRow => ({
  level: school === "" ? "district" : "school",
  ...{ school, schoolName: school === "" ? "Cast" : school },
  ...{ breakdown: group === "all" ? "all" : "grade", group, groupName: group },
  ...{ part: "met", partName: "Met", low: 0.5, high: 0.5, n: 40 },
  ...{ drawnOn: "2022-03-15", state: "shown" },
});
const ROWS = ["", "East", "West"].flatMap((school) => [
  row(school),
  row(school, "09"),
  row(school, "10"),
]);
const ALL: Question = { id: "all", name: null, parts: "review", requirement: null, rates: [] };
const PLANS: Question = { id: "plan", name: null, parts: "plan", requirement: "plan", rates: [] };
const MANIFEST = {
  district: { id: "cast", name: "Cast" },
  schools: ["East", "West", "Small"].map((id) => ({ id, name: id, level: "middle" as const })),
};

const askedIn = (search: string) => {
  const query = new URLSearchParams(search);
  const [requirement = null, school = null, grade = null] = [
    ...["requirement", "school", "grade"].map((key) => query.get(key)),
  ];
  return { requirement, school, grade };
};

describe("the rows of the table and its file", () => {
  const names = (rows: readonly BarRow[]) => rows.map(({ school, group }) => `${school} ${group}`);

  it.each([
    ["", ROWS.length, " all"],
    ["?school=East", 3, "East all"],
    ["?grade=09", 3, " 09"],
    ["?school=West&grade=10", 1, "West 10"],
  ])("are those of the place and the grade that are shown: %s", (search, length, first) => {
    const rows = rowsChosen(ROWS, chosenOf(ROWS, askedIn(search)));
    expect([rows.length, names(rows)[0]]).toEqual([length, first]);
  });
});

describe("an address that asks for what is not there", () => {
  const missing = (search: string) => {
    const asked = askedIn(search);
    return missingOf([ALL, PLANS], ALL, chosenOf(ROWS, asked), MANIFEST, asked).map(
      ({ sentence, shown, parameters }) => [plainText(sentence), plainText(shown), parameters],
    );
  };

  it.each([
    ["", []],
    ["?requirement=all&school=East&grade=09", []],
    // Open plans by their own name.
    ["?requirement=plans", []],
    [
      "?requirement=essay",
      [["There is no requirement “essay” here.", "All reviews due so far", { requirement: null }]],
    ],
    ["?school=9", [["There is no school “9” in Cast.", "Cast", { school: null }]]],
    ["?school=Small", [["This is not asked at Small.", "Cast", { school: null }]]],
    ["?grade=13", [["There is no grade level “13” here.", "All grade levels", { grade: null }]]],
  ])("says so, and what is shown in its place: %s", (search, expected) => {
    expect(missing(search)).toEqual(expected);
  });

  it("finds open plans by their requirement and by their own name", () => {
    expect(questionAsked([ALL, PLANS], "plans")).toBe(PLANS);
    expect(questionAsked([ALL, PLANS], "plan")).toBe(PLANS);
    expect(questionAsked([ALL], "plans")).toBeUndefined();
  });
});
