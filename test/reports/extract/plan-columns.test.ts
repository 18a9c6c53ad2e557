import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import { planId } from "../../../functions/domain/ids.ts";
import type { PlanDocument } from "../../../functions/domain/plans/plan.ts";
import type { ExtractCase } from "../../../functions/reports/extract/extract-column.ts";
import { PLAN_COLUMNS } from "../../../functions/reports/extract/plan-columns.ts";
import { documentOf, held, plan } from "../../mandates/clock-case.ts";
import { AS_OF, assessed, contextOn, goal, step } from "../../metrics/assessed-student.ts";

const valueOf = (
  column: string,
  document: PlanDocument | null,
  earlier: readonly PlanDocument[] = [],
): string => {
  const student = assessed({ document });
  const more = { ...student.record.more, earlier };
  const extractCase = {
    student: { ...student, record: { ...student.record, more } },
    context: contextOn(AS_OF),
  } as unknown as ExtractCase;
  return PLAN_COLUMNS.find(({ name }) => name === column)!.valueOf(extractCase);
};

describe("the columns of a student's plan", () => {
  const lastYears: PlanDocument = {
    ...documentOf([], [plan({ schoolYear: schoolYear(2021), openedOn: day("2020-09-10") })]),
    schoolYear: schoolYear(2021),
    goals: [goal("career", { setOn: day("2020-09-10") })],
    actionSteps: [step({}), step({ actionStep: "S2" })],
  };

  it("count goals and steps of a plan of last year that is carried on", () => {
    expect(valueOf("goals", null, [lastYears])).toBe("1");
    expect(valueOf("action_steps", null, [lastYears])).toBe("2");
  });

  it("count neither where this year has a plan of its own", () => {
    const own = documentOf([], [plan({ plan: planId("P2022") })]);
    expect(valueOf("goals", own, [lastYears])).toBe("0");
    expect(valueOf("action_steps", own, [lastYears])).toBe("0");
  });

  it.each([
    ["without a review", [], "0", "-8"],
    ["with a review on one day", [held("2021-11-03")], "1", "2021-11"],
    [
      "with a review on one day and one on a day that no record gives",
      [held("2021-11-03"), { ...held("2021-11-04"), heldOn: null }],
      ...["-8", "-8"],
    ],
  ] as const)(
    "say how many reviews were held of a plan %s, where the records show it",
    (_, reviews, count, month) => {
      const document = documentOf(reviews);
      expect(valueOf("reviews_held", document)).toBe(count);
      expect(valueOf("first_review_month", document)).toBe(month);
    },
  );
});
