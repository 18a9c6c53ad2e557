import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { Exemption } from "../../../functions/domain/plans/exemption.ts";
import { studentId } from "../../../functions/domain/ids.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { assess } from "../../../functions/mandates/assess/assess.ts";
import { cameDue, dueDays, firstDueOf } from "../../../functions/metrics/cube/due-days.ts";
import { mergeCubes } from "../../../functions/metrics/cube/merge-cubes.ts";
import { clockCase } from "../../mandates/clock-case.ts";
import { cubeWith } from "../../support/cube-with.ts";
import { AS_OF, assessed } from "../assessed-student.ts";
import { cubeOf, PLAIN, schoolOf } from "../drawn-school.ts";

const daysOf = (...students: readonly ReturnType<typeof assessed>[]) =>
  dueDays(students, effectivePractice, AS_OF);

describe("dueDays", () => {
  it("counts students by the day on which each requirement is due for them", () => {
    const days = daysOf(assessed({}), assessed({}), assessed({ grade: "06" }));
    expect(days["review-1"]).toEqual({ "2021-11-12": 3 });
    expect(days["review-2"]).toEqual({ "2022-01-07": 3 });
    expect(days["transition-6"]).toEqual({ "2021-10-20": 1 });
    expect(days).not.toHaveProperty("transition-9");
  });

  it("counts nobody below the mandate's grades, and nobody who is exempt", () => {
    const exemption: Exemption = {
      ...{ student: studentId("0042"), requirement: "review-1", reason: "medical" },
      ...{ decidedBy: "staff-7", from: day("2021-09-06"), until: null },
    };
    expect(daysOf(assessed({ grade: "03" }))).toEqual({});
    const days = daysOf(assessed({ exemptions: [exemption] }));
    expect(days).not.toHaveProperty("review-1");
    expect(days["review-2"]).toEqual({ "2022-01-07": 1 });
  });

  it("does not count a student who came after the day and was never asked", () => {
    const requirements = assess(
      effectivePractice,
      clockCase({ enteredOn: day("2021-11-15") }),
      AS_OF,
    );
    const late = requirements.find(({ requirement }) => requirement.id === "review-1");
    expect(late).toMatchObject({ status: "exempt", dueOn: expect.any(String) });
    expect(daysOf({ ...assessed({}), requirements })).not.toHaveProperty("review-1");
  });

  it("counts under no day whom a requirement asks of whom no day can be told", () => {
    expect(daysOf(assessed({ hasCalendar: false }))["review-1"]).toEqual({ "": 1 });
  });

  it("adds up over schools", () => {
    const cubes = ["A", "B"].map((school) => cubeOf(schoolOf(school, [PLAIN])));
    expect(mergeCubes(cubes).dueDays["review-1"]).toEqual({ "2021-11-12": 2 });
  });
});

describe("cameDue", () => {
  const days = { "2021-11-12": 3, "2022-01-07": 2, "": 5 };

  it.each([
    // On its due day a requirement is still open.
    ["2021-11-11", "2021-11-12", 0],
    ["2021-11-11", "2021-11-13", 3],
    ["2021-11-12", "2021-11-13", 3],
    ["2021-11-13", "2021-11-14", 0],
    ["2021-11-12", "2022-01-07", 3],
    ["2021-11-12", "2022-01-08", 5],
    ["2021-11-13", "2022-01-08", 2],
  ])("from %s to %s has come due for %d students", (from, until, students) => {
    expect(cameDue(days, from, until)).toBe(students);
  });

  it("is nobody of a requirement that asks nobody", () => {
    expect(cameDue(undefined, "2021-07-01", "2022-06-30")).toBe(0);
  });
});

describe("firstDueOf", () => {
  it("is the earliest day of each requirement, and none where no day can be told", () => {
    const counts = { "2022-01-07": 2, "2021-11-12": 3, "": 1 };
    const cubes = [
      cubeWith("A", { dueDays: { "review-1": counts, "plan-open": { "": 4 } } }),
      cubeWith("B", {}),
    ];
    expect(firstDueOf(cubes)).toEqual({
      A: { "review-1": "2021-11-12", "plan-open": null },
      B: {},
    });
  });
});
