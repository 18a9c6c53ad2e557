import { beforeAll, describe, expect, it } from "vitest";
import { REQUIREMENT_STANDINGS } from "../../../functions/domain/plans/requirement-standing.ts";
import { REVIEW_STATUSES } from "../../../functions/domain/plans/review-status.ts";
import { MANDATES } from "../../../functions/mandates/rules/mandates.ts";
import { validateProfile } from "../../../functions/mandates/overlay/validate-profile.ts";
import { comparedInWords } from "./agree.ts";
import { EVERY_MANDATE, inventedMandates } from "./compare.ts";

/** `npm run soak differential` compares twenty districts of 300 students. */
describe("the second evaluation of every mandate", () => {
  const invented = inventedMandates(0, 8);
  let districts: readonly ReturnType<typeof comparedInWords>[];
  beforeAll(() => {
    const mandates = [...EVERY_MANDATE, ...invented];
    districts = [1, 2].map((seed) => comparedInWords(mandates, { seed, students: 100, days: 1 }));
  });

  it("says what the clock says of two districts of 100 students", () => {
    expect(districts.map(({ words }) => words).join("")).toBe("");
  });

  it("is of students to whom each answer is given under each kind of requirement", () => {
    const given = new Set(districts.flatMap((district) => [...district.given.keys()]));
    for (const kind of ["plan", "content", "assent", "record"]) {
      for (const standing of REQUIREMENT_STANDINGS) expect(given).toContain(`${kind} ${standing}`);
    }
    for (const status of REVIEW_STATUSES) expect(given).toContain(`recurring-review ${status}`);
  });

  it("reads the file of each mandate, and invents mandates that the schema allows", () => {
    expect(EVERY_MANDATE.map(({ plain }) => plain.id).sort()).toEqual(
      MANDATES.map(({ id }) => id).sort(),
    );
    for (const { plain } of invented)
      expect(validateProfile(plain)).toMatchObject({ kind: "valid" });
  });
});
