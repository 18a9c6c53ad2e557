import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import type { PlanId, StudentId } from "../../../functions/domain/ids.ts";
import type {
  ActionStep,
  Goal,
  PlanDocument,
  PlanReview,
} from "../../../functions/domain/plans/plan.ts";
import { NO_MORE_RECORDS } from "../../../functions/mandates/clock/clock-case.ts";
import { ALL_COLLECTED } from "../../mandates/all-collected.ts";
import { timeline } from "../../../functions/console/student-page/timeline.ts";
import type { StatementShown } from "../../../functions/console/student-page/student-page.ts";

const ASOF = day("2022-03-15");
const PLAN = "P-1" as PlanId;
const EMPTY: PlanDocument = {
  student: "900" as StudentId,
  schoolYear: schoolYear(2022),
  ...{ plans: [], goals: [], actionSteps: [], reviews: [] },
};
const GOAL: Goal = {
  ...{ goal: "G-1", plan: PLAN, domain: "career", description: "Meet a welder" },
  ...{ measurement: "", setOn: day("2021-09-20"), targetOn: day("2022-05-01") },
  ...{ status: "in-progress", statusOn: null },
};
const STEP: ActionStep = {
  ...{ actionStep: "A-1", goal: "G-1", description: "Call the shop", owner: "", focusArea: "" },
  ...{ dueOn: day("2022-01-10"), completedOn: null },
};
const REVIEW: Omit<PlanReview, "state"> = {
  ...{ review: "R-1", plan: PLAN, scheduledOn: day("2022-02-01"), heldOn: null },
  ...{ participants: [], focusAreas: [] },
};

/** The events of this year's plans, in words. */
const events = (
  document: Partial<PlanDocument>,
  statements: readonly StatementShown[] = [],
  earlier: readonly PlanDocument[] = [],
) =>
  timeline(
    { document: { ...EMPTY, ...document }, more: { ...NO_MORE_RECORDS, earlier } },
    [],
    statements,
    null,
    ASOF,
  ).map(({ on, what, about }) => `${on} ${what}: ${about}`);

describe("timeline", () => {
  it("has enrollments, plans, goals, steps and reviews in the order of days, each with its school year", () => {
    const all = timeline(
      {
        document: {
          ...EMPTY,
          plans: [
            {
              ...{ plan: PLAN, student: EMPTY.student, planType: "ILP", counselor: "" },
              ...{ schoolYear: schoolYear(2022), status: "active" },
              ...{ openedOn: day("2021-09-10"), closedOn: null },
            },
          ],
          goals: [GOAL],
          reviews: [{ ...REVIEW, state: "scheduled", scheduledOn: day("2022-03-16") }],
        },
        more: NO_MORE_RECORDS,
      },
      [{ schoolName: "Birch Middle School", enteredOn: "2020-08-20", withdrewOn: "2021-06-10" }],
      [],
      null,
      ASOF,
    );
    expect(all.map(({ on, schoolYear: year, what, isAhead }) => [on, year, what, isAhead])).toEqual(
      [
        ["2020-08-20", "2020-21", "Entered Birch Middle School", false],
        ["2021-06-10", "2020-21", "Left Birch Middle School", false],
        ["2021-09-10", "2021-22", "Plan opened", false],
        ["2021-09-20", "2021-22", "Career goal set", false],
        ["2022-03-16", "2021-22", "Review scheduled", true],
        ["2022-05-01", "2021-22", "Goal due", true],
      ],
    );
  });

  it.each([
    ["2022-03-14", "Goal due, still open"],
    ["2022-03-15", "Goal due"],
    ["2022-03-16", "Goal due"],
  ])("says of a goal aimed at until %s: %s", (on, what) => {
    expect(events({ goals: [{ ...GOAL, targetOn: day(on) }] })).toContain(
      `${on} ${what}: Meet a welder`,
    );
  });

  it.each([
    ["met", "Goal met"],
    ["not-met", "Goal not met"],
    ["discontinued", "Goal discontinued"],
  ] as const)("ends a goal that is %s on the day of that, with its target day", (status, what) => {
    expect(events({ goals: [{ ...GOAL, status, statusOn: day("2022-02-02") }] })).toEqual([
      "2021-09-20 Career goal set: Meet a welder",
      `2022-02-02 ${what}: Meet a welder (target May 1, 2022)`,
    ]);
  });

  it.each([
    ["2022-03-14", null, "2022-03-14 Action step due, not completed: Call the shop"],
    ["2022-03-15", null, "2022-03-15 Action step due: Call the shop"],
    [
      "2022-01-10",
      "2022-01-08",
      "2022-01-08 Action step completed: Call the shop (due January 10, 2022)",
    ],
  ])("tells a step due %s and completed %s once", (dueOn, completedOn, words) => {
    const step = {
      ...STEP,
      dueOn: day(dueOn),
      completedOn: completedOn === null ? null : day(completedOn),
    };
    const own = events({ goals: [{ ...GOAL, setOn: null, targetOn: null }], actionSteps: [step] });
    expect(own).toEqual([words]);
  });

  it.each([
    ["2022-03-15", "2022-03-15 Goal met: Meet a welder"],
    ["2022-03-16", null],
  ])("says of a goal met on %s only once it is", (statusOn, what) => {
    const met = { ...GOAL, targetOn: null, status: "met", statusOn: day(statusOn) } as const;
    expect(events({ goals: [met] })).toEqual([
      "2021-09-20 Career goal set: Meet a welder",
      ...(what === null ? [] : [what]),
    ]);
  });

  it("calls no step not completed where no step of the district has a day of completion", () => {
    const late = { ...STEP, dueOn: day("2022-03-14"), completedOn: null };
    const document = { ...EMPTY, actionSteps: [late] };
    const whatIf = (stepCompletions: boolean) => {
      const more = { ...NO_MORE_RECORDS, collected: { ...ALL_COLLECTED, stepCompletions } };
      return timeline({ document, more }, [], [], null, ASOF).map(({ what }) => what);
    };
    expect(whatIf(true)).toEqual(["Action step due, not completed"]);
    expect(whatIf(false)).toEqual(["Action step due"]);
  });

  it("leaves out what has no day, and what was not done toward a goal that was given up", () => {
    const goal = { ...GOAL, setOn: null, targetOn: null };
    expect(events({ goals: [goal], actionSteps: [{ ...STEP, dueOn: null }] })).toEqual([]);
    const given = { ...goal, status: "discontinued" } as const;
    expect(events({ goals: [given], actionSteps: [STEP] })).toEqual([]);
  });

  it.each([
    [
      "held",
      "2022-02-03",
      ["student", "family"],
      "2022-02-03 Review held: with student and family (scheduled for February 1, 2022)",
    ],
    ["held", "2022-02-01", [], "2022-02-01 Review held: "],
    ["missed", null, ["counselor"], "2022-02-01 Review missed: with counselor"],
    [
      "missed",
      "2022-02-01",
      [],
      "2022-02-01 Review missed: (the same record says held on February 1, 2022)",
    ],
    [
      "scheduled",
      "2022-02-03",
      ["counselor"],
      "2022-02-01 Review scheduled: with counselor (the same record says held on February 3, 2022)",
    ],
  ] as const)("tells a review that was %s on %s with %j", (state, heldOn, participants, words) => {
    const review = { ...REVIEW, state, participants };
    expect(
      events({ reviews: [{ ...review, heldOn: heldOn === null ? null : day(heldOn) }] }),
    ).toEqual([words]);
  });

  it.each([
    [
      { kind: "signed", signedOn: day("2022-02-01"), days: 0, isFirst: true },
      "with student, signed on the same day",
    ],
    [
      { kind: "signed", signedOn: day("2022-02-02"), days: 1, isFirst: true },
      "with student, signed on February 2, 2022, 1 day later",
    ],
    [
      { kind: "signed", signedOn: day("2022-03-04"), days: 31, isFirst: true },
      "with student, signed on March 4, 2022, 31 days later",
    ],
    [{ kind: "waiting", days: 0 }, "with student, not signed yet"],
    [{ kind: "waiting", days: 42 }, "with student, not signed 42 days later"],
    [{ kind: "not-recorded" }, "with student"],
    [null, "with student"],
  ] as const)("says of the last review alone when it was signed: %j", (given, words) => {
    const heldOn = day("2022-02-01");
    const own = { ...REVIEW, state: "held", heldOn, participants: ["student"] } as const;
    const earlier = { ...own, review: "R-0", heldOn: day("2021-11-01"), scheduledOn: null };
    const last = given === null ? null : { ...given, review: "R-1", heldOn };
    const document = { ...EMPTY, reviews: [own, earlier] };
    const shown = timeline({ document, more: NO_MORE_RECORDS }, [], [], last, ASOF);
    expect(shown.map(({ about }) => about)).toEqual(["with student", words]);
  });

  it("tells exemptions and attestations with who decided, and plans of earlier years", () => {
    const statement: StatementShown = {
      ...{ kind: "exemption", requirementName: "Second review", words: "Not asked: a waiver" },
      ...{ key: "", isDecision: false, noEffect: "" },
      ...{ by: "the principal", from: "2022-01-01", until: "2022-02-01", state: "past" },
    };
    const earlier = {
      ...EMPTY,
      schoolYear: schoolYear(2021),
      goals: [{ ...GOAL, setOn: day("2020-10-01"), targetOn: null }],
    };
    expect(events({}, [statement], [earlier])).toEqual([
      "2020-10-01 Career goal set: Meet a welder",
      "2022-01-01 Exemption by the principal: Second review. Not asked: a waiver",
      "2022-02-01 Exemption ends: Second review",
    ]);
  });
});
