import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  GOAL_DOMAINS,
  type Goal,
  type PlanDocument,
} from "../../../functions/domain/plans/plan.ts";
import { conversationReasons } from "../../../functions/metrics/cube/conversation-reasons.ts";
import { ALL_COLLECTED, NOTHING_COLLECTED } from "../../mandates/all-collected.ts";
import { held, plan } from "../../mandates/clock-case.ts";
import { assessed, contextOn, goal, step, withGoals } from "../assessed-student.ts";

/** A goal that is compared, of which somebody else has the text, or nobody. */
const compared = (isShared: boolean, given: Partial<Goal> = {}): Partial<Goal> => ({
  textKind: "eligible",
  ...(isShared ? { sharedText: "g1", sharedSince: day("2021-09-10") } : {}),
  ...given,
});
const goals = GOAL_DOMAINS.map((domain) => goal(domain, compared(false)));
const steps = [step({ dueOn: day("2021-12-01") })];
const REVIEWS = [held("2021-10-01"), held("2021-11-15", { review: "R2" })];

const reasons = (given: Partial<PlanDocument>, collected = ALL_COLLECTED): readonly string[] => {
  const document = { ...withGoals(goals, [], steps), ...given };
  return conversationReasons(assessed({ document, collected }).record, contextOn());
};

describe("the reasons for a conversation about a plan", () => {
  it("are none of a plan with goals in each domain and a step on track", () => {
    expect(reasons({})).toEqual([]);
  });

  it.each([
    ["a step is overdue", { actionSteps: [step({ dueOn: day("2021-11-25") })] }, "steps-overdue"],
    ["nothing changed between two reviews", { reviews: REVIEWS }, "plan-unchanged"],
    ["there are no goals", { goals: [] }, "no-goals"],
    ["a domain has no goal", { goals: goals.slice(1) }, "domains-missing"],
    [
      "every goal is shared",
      { goals: GOAL_DOMAINS.map((domain) => goal(domain, compared(true))) },
      "goals-shared",
    ],
    ["goals have no steps", { actionSteps: [] }, "no-steps"],
  ])("are, where %s, that alone", (_name, given, reason) => {
    expect(reasons(given)).toEqual([reason]);
  });

  it("are in the order of weight", () => {
    const shared = [goal("career", compared(true))];
    expect(
      reasons({
        ...{ goals: shared, reviews: REVIEWS },
        actionSteps: [step({ dueOn: day("2021-11-25") })],
      }),
    ).toEqual(["steps-overdue", "plan-unchanged", "domains-missing", "goals-shared"]);
  });

  it("are not what cannot be determined", () => {
    const untold = { goals: goals.map((each) => ({ ...each, domain: null })), actionSteps: [] };
    expect(reasons(untold, NOTHING_COLLECTED)).toEqual([]);
    const late = { actionSteps: [step({ dueOn: day("2021-11-25") })] };
    expect(reasons(late, { ...ALL_COLLECTED, stepCompletions: false })).toEqual([]);
  });

  it("are none of a plan that is not open, which the worklist asks for", () => {
    expect(reasons({ goals: [], plans: [plan({ status: "draft" })] })).toEqual([]);
    expect(reasons({ goals: [] })).toEqual(["no-goals"]);
  });
});
