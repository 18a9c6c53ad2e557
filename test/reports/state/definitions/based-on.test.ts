import { describe, expect, it } from "vitest";
import { isBasedOn } from "../../../../functions/reports/state/definitions/based-on.ts";

describe("a district's mandate", () => {
  it.each([
    ["PA", "PA", true],
    ["PA+fernhill", "PA", true],
    ["PAX", "PA", false],
    ["KY", "PA", false],
    ["effective-practice", "PA", false],
  ])("%s is based on that of %s: %s", (ofDistrict, state, expected) => {
    expect(isBasedOn(ofDistrict, state)).toBe(expected);
  });
});
