import { describe, expect, it } from "vitest";
import { extractSeen } from "../../functions/pipeline/extract-tabulations.ts";
import { cell, cubeOf, students } from "../support/extract-cases.ts";

describe("extractSeen", () => {
  const tells = {
    isTold: (statistic: string) => statistic === "plan-coverage",
    rootOf: (statistic: string) => statistic,
    write: (division: string, group: string) =>
      division !== "sex" ? null : group === "rest" || group === "male" ? "another" : group,
  };
  const all = [
    ...students("female", [6, 2]),
    ...students("male", [4, 1]),
    ...students(null, [1, 1]),
  ];
  const counted = all.map((one, at) => ({
    ...one,
    told:
      at % 5 === 0
        ? null
        : new Map([["sex", tells.write("sex", one.groups.get("sex") ?? "rest") ?? ""]]),
  }));
  const ids = ["female", "male", "rest"].map(
    (group) => `plan-coverage|not-counted|district|sex/${group}`,
  );
  const cube = cubeOf(
    cell(ids[0]!, 2, 8, 2),
    cell(ids[1]!, 1, 5, 2),
    cell(ids[2]!, 1, 2, 2),
    cell("plan-coverage|not-counted|district|grade/07", 4, 15, 2),
    cell("plan-coverage|not-counted|school A|sex/female", 2, 8, 2),
  );
  const { ranges, system } = extractSeen(cube, new Map(), counted, tells);

  it("tells at least those found, and at most those left out besides", () => {
    // Of 8 girls the first and the sixth are left out; both without a plan are in it.
    expect(ranges.get(ids[0]!)).toEqual({ low: 2, high: 4 });
    expect(system.ranges[0]).toEqual({ low: 2, high: 4 });
  });

  it("tells groups that are written as one together", () => {
    // 7 boys and others, of whom the third of the boys is left out: 2 without a plan are found.
    expect(system.conditions).toEqual([
      {
        cell: 1,
        terms: [
          [1, 1],
          [2, 1],
        ],
        low: 2,
        high: 3,
      },
    ]);
    expect(ranges.has(ids[1]!)).toBe(false);
  });

  it("tells nothing of a division that is left out, or of a school", () => {
    expect([...ranges.keys()]).toEqual([ids[0]]);
    expect(system.ranges.slice(3)).toEqual([
      { low: 0, high: 15 },
      { low: 0, high: 8 },
    ]);
  });

  it("knows of it what schools that are wholly under the mandate have together", () => {
    const at = (school: string, sex: string) => `plan-coverage|counted|school ${school}|sex/${sex}`;
    const schools = cubeOf(
      cell(at("A", "female"), 6, 6, 2),
      cell(at("B", "female"), 4, 4, 2),
      cell(at("E", "female"), 3, 3, 2),
    );
    const inB = students("female", [4, 0]).map((one) => ({ ...one, place: "school B" }));
    const inE = students("female", [3, 0], "02").map((one) => ({
      ...one,
      ...{ isUnderMandate: false, place: "school E" },
    }));
    const all = [...students("female", [6, 0]), ...inB, ...inE].map((one, index) => ({
      ...one,
      told: one.isUnderMandate && index % 5 > 0 ? new Map([["sex", "female"]]) : null,
    }));
    expect(extractSeen(schools, new Map(), all, tells).system.conditions).toEqual([
      {
        cell: 0,
        terms: [
          [0, 1],
          [1, 1],
        ],
        low: 8,
        high: 10,
      },
    ]);
    const mixed = all.map((one) =>
      one.place === "school E" ? { ...one, place: "school B" } : one,
    );
    expect(extractSeen(schools, new Map(), mixed, tells).system.conditions).toEqual([]);
  });

  it("knows of a statistic about everybody what the grades of the mandate have together", () => {
    const chronic = "plan-coverage|counted|district|grade/";
    const two = cubeOf(
      cell(`${chronic}07`, 8, 8, 2),
      cell(`${chronic}08`, 5, 5, 2),
      cell(`${chronic}02`, 3, 4, 2),
    );
    const under = [...students("female", [8, 0], "07"), ...students("male", [5, 0], "08")];
    const others = students("male", [3, 1], "02").map((one) => ({
      ...one,
      ...{ isUnderMandate: false, place: "school E" },
    }));
    const mixed = [...under, ...others].map((one, at) => ({
      ...one,
      told: one.isUnderMandate && at % 5 > 0 ? new Map<string, string>() : null,
    }));
    const seen = extractSeen(two, new Map(), mixed, tells);
    expect(seen.system.conditions).toEqual([
      {
        cell: 0,
        terms: [
          [0, 1],
          [1, 1],
        ],
        low: 10,
        high: 13,
      },
    ]);
  });
});
