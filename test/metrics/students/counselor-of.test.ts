import { describe, expect, it } from "vitest";
import { planId } from "../../../functions/domain/ids.ts";
import { NO_MORE_RECORDS } from "../../../functions/mandates/clock/clock-case.ts";
import { counselorOf } from "../../../functions/metrics/students/counselor-of.ts";
import { documentOf, plan } from "../../mandates/clock-case.ts";

describe("counselorOf", () => {
  const of = (...counselors: readonly string[]) =>
    counselorOf({
      document: documentOf(
        [],
        counselors.map((counselor, index) => plan({ plan: planId(`P${index}`), counselor })),
      ),
    });

  it("is the first whom a plan names", () => {
    expect(of("K-1")).toBe("K-1");
    expect(of("", "K-2", "K-3")).toBe("K-2");
  });

  it("is of this school year before an earlier one, whose plan must still be active", () => {
    const earlier = (status: "active" | "closed") => ({
      ...NO_MORE_RECORDS,
      earlier: [documentOf([], [plan({ status, counselor: "K-9" })])],
    });
    const none = documentOf([], []);
    expect(counselorOf({ document: none, more: earlier("active") })).toBe("K-9");
    expect(counselorOf({ document: none, more: earlier("closed") })).toBe("");
    const own = documentOf([], [plan({ counselor: "K-1" })]);
    expect(counselorOf({ document: own, more: earlier("active") })).toBe("K-1");
  });

  it("is whom the plan names before whom the district's list does", () => {
    const own = documentOf([], [plan({ counselor: "K-1" })]);
    expect(counselorOf({ document: own, caseload: ["K-8"] })).toBe("K-1");
    const unnamed = documentOf([], [plan({ counselor: "" })]);
    expect(counselorOf({ document: unnamed, caseload: ["K-8", "K-2"] })).toBe("K-8");
    expect(counselorOf({ document: null, caseload: ["K-8"] })).toBe("K-8");
  });

  it("is nobody where no plan names one, and without a plan", () => {
    expect(of("")).toBe("");
    expect(of()).toBe("");
    expect(counselorOf({ document: null })).toBe("");
  });
});
