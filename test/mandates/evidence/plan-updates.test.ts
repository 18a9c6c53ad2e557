import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { ComponentEntry } from "../../../functions/domain/plans/plan-component.ts";
import { assess } from "../../../functions/mandates/assess/assess.ts";
import { standingOf } from "../../../functions/mandates/clock/answer.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import { caseOf } from "../told-student.ts";

/** Ohio asks for the plan to be updated each school year; it ends on January 21, 2022. */
const ohio = mandateById("OH");
const AS_OF = "2022-06-01";

function standingWith(components: readonly Partial<ComponentEntry>[]): string {
  const student = caseOf({
    ...{ grade: "10", asOf: AS_OF, earlierPlan: "2020-09-10", sentSince: 2019 },
    wasIn: { "09": 2021 },
  });
  const entries = components.map((entry): ComponentEntry => ({
    ...{ component: "portfolio", enteredOn: null, quantity: 1, strand: "", marks: [] },
    ...entry,
  }));
  const answer = assess(
    ohio,
    { ...student, more: { ...student.more!, components: entries } },
    day(AS_OF),
  ).find(({ requirement }) => requirement.id === "annual-update")!;
  return standingOf(answer);
}

describe("an update of the plan in place of a review", () => {
  it.each([
    ["on no record", [], "not-met"],
    ["on the last day of the year before", [{ enteredOn: day("2021-06-30") }], "not-met"],
    ["on the first day of the year", [{ enteredOn: day("2021-07-01") }], "met"],
    ["on a day that no record gives", [{}], "not-determinable"],
    ["on such a day and on another", [{}, { enteredOn: day("2021-07-01") }], "met"],
  ] as const)("%s", (_, components, standing) => {
    expect(standingWith(components)).toBe(standing);
  });
});
