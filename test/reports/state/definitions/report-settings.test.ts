import { describe, expect, it } from "vitest";
import {
  districtCode,
  isDistrictCode,
  schoolCode,
  type DistrictCode,
} from "../../../../functions/reports/state/definitions/report-settings.ts";

describe("a code of a district", () => {
  it.each([
    ["aun", "123456789", true],
    ["aun", "12345678", false],
    ["aun", "1234567890", false],
    ["aun", "12345678X", false],
    ["aun", "123456789\n", false],
    ["stateFips", "06", true],
    ["stateFips", "6", false],
    ["stateAbbreviation", "PA", true],
    ["stateAbbreviation", "pa", false],
    ["stateLeaId", "a".repeat(14), true],
    ["stateLeaId", "a".repeat(15), false],
    ["stateLeaId", "12 34", false],
    ["edOrgId", "1".repeat(18), true],
    ["edOrgId", "1".repeat(19), false],
  ] satisfies readonly (readonly [DistrictCode, string, boolean])[])(
    "%s may be %j: %s",
    (code, value, isAccepted) => {
      if (isAccepted) expect(districtCode(code, value)).toBe(value);
      else expect(() => districtCode(code, value)).toThrow(`${code} is expected to be`);
    },
  );

  it("is one of a closed list", () => {
    expect(["aun", "toString", "", "AUN"].map(isDistrictCode)).toEqual([true, false, false, false]);
  });
});

describe("the state's code of a school", () => {
  it.each([
    ["0001", true],
    ["a".repeat(20), true],
    ["a".repeat(21), false],
    ["", false],
    ["00 01", false],
    ["é", false],
  ])("may be %j: %s", (value, isAccepted) => {
    if (isAccepted) expect(schoolCode(value)).toBe(value);
    else expect(() => schoolCode(value)).toThrow("up to 20 characters without blanks");
  });
});
