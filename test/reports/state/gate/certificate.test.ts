import { describe, expect, it } from "vitest";
import { differenceInWords } from "../../../../functions/reports/state/gate/certificate.ts";

describe("the difference of an amendment in words", () => {
  it.each([
    [2, 1, 14, "2 records added, 1 removed, 14 changed"],
    [1, 0, 0, "1 record added, 0 removed, 0 changed"],
    [0, 0, 1200, "0 records added, 0 removed, 1200 changed"],
  ])("has %i added, %i removed, %i changed", (added, removed, changed, expected) => {
    expect(differenceInWords({ added, removed, changed, byField: {} })).toBe(expected);
  });

  it("is of the file alone where no record differs", () => {
    const none = { added: 0, removed: 0, changed: 0, byField: {} };
    expect(differenceInWords({ ...none, isOfFileAlone: true })).toBe(
      "no record differs, but the name, header, encoding or layout of the file",
    );
  });
});
