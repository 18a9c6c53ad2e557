import { describe, expect, it } from "vitest";
import { schoolId } from "../../functions/domain/ids.ts";
import { REVIEW_STATUSES, type ReviewStatus } from "../../functions/domain/review-status.ts";
import type { ReviewAnswer } from "../../functions/mandates/answer.ts";
import { isReview } from "../../functions/mandates/requirement.ts";
import { effectivePractice } from "../../functions/mandates/effective-practice.ts";
import { isDue, overallStatus } from "../../functions/metrics/overall-status.ts";

const of = (...statuses: readonly ReviewStatus[]) =>
  overallStatus(
    statuses.map((status): ReviewAnswer => ({
      ...{ status, because: "", dueOn: null, opensOn: null, heldOn: null, review: null },
      ...{ kind: "review", daysLeft: null, owner: schoolId("A"), evidence: [] },
      requirement: effectivePractice.requirements.filter(isReview)[0]!,
    })),
  );

describe("overallStatus", () => {
  it("is the least favourable of the answers that are due, in any order", () => {
    expect(of("timely", "held-late")).toBe("held-late");
    expect(of("held-late", "not-held", "timely")).toBe("not-held");
    expect(of("plan-missing", "not-held")).toBe("plan-missing");
  });

  it("lets what is due speak before what is not", () => {
    expect(of("pending", "timely")).toBe("timely");
    expect(of("exempt", "not-held")).toBe("not-held");
  });

  it("is what comes due first where nothing is due", () => {
    expect(of("exempt", "pending")).toBe("pending");
    expect(of("exempt", "not-yet-assessable")).toBe("not-yet-assessable");
    expect(of("exempt")).toBe("exempt");
  });

  it("is none for a student of whom nothing is asked, and each status by itself", () => {
    expect(of()).toBeNull();
    for (const status of REVIEW_STATUSES) expect(of(status)).toBe(status);
    expect(REVIEW_STATUSES.filter(isDue)).toEqual([
      "timely",
      "held-late",
      "not-held",
      "plan-missing",
    ]);
  });
});
