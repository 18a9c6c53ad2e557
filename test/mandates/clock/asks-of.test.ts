import { describe, expect, it } from "vitest";
import { GRADES } from "../../../functions/domain/people/grade.ts";
import { gradesOf } from "../../../functions/mandates/clock/applies.ts";
import { asksOf } from "../../../functions/mandates/clock/asks-of.ts";
import { mandateById, MANDATES } from "../../../functions/mandates/rules/mandates.ts";

describe("asksOf", () => {
  it("asks of the grades that the mandate covers", () => {
    const practice = mandateById("effective-practice");
    expect(GRADES.filter((grade) => asksOf(practice, grade))).toEqual([
      ...["06", "07", "08", "09", "10", "11", "12"],
    ]);
    expect(asksOf(practice, null)).toBe(false);
  });

  it("asks of a grade that one requirement alone speaks of", () => {
    const carolina = mandateById("SC");
    expect(carolina.grades).not.toContain("06");
    expect(asksOf(carolina, "06")).toBe(true);
    expect(asksOf(carolina, "05")).toBe(false);
  });

  it("asks nobody where all is only encouraged", () => {
    expect(asksOf(mandateById("MA"), "08")).toBe(false);
  });

  it("asks of every grade of every requirement, so that nobody is answered and not counted", () => {
    for (const mandate of MANDATES) {
      const asked = mandate.requirements.filter(({ modality }) => modality !== "encouraged");
      const left = asked
        .flatMap((requirement) => gradesOf(mandate, requirement))
        .filter((grade) => !asksOf(mandate, grade));
      expect(left, mandate.id).toEqual([]);
    }
  });
});
