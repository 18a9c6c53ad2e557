import { describe, expect, it } from "vitest";
import { day, type Day } from "../../../functions/domain/calendar/day.ts";
import type { AssentDegree, PlanAssent } from "../../../functions/domain/plans/plan-assent.ts";
import type { Participant } from "../../../functions/domain/plans/plan.ts";
import { assess } from "../../../functions/mandates/assess/assess.ts";
import { standingOf } from "../../../functions/mandates/clock/answer.ts";
import type { ClockCase } from "../../../functions/mandates/clock/clock-case.ts";
import { consideredRecords } from "../../../functions/mandates/evidence/considered-records.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import { caseOf } from "../told-student.ts";

const newMexico = mandateById("NM");
const signatures = newMexico.requirements.find(({ id }) => id === "signatures")!;

const assent = (
  role: Participant,
  givenOn: Day | null,
  degree: AssentDegree = "signature",
  given: Partial<PlanAssent> = {},
): PlanAssent => ({
  ...{ role, degree, givenOn, isDesignee: false, isGoodFaithEffort: false },
  ...given,
});

/** Signatures are due at the end of the school year, January 21, 2022: the last of 100 days. */
const DUE = "2022-01-21";
const OTHERS = [
  assent("student", day("2021-10-01")),
  assent("counselor", day("2021-10-01")),
] as const;

/** A student of grade 10, 15 years old, with the signatures of the student and the counselor. */
function caseWith(more: readonly PlanAssent[], asOf: string): ClockCase {
  const told = caseOf({ grade: "10", asOf, plan: "2021-09-10", born: "2006-05-01" });
  return { ...told, more: { ...told.more!, assents: [...OTHERS, ...more] } };
}

function answerWith(more: readonly PlanAssent[], asOf = "2022-06-01") {
  const answer = assess(newMexico, caseWith(more, asOf), day(asOf)).find(
    ({ requirement }) => requirement.id === "signatures",
  )!;
  return { standing: standingOf(answer), because: answer.because };
}

describe("assent without its day", () => {
  it("cannot be determined where no other record is what is asked, and is never not met", () => {
    expect(answerWith([])).toEqual({
      standing: "not-met",
      because: "No signature by a parent is recorded. It was due on January 21, 2022.",
    });
    expect(answerWith([assent("family", null)])).toEqual({
      standing: "not-determinable",
      because:
        "Recorded without a date that can be used: signature by a parent. It was due on January 21, 2022.",
    });
    expect(answerWith([assent("family", null)], DUE).standing).toBe("not-applicable");
    expect(answerWith([assent("family", null)], "2022-01-22").standing).toBe("not-determinable");
  });

  it.each([
    ["of a higher degree", assent("family", null, "approval"), "not-determinable"],
    ["of a lower degree", assent("family", null, "participation"), "not-met"],
    ["of another role", assent("teacher", null), "not-met"],
    ["of a designee", assent("family", null, "signature", { isDesignee: true }), "not-met"],
    ["tried", assent("family", null, "signature", { isGoodFaithEffort: true }), "not-met"],
  ])("counts where it is what the line asks for: %s", (_, given, standing) => {
    expect(answerWith([given]).standing).toBe(standing);
  });

  it.each([
    [DUE, [], "met"],
    ["2022-01-22", [], "not-met"],
    [DUE, [assent("family", null)], "met"],
    ["2022-01-22", [assent("family", null)], "not-determinable"],
  ] as const)("may have come before one of %s: %j is %s", (on, more, standing) => {
    expect(answerWith([assent("family", day(on)), ...more]).standing).toBe(standing);
  });

  it("is listed among the records, and does not count", () => {
    const asOf = day("2022-06-01");
    const rows = consideredRecords(
      newMexico,
      signatures,
      caseWith([assent("family", null), assent("teacher", null)], asOf),
      asOf,
    );
    expect(rows.filter(({ record, on }) => record === "assent" && on === null)).toEqual([
      {
        ...{ record: "assent", name: "family signature", on: null, schoolYear: 2022 },
        ...{ isCounted: false, note: "on record; it has no date" },
      },
      {
        ...{ record: "assent", name: "teacher signature", on: null, schoolYear: 2022 },
        ...{ isCounted: false, note: "on record; it has no date" },
      },
    ]);
  });
});
