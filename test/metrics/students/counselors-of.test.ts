import { describe, expect, it } from "vitest";
import { counselorsOf } from "../../../functions/metrics/students/counselors-of.ts";
import { documentOf, plan } from "../../mandates/clock-case.ts";

describe("counselorsOf", () => {
  const planned = documentOf([], [plan({ counselor: "K-1" }), plan({ counselor: "K-2" })]);

  it("has the one whom the plan names, then those of the district's list, each once", () => {
    expect(counselorsOf({ document: planned, caseload: ["K-8", "K-1", "K-3"] })).toEqual([
      "K-1",
      "K-8",
      "K-3",
    ]);
  });

  it("has those of the list alone where no plan names anybody", () => {
    expect(counselorsOf({ document: null, caseload: ["K-8", "K-3"] })).toEqual(["K-8", "K-3"]);
  });

  it("has nobody where neither names anybody", () => {
    expect(counselorsOf({ document: documentOf([], [plan({ counselor: "" })]) })).toEqual([]);
  });
});
