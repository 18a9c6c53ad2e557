import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  coarsenExtract,
  type ExtractStudent,
  type TellingColumn,
} from "../../functions/disclosure/coarsen-extract.ts";
import { hideByLot } from "../../functions/disclosure/hide-by-lot.ts";
import { RESTRICTED_USE } from "../../functions/disclosure/research-classes.ts";
import { tellsMore } from "../../functions/disclosure/tells-more.ts";
import { toldOfFew } from "../../functions/disclosure/told-of-few.ts";
import { topCode } from "../../functions/disclosure/top-code.ts";

const same = (value: string): string => value;
const GRADE: TellingColumn = {
  name: "grade",
  worth: [0.25, 3],
  codings: [same, (value) => (Number(value) < 9 ? "6-8" : "9-12")],
};
const SEX: TellingColumn = { name: "sex", worth: [2], codings: [same] };
const TOWN: TellingColumn = { name: "town", worth: [1], codings: [same] };

const student = (
  grade: string,
  sex: string,
  town: string,
  sensitive: string | null,
  lot = 0.5,
): ExtractStudent => ({
  tells: new Map([
    ["grade", grade],
    ["sex", sex],
    ["town", town],
  ]),
  sensitive,
  lot: () => lot,
});

const many = (count: number, grade: string, sex: string, town = "north"): ExtractStudent[] =>
  Array.from({ length: count }, (_, at) =>
    student(grade, sex, town, at % 3 === 0 ? "1" : "0", at / count),
  );

const coarsened = (students: readonly ExtractStudent[], fewest = 10) =>
  coarsenExtract(students, [GRADE, SEX, TOWN], new Map(), RESTRICTED_USE, fewest);

describe("coarsenExtract", () => {
  it("leaves alone whom enough others are like", () => {
    const { rungs, told } = coarsened([...many(20, "07", "female"), ...many(20, "08", "male")]);
    expect([...rungs]).toEqual([]);
    expect(told[0]).toEqual(
      new Map([
        ["grade", "07"],
        ["sex", "female"],
        ["town", "north"],
      ]),
    );
  });

  it("coarsens first what loses the least that research wants", () => {
    // Seven grades of two sexes, four of a kind: too few. Bands of them are many.
    const students = ["06", "07", "08", "09", "10", "11", "12"].flatMap((grade) => [
      ...many(4, grade, "female"),
      ...many(4, grade, "male"),
    ]);
    const { rungs, told } = coarsened(students, 5);
    expect(rungs.get("grade")).toBe(1);
    expect(rungs.get("sex")).toBeUndefined();
    expect(told.every((own) => own?.get("grade") !== "07")).toBe(true);
  });

  it("coarsens where those alike are nearly all the same in what is sensitive", () => {
    const uniform = many(12, "07", "female").map((one) => ({ ...one, sensitive: "0" }));
    const { rungs } = coarsened([...uniform, ...many(40, "07", "male")]);
    expect(rungs.get("sex")).toBe(1);
  });

  it("hides the value of one who stands out, and of others by lot, so that hidden does not mean rare", () => {
    const students = [...many(100, "07", "female"), ...many(100, "07", "male")];
    const { rungs, told } = coarsened([...students, student("07", "male", "far", "0")]);
    expect([...rungs]).toEqual([]);
    const towns = told.map((own) => own?.get("town"));
    expect(towns.filter((town) => town === "-7")).toHaveLength(10);
    expect(towns).not.toContain("far");
  });

  it("gives nobody away, whatever the students are like", () => {
    const any = fc.record({
      grade: fc.constantFrom("06", "07", "08", "09", "12"),
      sex: fc.constantFrom("female", "male", "-9"),
      town: fc.constantFrom("north", "south", "far"),
      sensitive: fc.constantFrom("0", "0", "0", "1"),
      lot: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    let rows = 0;
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 120, size: "max" }), (drawn) => {
        const students = drawn.map((one) =>
          student(one.grade, one.sex, one.town, one.sensitive, one.lot),
        );
        const { told } = coarsened(students, 5);
        const kept = told.flatMap((own, at) => (own === null ? [] : [{ own, at }]));
        rows += kept.length;
        for (const { own } of kept) {
          const alike = kept.filter(({ own: other }) =>
            [...own].every(([name, value]) => {
              const others = other.get(name);
              return value === others || value === "-7" || others === "-7";
            }),
          );
          expect(alike.length).toBeGreaterThanOrEqual(5);
          expect(new Set(alike.map(({ at }) => students[at]!.sensitive)).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 150 },
    );
    expect(rows).toBeGreaterThan(5_000);
  });
});

describe("a category that is told", () => {
  it("is that of enough students, after whatever was hidden of single ones", () => {
    const any = fc.record({
      grade: fc.constantFrom("06", "07", "08", "09", "10", "11"),
      sex: fc.constantFrom("female", "male"),
      town: fc.constantFrom(...Array<string>(12).fill("north"), "south", "far"),
      sensitive: fc.constantFrom("0", "0", "1"),
      lot: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    let categories = 0;
    fc.assert(
      fc.property(fc.array(any, { minLength: 150, maxLength: 300, size: "max" }), (drawn) => {
        const { told } = coarsened(
          drawn.map((one) => student(one.grade, one.sex, one.town, one.sensitive, one.lot)),
        );
        for (const column of ["grade", "sex", "town"]) {
          const values = told.flatMap((own) => own?.get(column) ?? []);
          for (const value of new Set(values)) {
            categories++;
            const count = values.filter((one) => one === value).length;
            expect(count, `${column} ${value}`).toBeGreaterThanOrEqual(10);
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(categories).toBeGreaterThan(100);
  });
});

describe("hideByLot", () => {
  const lots = [0.9, 0.1, 0.5, 0.2, 0.8, 0.3];

  it("hides as many again as are hidden for a reason", () => {
    expect(hideByLot(["a", "a", "a", "a", "a", "-7"], lots, 2)).toEqual([
      "a",
      "-7",
      "a",
      "a",
      "a",
      "-7",
    ]);
  });

  it("hides no fewer in all than a group may have", () => {
    const hidden = hideByLot(
      ["-7", ...Array<string>(9).fill("a")],
      [...lots, 0.4, 0.6, 0.7, 0.95],
      4,
    );
    expect(hidden).toEqual(["-7", "-7", "a", "-7", "a", "-7", "a", "a", "a", "a"]);
  });

  it("takes from no value what it needs to be told", () => {
    const values = ["-7", "b", "b", "a", "a", "a"];
    expect(hideByLot(values, lots, 2)).toEqual(["-7", "b", "b", "-7", "a", "a"]);
  });

  it("hides nothing where nothing is hidden", () => {
    expect(hideByLot(["a", "a", "b"], [0.1, 0.2, 0.3], 2)).toEqual(["a", "a", "b"]);
  });
});

describe("tellsMore", () => {
  const grades = ["06", "07", "08"].flatMap((grade) => Array<string>(40).fill(grade));
  const all = grades.map(() => "all");

  it("finds a value that only one of the groups told as one has, and one that it has not", () => {
    const ofEighth = grades.map((grade) => (grade === "08" ? "-8" : "1"));
    expect(tellsMore(ofEighth, grades, all)).toBe(true);
  });

  it("lets a value be that all of them have, and what is told anyway", () => {
    const anybody = grades.map((_, at) => (at % 3 === 0 ? "1" : "0"));
    expect(tellsMore(anybody, grades, all)).toBe(false);
    const ofEighth = grades.map((grade) => (grade === "08" ? "-8" : "1"));
    expect(tellsMore(ofEighth, grades, grades)).toBe(false);
  });

  it("finds a value of few students that are all of one of them", () => {
    const of = ["06", "07", "08", "09", "10", "11", "12"].flatMap((g) => Array<string>(70).fill(g));
    const few = of.map((grade, at) => (grade === "08" && at % 7 === 0 ? "exempt" : "timely"));
    expect(few.filter((value) => value === "exempt")).toHaveLength(10);
    expect(
      tellsMore(
        few,
        of,
        of.map(() => "all"),
      ),
    ).toBe(true);
  });

  it("takes few students for chance", () => {
    const two = grades.map((_, at) => (at > 117 ? "late" : "timely"));
    expect(tellsMore(two, grades, all)).toBe(false);
  });
});

describe("toldOfFew", () => {
  it("marks the students whose value fewer share", () => {
    expect(toldOfFew(["a", "a", "b", "a"], 2)).toEqual([false, false, true, false]);
  });
});

describe("topCode", () => {
  it("is the greatest value that enough students have or are above", () => {
    expect(topCode([1, 9, 2, 30, 4, 7], 3)).toBe(7);
    expect(topCode([5, 5, 5], 3)).toBe(5);
    expect(topCode([1, 2], 3)).toBeNull();
  });
});
