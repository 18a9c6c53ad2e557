import { describe, expect, it } from "vitest";
import type { StudentId } from "../../../functions/domain/ids.ts";
import { EXTRACT_COLUMNS } from "../../../functions/reports/extract/extract-columns.ts";
import type { StudentOfDistrict } from "../../../functions/reports/extract/student-of-district.ts";
import { recodeExtract } from "../../../functions/reports/extract/recode-extract.ts";

/** Students of whom only the given columns say anything. */
const students = (
  count: number,
  valuesOf: (index: number) => { readonly [column: string]: string },
): readonly StudentOfDistrict[] =>
  Array.from({ length: count }, (_, index) => {
    const given = valuesOf(index);
    return {
      student: `S-${index}` as StudentId,
      isUnderMandate: true,
      isExempt: false,
      values: new Map(EXTRACT_COLUMNS.map(({ name }) => [name, given[name] ?? "-9"])),
    };
  });

const recoded = (sample: readonly StudentOfDistrict[]) =>
  recodeExtract({
    students: sample,
    chance: ({ student }) => Number(student.slice(2)) / sample.length,
  });

/** Chronic absence of every third student, so that no class is of one value. */
const chronic = (index: number): string => (index % 3 === 0 ? "1" : "0");
const SEXES = ["female", "male"] as const;

describe("recodeExtract", () => {
  it("leaves columns at their finest where classes are large enough", () => {
    const { levels, because, published } = recoded(
      students(200, (index) => ({
        sex: SEXES[index % 2]!,
        plan_coverage: index % 5 === 0 ? "0" : "1",
        chronic_absence: chronic(index),
      })),
    );
    for (const column of ["sex", "plan_coverage", "chronic_absence"]) {
      expect(levels.get(column) ?? 0).toBe(0);
      expect(because.has(column)).toBe(false);
    }
    expect(because.get("grade")).toBe("the exports do not say");
    expect([...published.values()].every((values) => values !== null)).toBe(true);
  });

  it("leaves out students with a rare value, up to 3 % of them", () => {
    const withRare = (rare: number) =>
      recoded(
        students(300, (index) => ({
          sex: SEXES[index % 2]!,
          goals: index < rare ? "1" : String(2 + (index % 2)),
          goal_domains: index % 4 === 0 ? "0" : "1",
          chronic_absence: chronic(index),
        })),
      );
    const nine = withRare(9);
    expect(nine.because.has("goals")).toBe(false);
    expect([...nine.published.values()].filter((values) => values === null)).toHaveLength(9);
    // Ten have the least number that may be published.
    const ten = withRare(10);
    expect(ten.because.has("goals")).toBe(false);
    expect([...ten.published.values()].filter((values) => values === null)).toHaveLength(0);
  });

  it("leaves out a target for which more than 3 % of the students would be left out", () => {
    const withRare = (rare: number) =>
      recoded(
        students(300, (index) => ({
          sex: SEXES[index % 2]!,
          goals: index < rare ? String(index % 2) : String(2 + (index % 2)),
          goal_domains: index % 4 === 0 ? "0" : "1",
          chronic_absence: chronic(index),
        })),
      ).because.get("goals");
    expect(withRare(9)).toBeUndefined();
    expect(withRare(10)).toBe("too few students differ in it");
  });

  it("leaves out a target that would reveal a grade at a coarser level", () => {
    const grades = ["06", "07", "08"];
    // Three grades and two sexes in classes of four: too small until grades are one band.
    const { levels, because } = recoded(
      students(120, (index) => ({
        grade: index < 8 ? "12" : grades[index % 3]!,
        sex: SEXES[index % 2]!,
        race_ethnicity: ["white", "black", "hispanic", "asian", "multiple"][index % 5]!,
        plan_coverage: index >= 8 && grades[index % 3] === "08" ? "0" : "1",
        chronic_absence: index % 7 < 3 ? "1" : "0",
      })),
    );
    expect(levels.get("grade")).toBeGreaterThan(0);
    expect(because.get("plan_coverage")).toBe(
      "it would reveal grade, which is not at its finest level",
    );
  });

  it("gives columns that were recoded early their finer level back once another is left out", () => {
    // Race is recoded first, since its coarser level loses nothing here, then sex, then economic status.
    const { levels } = recoded(
      students(40, (index) => ({
        sex: SEXES[Math.floor(index / 2) % 2]!,
        race_ethnicity: ["white", "black", "hispanic"][Math.floor(index / 3) % 3]!,
        economic_status: index % 3 === 0 ? "yes" : "no",
        chronic_absence: index % 7 < 3 ? "1" : "0",
      })),
    );
    expect(levels.get("race_ethnicity")).toBe(0);
    expect(levels.get("sex")).toBe(0);
    expect(levels.get("economic_status")).toBe(1);
  });

  it("makes none where no target would be left", () => {
    const sample = students(60, (index) => ({ sex: SEXES[index % 2]! }));
    expect(() => recoded(sample)).toThrow(
      "the district has too few students for an extract: none is made",
    );
    expect(() => recoded([])).toThrow("too few students");
  });
});
