import { describe, expect, it } from "vitest";
import type { SignatureTally } from "../../../functions/metrics/cube/review-signatures.ts";
import { reviewSignatureRow } from "../../../functions/releases/tables/review-signatures.ts";
import { cubeWith } from "../../support/cube-with.ts";

const NOBODY: SignatureTally = { signed: {}, waiting: {}, notRecorded: 0 };
const row = (signatures: Partial<SignatureTally>, plans = true) => {
  const cube = cubeWith("S-1", {
    availability: { plans, attendance: true },
    signatures: { ...NOBODY, ...signatures },
  });
  return reviewSignatureRow({ level: "school", school: "S-1", name: "Birch Middle School", cube });
};

describe("the table of days to the signature", () => {
  it("has one row of a place", () => {
    expect(row({ signed: { "0": 6, "12": 4 }, waiting: { "40": 3 } })).toEqual({
      ...{ level: "school", school: "S-1", schoolName: "Birch Middle School" },
      ...{ signed: 10, medianDays: 0, ninetiethDays: 12, mostDays: 12 },
      ...{ waiting: 3, medianDaysWaiting: null, state: "shown" },
    });
  });

  it.each([
    ["without a review", {}, true, "not-applicable"],
    ["that sends no signatures", { notRecorded: 4 }, true, "not-enough-data"],
    ["that sends no plans", {}, false, "not-enough-data"],
  ] as const)("has no number of a place %s", (_name, signatures, plans, state) => {
    expect(row(signatures, plans)).toMatchObject({
      ...{ signed: null, medianDays: null, ninetiethDays: null, mostDays: null },
      ...{ waiting: null, medianDaysWaiting: null, state },
    });
  });

  it("says that nobody signed where reviews wait", () => {
    expect(row({ waiting: { "5": 1 } })).toMatchObject({ signed: 0, waiting: 1, state: "shown" });
  });
});
