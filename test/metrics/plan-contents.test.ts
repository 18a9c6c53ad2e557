import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import type { ComponentEntry, PlanComponent } from "../../functions/domain/plans/plan-component.ts";
import type { Collected } from "../../functions/mandates/rules/collected.ts";
import { PLAN_CONTENTS } from "../../functions/metrics/measures/plan-contents.ts";
import { ALL_COLLECTED, NOTHING_COLLECTED } from "../mandates/all-collected.ts";
import { documentOf, plan } from "../mandates/clock-case.ts";
import { AS_OF, assessed, partOf } from "./assessed-student.ts";

const entry = (component: PlanComponent, enteredOn = AS_OF): ComponentEntry => ({
  ...{ component, enteredOn, quantity: 1, strand: "", marks: [] },
});

function partWith(
  id: string,
  components: readonly ComponentEntry[] | null,
  { collected = ALL_COLLECTED, document = documentOf([]) } = {},
): string {
  const student = assessed({ document, collected });
  const more = { ...student.record.more, components };
  const metric = PLAN_CONTENTS.find((measure) => measure.id === id)!;
  return partOf(metric, { ...student, record: { ...student.record, more } });
}

describe("what a plan says beside its goals", () => {
  it.each([
    ["plan-strengths", "strengths"],
    ["plan-strengths", "skills-aptitude-assessment"],
    ["plan-interests", "interests"],
    ["plan-interests", "career-interest-inventory"],
    ["plan-learning-preferences", "learning-preferences"],
    ["plan-barriers", "barriers-adjustments"],
    ["plan-barriers", "remediation-intervention"],
    ["plan-barriers", "resources-supports"],
  ] as const)("%s is shown by an entry of %s, and by no other content's", (id, component) => {
    expect(partWith(id, [entry(component)])).toBe("yes");
    for (const other of PLAN_CONTENTS.filter((measure) => measure.id !== id)) {
      expect(partWith(other.id, [entry(component)])).toBe("no");
    }
  });

  it.each([
    ["2021-11-25", "yes"],
    ["2021-11-26", "yes"],
    ["2021-11-27", "no"],
  ])("of an entry made on %s says %s", (on, part) => {
    expect(partWith("plan-strengths", [entry("strengths", day(on))])).toBe(part);
  });

  it("is not asked without an open plan, or where nobody sends such entries", () => {
    const drafted = documentOf([], [plan({ status: "draft" })]);
    const entries = [entry("strengths")];
    expect(partWith("plan-strengths", entries, { document: drafted })).toBe("not-asked");
    expect(partWith("plan-strengths", null)).toBe("not-asked");
    expect(partWith("plan-strengths", [], { collected: NOTHING_COLLECTED })).toBe("not-asked");
    const own = (component: PlanComponent): Collected => ({
      ...NOTHING_COLLECTED,
      components: new Set([component]),
    });
    expect(partWith("plan-strengths", [], { collected: own("interests") })).toBe("not-asked");
    expect(partWith("plan-strengths", [], { collected: own("strengths") })).toBe("no");
  });
});
