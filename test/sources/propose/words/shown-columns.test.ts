import { describe, expect, it } from "vitest";
import { FILE_KINDS } from "../../../../functions/sources/profiles/profiles.ts";
import {
  looksLikePerson,
  shownColumns,
} from "../../../../functions/sources/propose/words/shown-columns.ts";

const shownOf = (header: readonly string[], rows: readonly (readonly string[])[]) => {
  const { isShown, people, unsure } = shownColumns(header, FILE_KINDS, rows);
  return { shown: header.filter((_, place) => isShown[place]), people, unsure };
};

/** Records of which each cell is its column's value, and a number where that ends in one. */
const records = (...values: readonly string[]) =>
  Array.from({ length: 8 }, (_, n) => values.map((value) => value.replace("#", String(100 + n))));

describe("shownColumns", () => {
  it("shows names that a profile knows, and those made of words of columns", () => {
    const header = [
      "student_id",
      "Campus Ref",
      "RECState",
      "fec_nacimiento",
      "Period 3",
      "P7",
      "504",
    ];
    expect(shownOf(header, records("1", "1", "1", "1", "1", "1", "1"))).toEqual({
      ...{ shown: header, people: 0, unsure: [] },
    });
  });

  it("shows a name that nobody knows where its column holds what no grid does", () => {
    const header = ["Student ID", "School", "Zqlog", "Zqcode"];
    expect(shownOf(header, records("S#", "North", "K-#", "a"))).toEqual({
      shown: ["Student ID", "School", "Zqlog"],
      ...{ people: 0, unsure: [3] },
    });
  });

  it("shows no name beside another that nobody knows and that holds the same codes", () => {
    const header = ["Student ID", "School", "Date", "Zqill", "Zqash"];
    expect(shownOf(header, records("S#", "North", "2022-03-01", "P", "P"))).toEqual({
      shown: ["Student ID", "School", "Date"],
      ...{ people: 2, unsure: [] },
    });
  });

  it("shows a name of two words that are also names where it alone is in doubt and speaks of its days", () => {
    const header = ["Campus Cd", "Bell Day", "Day Kind"];
    expect(shownOf(header, records("S#", "3/1/22", "Regular")).shown).toEqual(header);
    expect(shownOf(header, records("S#", "P", "Regular")).shown).toEqual(["Campus Cd", "Day Kind"]);
    const born = ["Campus Cd", "Zqada Day", "Day Kind"];
    expect(shownOf(born, records("S#", "3/1/22", "Regular")).shown).not.toContain("Zqada Day");
    const two = ["Campus Cd", "Bell Day", "Rose Day", "Day Kind", "School"];
    expect(shownOf(two, records("S#", "3/1/22", "3/1/22", "Regular", "North")).shown).toEqual([
      "Campus Cd",
      "Day Kind",
      "School",
    ]);
  });

  it("shows none of several names that nobody knows over remarks, as of a grid of remarks", () => {
    const header = ["Date", "Period", "Zqada", "Zqill"];
    expect(
      header.slice(2).map((name) => [
        name,
        shownOf(
          header,
          Array.from({ length: 20 }, (_, n) => [
            `2022-03-${n + 10}`,
            "1",
            `did well on day ${n}`,
            `did better on day ${n}`,
          ]),
        ).shown.includes(name),
      ]),
    ).toEqual([
      ["Zqada", false],
      ["Zqill", false],
    ]);
  });

  it("shows flags of races, but no such word alone", () => {
    const races = ["Student ID", "Grade", "White", "Black", "Asian"];
    expect(shownOf(races, records("S#", "9", "Y", "N", "N")).shown).toEqual(races);
    expect(shownOf(["Date", "Black"], records("2022-03-01", "P")).shown).toEqual(["Date"]);
  });
});

describe("looksLikePerson", () => {
  it.each([
    ...["Zqill, Ada (0060)", "Ada Zqill", "Zqill-Rue, A", "ada@x.org", "S00417", "Ada M. Zqill"],
    ...["Élodie Zqill", "Ñandú, Bo", "Zqill Ada 0060", "Goal of Quada Zqill"],
  ])("takes %s for a person", (name) => {
    expect(looksLikePerson(name)).toBe(true);
  });

  it.each([
    "Entry Date",
    "Shoe Size",
    "Last Name, First Name",
    "School Year 2022",
    "REC_X",
    "Zqapped Up",
    "Zqigned By",
  ])("does not take %s for one", (name) => {
    expect(looksLikePerson(name)).toBe(false);
  });
});
