import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  coarsenExtract,
  type ExtractStudent,
  type QuasiIdentifier,
} from "../../../functions/reports/extract/coarsen-extract.ts";
import { RESTRICTED_USE } from "../../../functions/reports/extract/research-classes.ts";

const same = (value: string): string => value;
const GRADE: QuasiIdentifier = {
  name: "grade",
  worth: [0.25, 3],
  codings: [same, (value) => (Number(value) < 9 ? "6-8" : "9-12")],
};
const SEX: QuasiIdentifier = { name: "sex", worth: [2], codings: [same] };
const TOWN: QuasiIdentifier = { name: "town", worth: [1], codings: [same] };

const student = (
  grade: string,
  sex: string,
  town: string,
  sensitive: string | null,
  chance = 0.5,
): ExtractStudent => ({
  quasiIdentifiers: new Map([
    ["grade", grade],
    ["sex", sex],
    ["town", town],
  ]),
  sensitive,
  chance: () => chance,
});

const many = (count: number, grade: string, sex: string, town = "north"): ExtractStudent[] =>
  Array.from({ length: count }, (_, index) =>
    student(grade, sex, town, index % 3 === 0 ? "1" : "0", index / count),
  );

const coarsened = (students: readonly ExtractStudent[], fewest = 10) =>
  coarsenExtract(students, [GRADE, SEX, TOWN], new Map(), RESTRICTED_USE, fewest);

describe("coarsenExtract", () => {
  it("leaves alone classes that are large enough", () => {
    const { levels, published } = coarsened([
      ...many(20, "07", "female"),
      ...many(20, "08", "male"),
    ]);
    expect([...levels]).toEqual([]);
    expect(published[0]).toEqual(
      new Map([
        ["grade", "07"],
        ["sex", "female"],
        ["town", "north"],
      ]),
    );
  });

  it("recodes first what costs research least", () => {
    // Seven grades and two sexes, classes of four: too small. Bands of grades give larger ones.
    const students = ["06", "07", "08", "09", "10", "11", "12"].flatMap((grade) => [
      ...many(4, grade, "female"),
      ...many(4, grade, "male"),
    ]);
    const { levels, published } = coarsened(students, 5);
    expect(levels.get("grade")).toBe(1);
    expect(levels.get("sex")).toBeUndefined();
    expect(published.every((own) => own?.get("grade") !== "07")).toBe(true);
  });

  it("recodes where a class nearly all has one sensitive value", () => {
    const uniform = many(12, "07", "female").map((student) => ({ ...student, sensitive: "0" }));
    const { levels } = coarsened([...uniform, ...many(40, "07", "male")]);
    expect(levels.get("sex")).toBe(1);
  });

  it("suppresses the value of a student in a small class, and of others at random, so that suppressed does not mean rare", () => {
    const students = [...many(100, "07", "female"), ...many(100, "07", "male")];
    const { levels, published } = coarsened([...students, student("07", "male", "far", "0")]);
    expect([...levels]).toEqual([]);
    const towns = published.map((own) => own?.get("town"));
    expect(towns.filter((town) => town === "-7")).toHaveLength(10);
    expect(towns).not.toContain("far");
  });

  it("makes every class safe, whatever the students are like", () => {
    const any = fc.record({
      grade: fc.constantFrom("06", "07", "08", "09", "12"),
      sex: fc.constantFrom("female", "male", "-9"),
      town: fc.constantFrom("north", "south", "far"),
      sensitive: fc.constantFrom("0", "0", "0", "1"),
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    let rows = 0;
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 120, size: "max" }), (drawn) => {
        const students = drawn.map((drawnStudent) =>
          student(
            drawnStudent.grade,
            drawnStudent.sex,
            drawnStudent.town,
            drawnStudent.sensitive,
            drawnStudent.chance,
          ),
        );
        const { published } = coarsened(students, 5);
        const kept = published.flatMap((own, index) => (own === null ? [] : [{ own, at: index }]));
        rows += kept.length;
        for (const { own } of kept) {
          const equal = kept.filter(({ own: other }) =>
            [...own].every(([name, value]) => {
              const others = other.get(name);
              return value === others || value === "-7" || others === "-7";
            }),
          );
          expect(equal.length).toBeGreaterThanOrEqual(5);
          expect(
            new Set(equal.map(({ at: index }) => students[index]!.sensitive)).size,
          ).toBeGreaterThan(1);
        }
      }),
      { numRuns: 150 },
    );
    expect(rows).toBeGreaterThan(5_000);
  });
});

describe("a category that is published", () => {
  it("is one of enough students, whatever was suppressed of single ones", () => {
    const any = fc.record({
      grade: fc.constantFrom("06", "07", "08", "09", "10", "11"),
      sex: fc.constantFrom("female", "male"),
      town: fc.constantFrom(...Array<string>(12).fill("north"), "south", "far"),
      sensitive: fc.constantFrom("0", "0", "1"),
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    let categories = 0;
    fc.assert(
      fc.property(fc.array(any, { minLength: 150, maxLength: 300, size: "max" }), (drawn) => {
        const { published } = coarsened(
          drawn.map((drawnStudent) =>
            student(
              drawnStudent.grade,
              drawnStudent.sex,
              drawnStudent.town,
              drawnStudent.sensitive,
              drawnStudent.chance,
            ),
          ),
        );
        for (const column of ["grade", "sex", "town"]) {
          const values = published.flatMap((own) => own?.get(column) ?? []);
          for (const value of new Set(values)) {
            categories++;
            const count = values.filter((other) => other === value).length;
            expect(count, `${column} ${value}`).toBeGreaterThanOrEqual(10);
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(categories).toBeGreaterThan(100);
  });
});
