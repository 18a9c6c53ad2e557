import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  answeredRequirements,
  mostUrgent,
  stepsOf,
  type AnsweredRequirement,
} from "../../../functions/reports/worklist/student-steps.ts";
import type { Need } from "../../../functions/metrics/questions/needs.ts";
import { CONTEXT } from "../../metrics/drawn-school.ts";
import { review as reviewAnswer } from "../../metrics/given-answer.ts";

const SINCE = day("2022-01-10");

const review = (need: Need | null, dueOn = "2021-11-01"): AnsweredRequirement => ({
  requirement: "review-1",
  answer: reviewAnswer("not-held", day(dueOn)),
  need,
});

describe("answeredRequirements", () => {
  it("has every requirement of the mandate, without an answer for a student who has none", () => {
    const student = { answers: [], hasOpenPlan: false };
    const answered = answeredRequirements(CONTEXT, student, new Set(["review-1"]));
    expect(answered.map(({ requirement }) => requirement)).toEqual(
      CONTEXT.mandate.requirements.map(({ id }) => id),
    );
    expect(answered.every(({ answer, need }) => answer === undefined && need === null)).toBe(true);
  });
});

describe("stepsOf", () => {
  it("has what requirements wait for, then the records to fix with who fixes them", () => {
    const steps = stepsOf([review("overdue")], [{ problem: "wrong-school", sinceOn: SINCE }]);
    expect(steps).toEqual([
      {
        ...{ requirement: "review-1", need: "overdue", owner: "counselor" },
        ...{ dueOn: "2021-11-01", sinceOn: null },
      },
      {
        ...{ requirement: "record-wrong-school", need: "fix-record", owner: "vendor" },
        ...{ dueOn: null, sinceOn: SINCE },
      },
    ]);
  });

  it.each([
    ["no-plan", 1],
    ["overdue", 2],
  ] as const)("names a missing plan once: under %s there are %d tasks", (need, tasks) => {
    const missing = { problem: "enrolled-without-plan", sinceOn: SINCE } as const;
    expect(stepsOf([review(need)], [missing])).toHaveLength(tasks);
  });

  it("has nothing where nothing is needed", () => {
    expect(stepsOf([review(null)], [])).toEqual([]);
    expect(mostUrgent([])).toBeUndefined();
  });
});

describe("mostUrgent", () => {
  it("is what was due first of what is past its due day", () => {
    const steps = stepsOf([review("due-soon", "2021-10-01"), review("overdue", "2022-02-01")], []);
    expect(mostUrgent(steps)?.need).toBe("overdue");
  });
});
