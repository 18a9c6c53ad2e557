import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import { planId } from "../../../functions/domain/ids.ts";
import type { ComponentEntry } from "../../../functions/domain/plans/plan-component.ts";
import type { Goal, Plan } from "../../../functions/domain/plans/plan.ts";
import { assess } from "../../../functions/mandates/assess/assess.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import { standingOf } from "../../../functions/mandates/clock/answer.ts";
import { NO_MORE_RECORDS, type ClockCase } from "../../../functions/mandates/clock/clock-case.ts";
import { consideredRecords } from "../../../functions/mandates/evidence/considered-records.ts";
import { calendarOf } from "../told-student.ts";
import { clockCase, documentOf, held, plan } from "../clock-case.ts";

const practice = mandateById("effective-practice");
const content = practice.requirements.find(({ kind }) => kind === "content")!;
const AS_OF = day("2021-12-01");
const GOAL: Goal = {
  ...{ goal: "G1", plan: planId("P1"), domain: "academic", description: "", measurement: "" },
  ...{ setOn: day("2021-10-01"), targetOn: null, status: "in-progress", statusOn: null },
};

const because = (plans: readonly Plan[]): string => {
  const document = { ...documentOf([], plans), goals: plans.length === 0 ? [] : [GOAL] };
  const student = clockCase({ document });
  return assess(practice, student, AS_OF).find(({ requirement }) => requirement.id === content.id)!
    .because;
};

describe("why content that counts is not there", () => {
  it.each<readonly [string, Partial<Plan>]>([
    ["a draft", { status: "draft" }],
    ["a plan of another type", { planType: "EL-ILP" }],
  ])("is that no accepted plan is open, where there is %s with a goal", (_, given) => {
    const said = because([plan(given)]);
    expect(said).toMatch(/No plan that the mandate accepts is open, so no [a-z -]+ counts\./);
    expect(said).not.toMatch(/No plan is on record/);
  });

  it.each<readonly [string, readonly Plan[]]>([
    ["no plan at all", []],
    ["a plan that opens on the next day", [plan({ openedOn: day("2021-12-02") })]],
  ])("is that no plan is on record, where there is %s", (_, plans) => {
    expect(because(plans)).toMatch(/No plan is on record, nor any [a-z -]+\./);
  });

  it("is nothing where an accepted plan opened by the day holds it", () => {
    expect(because([plan({ openedOn: AS_OF })])).not.toMatch(/accepts|on record/);
  });
});

describe("an amount", () => {
  const units = mandateById("SD");
  /** A review on a day that no record gives may have covered the plan of courses, too. */
  const undated = { ...held("2021-11-03", { focusAreas: ["education-plan"] }), heldOn: null };
  const document = documentOf([undated], [plan({ planType: "PLP" })]);
  const answerWith = (quantities: readonly number[]) => {
    const components = quantities.map((quantity) => ({
      ...{
        component: "course-plan",
        enteredOn: day("2021-09-10"),
        quantity,
        strand: "",
        marks: [],
      },
    })) as unknown as typeof NO_MORE_RECORDS.components;
    const more = { ...NO_MORE_RECORDS, components };
    const student = clockCase({ grade: "10", document, more });
    return assess(units, student, AS_OF).find(({ requirement }) => requirement.id === "units")!;
  };

  it("that is reached is reached, whatever else may not be on record", () => {
    expect(answerWith([21, 1]).status).toBe("met");
  });

  it.each([
    [[], "no entries"],
    [[21], "not all entries"],
  ])("of %j is not said to be missing where more may not be on record", (quantities, lack) => {
    expect(answerWith(quantities).because).toContain(`The exports have ${lack} of course plan.`);
  });
});

describe("a review that its record gives a day and calls missed", () => {
  const missed = held("2021-11-03", { state: "missed", focusAreas: ["education-plan"] });
  const answerWith = (heldOn: string | null) => {
    const review = { ...missed, heldOn: heldOn === null ? null : day(heldOn) };
    const document = documentOf([review], [plan({ planType: "PLP" })]);
    const more = { ...NO_MORE_RECORDS, components: [] };
    const student = clockCase({ grade: "10", document, more });
    return assess(mandateById("SD"), student, AS_OF).find(
      ({ requirement }) => requirement.id === "units",
    )!;
  };

  it.each([
    [null, false],
    [AS_OF, true],
    ["2021-12-02", false],
  ])("on %s may have covered its areas: %s", (heldOn, mayHave) => {
    expect(answerWith(heldOn).because.includes("The exports have no entries of")).toBe(mayHave);
  });
});

describe("an entry without its day", () => {
  const southDakota = mandateById("SD");
  const asOf = day("2022-06-01");
  const entry = (quantity: number, enteredOn: string | null): ComponentEntry => ({
    ...{ component: "course-plan", quantity, strand: "", marks: [] },
    enteredOn: enteredOn === null ? null : day(enteredOn),
  });
  const caseWith = (components: readonly ComponentEntry[]): ClockCase => ({
    ...clockCase({
      grade: "10",
      document: documentOf([], [plan({ planType: "PLP" })]),
      more: {
        ...{ ...NO_MORE_RECORDS, components },
        ...{ earlier: [], gradeYears: [{ schoolYear: schoolYear(2021), grade: "09" }] },
      },
    }),
    calendar: calendarOf(asOf),
  });
  const units = (components: readonly ComponentEntry[]) => {
    const answer = assess(southDakota, caseWith(components), asOf).find(
      ({ requirement }) => requirement.id === "units",
    )!;
    return { standing: standingOf(answer), because: answer.because };
  };
  const ON = "2021-09-10";

  it.each([
    ["not-met", "does not reach the amount", [entry(21, ON)]],
    ["met", "It was done on", [entry(22, ON)]],
    ["not-met", "does not reach the amount", [entry(21, ON), entry(0.5, null)]],
    ["not-determinable", "without a date that can be used: course plan", [entry(22, null)]],
    ["not-determinable", "without a date that can be used", [entry(21, ON), entry(1, null)]],
    ["met", "It was done on", [entry(22, ON), entry(1, null)]],
    // The day after the due day, January 21, 2022: what has no day may have reached it before.
    ["not-met", "after the due date", [entry(22, "2022-01-22")]],
    ["not-determinable", "may have been done before", [entry(22, "2022-01-22"), entry(1, null)]],
  ] as const)("leaves an amount %s: %s", (standing, because, components) => {
    const said = units(components);
    expect(said.standing).toBe(standing);
    expect(said.because).toContain(because);
  });

  it("is listed among the records, and does not count", () => {
    const requirement = southDakota.requirements.find(({ id }) => id === "units")!;
    const rows = consideredRecords(southDakota, requirement, caseWith([entry(22, null)]), asOf);
    expect(rows.filter(({ record }) => record === "component")).toEqual([
      {
        ...{ record: "component", name: "course-plan", on: null, schoolYear: 2022 },
        ...{ isCounted: false, note: "entered, quantity 22; it has no date" },
      },
    ]);
  });
});
