import { describe, expect, it } from "vitest";
import { GRADES } from "../../../functions/domain/people/grade.ts";
import { FOCUS_AREAS, PLAN_TYPES } from "../../../functions/domain/plans/plan.ts";
import type { Due } from "../../../functions/mandates/rules/due.ts";
import { MANDATES, mandateById } from "../../../functions/mandates/rules/mandates.ts";

/** A due day within the year as a share of it; a day of another sort is its end. */
const shareOf = (due: Due): number => (due.kind === "share-of-year" ? due.days / due.of : 1);

describe("mandateById", () => {
  it("finds a profile, and lists those it knows where there is none", () => {
    expect(mandateById("effective-practice").title).toBe("Effective practice");
    expect(mandateById("KY").title).toBe("Kentucky");
    expect(() => mandateById("atlantis")).toThrow(
      'no mandate profile "atlantis"; use one of: effective-practice, ',
    );
  });
});

describe.each(MANDATES)("the mandate profile $id", (mandate) => {
  it("cites its source, for the whole and for each rule", () => {
    expect(mandate.citation).toMatch(/\w.* The official text must be checked before use\.$/);
    for (const { citation } of [...mandate.requirements, ...mandate.duties, ...mandate.notes]) {
      expect(citation).toMatch(/\w/);
    }
    for (const { rule } of mandate.requirements) expect(rule).toMatch(/^[A-Z].*\.$/);
  });

  it("has requirements with ids of their own, and one transition a grade at most", () => {
    const ids = mandate.requirements.map(({ id }) => id);
    expect(new Set([...ids, "all"]).size).toBe(ids.length + 1);
    const grades = mandate.requirements.flatMap((requirement) =>
      requirement.kind === "transition-review" ? [requirement.grade] : [],
    );
    expect(new Set(grades).size).toBe(grades.length);
    expect(grades.filter((grade) => !mandate.grades.includes(grade))).toEqual([]);
  });

  it("opens each window before it is due, within the year", () => {
    for (const requirement of mandate.requirements) {
      const due = shareOf(requirement.due);
      expect(due).toBeGreaterThan(0);
      expect(due).toBeLessThanOrEqual(1);
      if (requirement.kind !== "transition-review") continue;
      expect(requirement.opensAfter.days / requirement.opensAfter.of).toBeLessThan(due);
    }
  });

  it("counts recurring reviews from 1, each later than the one before", () => {
    const recurring = mandate.requirements.flatMap((requirement) =>
      requirement.kind === "recurring-review" && mandate.id === "effective-practice"
        ? [requirement]
        : [],
    );
    expect(recurring.map(({ nth }) => nth)).toEqual(recurring.map((_, index) => index + 1));
    const due = recurring.map((review) => shareOf(review.due));
    expect(due).toEqual(due.toSorted((a, b) => a - b));
  });

  it("speaks of grades, plan types and focus areas that there are, and of no IEP or 504 plan", () => {
    expect(mandate.grades.filter((grade) => !GRADES.includes(grade))).toEqual([]);
    expect(mandate.planTypes.filter((type) => !PLAN_TYPES.includes(type))).toEqual([]);
    for (const other of ["IEP", "504", "EL-ILP"]) {
      expect(mandate.planTypes).not.toContain(other);
    }
    // The four-year plan of gifted students, which has no type of its own, stands in there alone.
    expect(mandate.planTypes.includes("other")).toBe(mandate.id === "WV");
    const areas = mandate.requirements.flatMap((requirement) =>
      requirement.kind === "transition-review" ? requirement.focusAreas : [],
    );
    expect(areas.filter((area) => !FOCUS_AREAS.includes(area))).toEqual([]);
  });
});
