import { describe, expect, it } from "vitest";
import { isOf, populationName } from "../../../functions/metrics/questions/question.ts";
import { assessed } from "../assessed-student.ts";

describe("a population", () => {
  it.each([
    ["03", [true, false, false]],
    ["07", [true, true, false]],
    ["08", [true, true, true]],
  ] as const)(
    "of everybody enrolled, the mandate and grade 8 counts grade %s: %j",
    (grade, counts) => {
      const student = assessed({ grade });
      expect([
        isOf({ kind: "enrolled" }, student),
        isOf({ kind: "mandate" }, student),
        isOf({ kind: "grade", grade: "08" }, student),
      ]).toEqual(counts);
    },
  );

  it("does not count a grade that the mandate does not ask of", () => {
    const student = { ...assessed({ grade: "08" }), isUnderMandate: false };
    expect(isOf({ kind: "grade", grade: "08" }, student)).toBe(false);
  });

  it("has a name for each grade, and for a school year of the school and of the district", () => {
    expect(populationName({ kind: "enrolled" })).toBe("enrolled");
    expect(populationName({ kind: "year", of: "school" })).toBe("year school");
    expect(populationName({ kind: "year", of: "district" })).toBe("year district");
    expect(populationName({ kind: "mandate" })).toBe("mandate");
    expect(populationName({ kind: "grade", grade: "08" })).toBe("grade 08");
  });
});
