import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import type { Participant } from "../../functions/domain/plans/plan.ts";
import type { AssentDegree, PlanAssent } from "../../functions/domain/plans/plan-assent.ts";
import type { Collected } from "../../functions/mandates/rules/collected.ts";
import { reviewSignature } from "../../functions/metrics/measures/review-signature.ts";
import { ALL_COLLECTED, NOTHING_COLLECTED } from "../mandates/all-collected.ts";
import { documentOf, held } from "../mandates/clock-case.ts";
import { AS_OF, assessed, partOf } from "./assessed-student.ts";

const signature = (givenOn: string, given: Partial<PlanAssent> = {}): PlanAssent => ({
  ...{ role: "family", degree: "signature", isDesignee: false, isGoodFaithEffort: false },
  givenOn: day(givenOn),
  ...given,
});

/** A student whose last review was held on a day. */
function partWith(
  heldOn: string | null,
  assents: readonly PlanAssent[] | null,
  collected: Collected = ALL_COLLECTED,
): string {
  const reviews = heldOn === null ? [] : [held("2021-09-08"), held(heldOn, { review: "R2" })];
  const student = assessed({ document: documentOf(reviews), collected });
  const more = { ...student.record.more, assents };
  return partOf(reviewSignature, { ...student, record: { ...student.record, more } });
}

describe("review-signature", () => {
  it.each([
    ["2021-10-01", "2021-09-30", "not-signed"],
    ["2021-10-01", "2021-10-01", "signed-in-time"],
    ["2021-10-01", "2021-10-31", "signed-in-time"],
    ["2021-10-01", "2021-11-01", "signed-later"],
    ["2021-10-01", AS_OF, "signed-later"],
    ["2021-10-01", "2021-11-27", "not-signed"],
  ])("of a review on %s signed on %s says %s", (heldOn, givenOn, part) => {
    expect(partWith(heldOn, [signature(givenOn)])).toBe(part);
  });

  it.each([
    ["2021-10-26", "not-signed"],
    ["2021-10-27", "awaiting-signature"],
    [AS_OF, "awaiting-signature"],
  ])("of a review on %s without a signature says %s", (heldOn, part) => {
    expect(partWith(heldOn, [])).toBe(part);
  });

  it.each([
    ["2021-10-31", "signed-in-time"],
    // The one without its day may have been in time.
    ["2021-11-01", "not-recorded"],
    ["2021-09-30", "not-recorded"],
  ])("of a review on October 1, signed on %s and once without a day, says %s", (on, part) => {
    const undated = { ...signature("2021-10-01"), givenOn: null };
    expect(partWith("2021-10-01", [signature(on), undated])).toBe(part);
  });

  it("takes the first of several signatures after the review", () => {
    const two = [signature("2021-11-20"), signature("2021-10-05")];
    expect(partWith("2021-10-01", two)).toBe("signed-in-time");
    // That of an earlier review does not sign the last one.
    expect(partWith("2021-10-01", [signature("2021-09-08")])).toBe("not-signed");
  });

  it.each([
    ["by the student", { role: "student" }, "signed-in-time"],
    ["of approval", { degree: "approval" }, "signed-in-time"],
    ["by somebody whom the parent appointed", { isDesignee: true }, "signed-in-time"],
    ["by the counselor", { role: "counselor" }, "not-signed"],
    ["that is participation alone", { degree: "participation" }, "not-signed"],
    ["that is an effort without an answer", { isGoodFaithEffort: true }, "not-signed"],
  ] as const)("of a signature %s says so", (_name, given, part) => {
    expect(partWith("2021-10-01", [signature("2021-10-05", given)])).toBe(part);
  });

  it("is not recorded where nobody sends signatures of students or families", () => {
    const own = (...assents: readonly `${Participant} ${AssentDegree}`[]): Collected => ({
      ...ALL_COLLECTED,
      assents: new Set(assents),
    });
    expect(partWith("2021-10-01", null)).toBe("not-recorded");
    expect(partWith("2021-10-01", [], NOTHING_COLLECTED)).toBe("not-recorded");
    expect(partWith("2021-10-01", [], own("counselor signature"))).toBe("not-recorded");
    expect(partWith("2021-10-01", [], own("family participation"))).toBe("not-recorded");
    expect(partWith("2021-10-01", [], own("family signature"))).toBe("not-signed");
    expect(partWith("2021-10-01", [], own("student approval"))).toBe("not-signed");
  });

  it("has no review to sign where none was held", () => {
    expect(partWith(null, [signature("2021-10-05")])).toBe("no-review-held");
    expect(partWith(null, null)).toBe("no-review-held");
    expect(partWith("2021-11-27", null)).toBe("not-recorded");
  });
});
