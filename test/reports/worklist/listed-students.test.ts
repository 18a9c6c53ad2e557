import { describe, expect, it } from "vitest";
import { AS_OF, COMPLETE, contextOn, row, rowsOf, student } from "./listed-rows.ts";
import { addDays, day } from "../../../functions/domain/calendar/day.ts";
import { planId } from "../../../functions/domain/ids.ts";
import type { Goal } from "../../../functions/domain/plans/plan.ts";
import { studentsTable } from "../../../functions/reports/students/students-table.ts";
import { fromArrow, toArrow } from "../../../functions/releases/files/arrow-rows.ts";
import { documentOf, held, plan } from "../../mandates/clock-case.ts";
import { goal, step, withGoals } from "../../metrics/assessed-student.ts";
import { CONTEXT, type Drawn } from "../../metrics/drawn-school.ts";

describe("studentRows", () => {
  it("has a student's answers, due days, last review, attendance and groups", () => {
    const ofStudent = row(
      student(
        {
          sex: "female",
          raceEthnicity: "asian",
          program: "Homeless",
          absentAfter: [0, 1, 2, 3, 4, 5],
        },
        { document: { ...COMPLETE, plans: [plan({ counselor: "K-1" })] } },
      ),
    );
    expect(ofStudent).toMatchObject({
      ...{ student: "A-0", grade: "07", school: "A", schoolName: "North", counselor: "K-1" },
      ...{ isUnderMandate: true, hasOpenPlan: true, requirements: "met", reviews: "on-time" },
      ...{ nextStep: "", nextStepNeed: "", nextStepDueOn: null, whoActs: "" },
      ...{ lastReviewOn: "2021-11-01", enrolledDays: 60, absentDays: 6, isChronicallyAbsent: true },
      ...{ raceEthnicity: "asian", sex: "female", homeless: "yes", disability: "no" },
      ...{ englishLearner: "no", economicStatus: "no", recordProblems: "" },
      ...{ "review-1.status": "timely", "review-1.dueOn": "2021-11-12", "review-1.need": "" },
      ...{ "review-1.because": "", "review-2.status": "pending", "review-2.dueOn": "2022-01-07" },
      ...{ "transition-6.status": "not-applicable", "transition-6.dueOn": null },
    });
  });

  it.each([
    ["2021-11-25", "overdue"],
    ["2021-11-26", "on-track"],
  ])("names the step due on %s as the next, says %s, and has no text of it", (on, onTrack) => {
    const steps = [
      step({ actionStep: "S1", dueOn: day("2022-01-10") }),
      step({
        ...{ actionStep: "S2", dueOn: day(on), owner: "student;counselor" },
        ...{ focusArea: "resume", description: "Write to the bakery" },
      }),
    ];
    const document = withGoals([goal("career")], [], steps);
    const ofStudent = row(student({}, { document }));
    expect(ofStudent).toMatchObject({
      ...{ onTrack, actionStepDueOn: on },
      ...{ actionStepArea: "resume", actionStepOwner: "student;counselor" },
    });
    expect(JSON.stringify(ofStudent)).not.toContain("bakery");
  });

  it.each([
    ["2021-11-25", "ask <who> cook"],
    ["2021-11-26", "ask <who> cook"],
    ["2021-11-27", ""],
    [null, "ask <who> cook"],
  ])("has the masked text that three students had on %s as %j", (since, sharedTexts) => {
    const shared: Partial<Goal> = {
      ...{ textKind: "eligible" as const, sharedText: "ask <who> cook" },
      ...{ sharedSince: since === null ? null : day(since), description: "Ask the cook Ombeline" },
    };
    const ofStudent = row(student({}, { document: withGoals([goal("career", shared)]) }));
    expect(ofStudent.sharedTexts).toBe(sharedTexts);
    expect(JSON.stringify(ofStudent)).not.toContain("Ombeline");
  });

  it("has a shared text once, in alphabetical order, and none of goals given up or not compared", () => {
    const shared = (sharedText: string, given: Partial<Goal> = {}) =>
      goal("career", {
        ...({ textKind: "eligible", sharedText, sharedSince: AS_OF } as const),
        ...given,
      });
    const goals = [
      ...[shared("b <num> c"), shared("a b"), shared("b <num> c")],
      shared("given up", { status: "discontinued" }),
      shared("of every student", { textKind: "mandated" }),
      shared("set tomorrow", { setOn: addDays(AS_OF, 1) }),
    ];
    expect(row(student({}, { document: withGoals(goals) })).sharedTexts).toBe("a b;b <num> c");
    const closed = withGoals(goals);
    const plans = closed.plans.map((each) => ({ ...each, closedOn: AS_OF }));
    expect(row(student({}, { document: { ...closed, plans } })).sharedTexts).toBe("");
  });

  it("names no step where none has a due day, and says nothing of who is not asked", () => {
    const document = withGoals([goal("career")], [], [step({})]);
    const none = { actionStepDueOn: null, actionStepArea: "", actionStepOwner: "" };
    expect(row(student({}, { document }))).toMatchObject({ onTrack: "undated-only", ...none });
    const dated = withGoals([goal("career")], [], [step({ dueOn: AS_OF })]);
    const notAsked = row(student({ grade: "03" }, { document: dated }));
    expect(notAsked).toMatchObject({ isUnderMandate: false, onTrack: "", ...none });
    const withoutPlans = contextOn(AS_OF, { availability: { plans: false, attendance: true } });
    expect(row(student({}, { document: dated }), withoutPlans)).toMatchObject({
      onTrack: "",
      ...none,
    });
  });

  it("has the columns of its table, and comes back from Arrow as it went in", () => {
    const rows = rowsOf([student(), student({ grade: null }), student({ hasPlan: false })]);
    const table = studentsTable(CONTEXT.mandate.requirements.map(({ id }) => id));
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual(table.columns.map(({ name }) => name).sort());
    }
    expect(fromArrow(table, toArrow(table, rows as never))).toEqual(rows);
  });

  it("is in the order of counselors and names", () => {
    const of = (id: string, counselor: Drawn["counselor"], familyName: string, givenName = "") => {
      const record = student({ counselor });
      return {
        ...record,
        student: { ...record.student, student: id as never, familyName, givenName },
        enrollments: record.enrollments.map((enrollment) => ({
          ...enrollment,
          student: id as never,
        })),
      };
    };
    const rows = rowsOf([
      of("1", "K-2", "Alder"),
      of("2", "K-1", "Birch", "Noor"),
      of("3", "K-1", "Birch", "Maren"),
      of("5", "", "Zelkova"),
      of("4", "K-1", "Birch", "Maren"),
    ]);
    expect(rows.map((row) => row.student)).toEqual(["5", "3", "4", "2", "1"]);
  });

  it("has the last of the reviews held by the day, of accepted plans", () => {
    const reviews = [
      held("2021-11-26"),
      held("2021-10-01"),
      held("2021-11-27"),
      held("2021-11-25", { plan: planId("P2") }),
    ];
    expect(row(student({}, { document: documentOf(reviews) })).lastReviewOn).toBe("2021-11-26");
    expect(row(student()).lastReviewOn).toBeNull();
  });

  it.each([
    [5, false],
    [6, true],
  ])("is chronically absent from a tenth of 60 days on: %d absent", (absent, isChronic) => {
    const absentAfter = Array.from({ length: absent }, (_, index) => index);
    expect(row(student({ absentAfter })).isChronicallyAbsent).toBe(isChronic);
    const unsent = contextOn(AS_OF, { availability: { plans: true, attendance: false } });
    expect(row(student({ absentAfter }), unsent).isChronicallyAbsent).toBe(false);
  });

  it("says nothing of groups that records do not name", () => {
    expect(row(student())).toMatchObject({
      ...{ raceEthnicity: "", sex: "", englishLearner: "", disability: "", homeless: "" },
    });
  });
});
