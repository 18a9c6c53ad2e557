import { describe, expect, it } from "vitest";
import type { GroupKey } from "../../functions/domain/figures/group-key.ts";
import {
  gradeGroups,
  sizeOf,
  studentGroups,
  type Sizes,
} from "../../functions/protection/public-groups.ts";

const ofGrades = (sizes: Sizes, isSchool = false): readonly GroupKey[] => {
  const all = Object.values(sizes).reduce((sum, students) => sum + students, 0);
  return gradeGroups({ "all/all": all, ...sizes }, isSchool).map(({ group }) => group);
};

describe("sizeOf", () => {
  it("is 0 of a group that nobody of the place is in, and throws of one that there cannot be", () => {
    const sizes: Sizes = { "all/all": 4, "sex/female": 3 };
    expect([sizeOf(sizes, "sex/female"), sizeOf(sizes, "sex/male")]).toEqual([3, 0]);
    expect(() => sizeOf(sizes, "sex/males")).toThrow(
      'no group of students has the key "sex/males"',
    );
  });
});

describe("the grades of a district", () => {
  it.each([
    [29, ["grade/06-07", "grade/08"]],
    [30, ["grade/06", "grade/07", "grade/08"]],
  ])("stand alone from 30 students on: %d in grade 6", (students, groups) => {
    expect(ofGrades({ "grade/06": students, "grade/07": 40, "grade/08": 50 })).toEqual(groups);
  });

  it.each([
    [29, ["grade/06", "grade/07-08"]],
    [30, ["grade/06", "grade/07", "grade/08"]],
  ])(
    "are put with the grade below where the last has too few: %d in grade 8",
    (students, groups) => {
      expect(ofGrades({ "grade/06": 40, "grade/07": 50, "grade/08": students })).toEqual(groups);
    },
  );

  it.each([
    [29, []],
    [30, ["grade/06-08"]],
  ])("have no figure where all together are under 30: %d", (students, groups) => {
    expect(ofGrades({ "grade/06": 10, "grade/07": 10, "grade/08": students - 20 })).toEqual(groups);
  });

  it("say which groups of the cube they put together, in the order of grades", () => {
    const sizes: Sizes = { "all/all": 60, "grade/10": 20, "grade/09": 10, "grade/12": 30 };
    expect(gradeGroups(sizes, false)).toEqual([
      { group: "grade/09-10", of: ["grade/09", "grade/10"] },
      { group: "grade/12", of: ["grade/12"] },
    ]);
  });

  it.each([
    [0, ["grade/06", "grade/07"]],
    [1, ["grade/07"]],
    [9, ["grade/07"]],
    [10, ["grade/06", "grade/07"]],
  ])("lose the smallest where 1 to 9 students have no grade: %d", (without, groups) => {
    const sizes: Sizes = { "all/all": 90 + without, "grade/06": 40, "grade/07": 50 };
    expect(gradeGroups(sizes, false).map(({ group }) => group)).toEqual(groups);
  });
});

describe("the grades of a school", () => {
  it.each([
    [1, []],
    [29, []],
    [30, ["grade/06", "grade/07"]],
  ])("have figures only where every one has 30 students: %d", (students, groups) => {
    expect(ofGrades({ "grade/06": 200, "grade/07": students }, true)).toEqual(groups);
  });

  it("are not asked for a grade that nobody is in", () => {
    expect(ofGrades({ "grade/06": 30, "grade/07": 0 }, true)).toEqual(["grade/06"]);
  });
});

describe("student groups", () => {
  const of = (sizes: Sizes, isSchool = false, smallestGroup = 20) =>
    studentGroups({ "all/all": 500, ...sizes }, smallestGroup, isSchool);

  it.each([
    [19, []],
    [20, ["homeless/yes"]],
  ])("of a district have a figure from 20 students on: %d", (students, groups) => {
    expect(of({ "homeless/yes": students })).toEqual(groups);
  });

  it.each([
    [29, []],
    [30, ["homeless/yes"]],
  ])("of a school have a figure from 30 students on: %d", (students, groups) => {
    expect(of({ "homeless/yes": students }, true)).toEqual(groups);
  });

  it.each([
    [15, false, 15, ["sex/male"]],
    [14, false, 15, []],
    [30, false, 30, ["sex/male"]],
    [29, false, 30, []],
    [29, true, 15, []],
  ] as const)(
    "follow the district's smallest group: %d students, at a school %s, size %d",
    (students, isSchool, smallest, groups) => {
      expect(of({ "sex/male": students }, isSchool, smallest)).toEqual(groups);
    },
  );

  it("are never those who are in no program", () => {
    expect(of({ "homeless/yes": 60, "homeless/no": 440, "disability/no": 500 })).toEqual([
      "homeless/yes",
    ]);
  });

  it.each([
    [0, ["sex/female", "sex/male"]],
    [1, ["sex/female"]],
    [9, ["sex/female"]],
    [10, ["sex/female", "sex/male"]],
  ])("lose the smallest where 1 to 9 students are in none: %d", (without, groups) => {
    expect(of({ "sex/female": 300, "sex/male": 200 - without })).toEqual(groups);
  });

  it("count those in a group too small to show among the leftovers", () => {
    const races: Sizes = { "race-ethnicity/white": 300, "race-ethnicity/black": 192 };
    expect(of({ ...races, "race-ethnicity/asian": 8 })).toEqual(["race-ethnicity/white"]);
  });

  it("leave a program out where 1 to 9 students are not in it", () => {
    expect(of({ "economic-status/yes": 491, "economic-status/no": 9 })).toEqual([]);
    expect(of({ "economic-status/yes": 490, "economic-status/no": 10 })).toEqual([
      "economic-status/yes",
    ]);
    expect(of({ "economic-status/yes": 500 })).toEqual(["economic-status/yes"]);
  });
});
