import { describe, expect, it } from "vitest";
import { AS_OF, COMPLETE, contextOn, row, rowsOf, student } from "./listed-rows.ts";
import { addDays, day } from "../../../functions/domain/calendar/day.ts";
import { planId, schoolId } from "../../../functions/domain/ids.ts";
import type { PlanDocument } from "../../../functions/domain/plans/plan.ts";
import { recordsToFix } from "../../../functions/reports/students/student-filter.ts";
import { studentRows } from "../../support/student-rows.ts";
import { type StudentRow } from "../../../functions/reports/students/students-table.ts";
import { worklistEntries } from "../../../functions/reports/worklist/worklist-entries.ts";
import type { MandateProfile } from "../../../functions/mandates/rules/mandate-profile.ts";
import { assessedStudents } from "../../../functions/metrics/students/assessed-students.ts";
import type { StudentRecord } from "../../../functions/metrics/students/school-records.ts";
import { CONTEXT, schoolOf } from "../../metrics/drawn-school.ts";
import { requirementSummary } from "../../releases/mandate-rows.ts";

describe("the next step", () => {
  const step = ({ nextStep, nextStepNeed, nextStepDueOn, whoActs }: StudentRow) => [
    nextStep,
    nextStepNeed,
    nextStepDueOn,
    whoActs,
  ];

  it("is what is most urgent: overdue before due soon, the earliest day first", () => {
    // In grade 6 the transition's review was due on October 20, 2021, the others on November 12.
    expect(step(row(student({ grade: "06" })))).toEqual([
      ...["transition-6", "overdue", "2021-10-20", "counselor"],
    ]);
    expect(step(row(student()))).toEqual(["review-1", "overdue", "2021-11-12", "counselor"]);
  });

  it.each([
    ["2021-12-07", ["", "", null, ""]],
    ["2021-12-08", ["review-2", "due-soon", "2022-01-07", "counselor"]],
    ["2022-01-07", ["review-2", "due-soon", "2022-01-07", "counselor"]],
    ["2022-01-08", ["review-2", "overdue", "2022-01-07", "counselor"]],
  ])("of who has done all that was due is, on %s, %j", (asOf, expected) => {
    const ofStudent = row(student({}, { document: COMPLETE }), contextOn(day(asOf)));
    expect(step(ofStudent)).toEqual(expected);
  });

  it("is the plan where there is none, and its content comes after it", () => {
    const ofStudent = row(student({ hasPlan: false }));
    expect(step(ofStudent)).toEqual(["plan", "plan-missing", "2021-10-08", "counselor"]);
    expect(ofStudent["review-1.need"]).toBe("no-plan");
    expect(ofStudent["goal-domains.status"]).toBe("not-met");
    expect(ofStudent["goal-domains.need"]).toBe("");
    expect(ofStudent["goal-domains.because"]).toBe("");
    expect(ofStudent["plan.status"]).toBe("not-met");
    expect(ofStudent["review-1.because"]).toMatch(/no plan that the mandate accepts is open;/);
  });

  it("is of the requirements in force and asked of everybody alone", () => {
    const asked = (given: object) => {
      const { mandate } = CONTEXT;
      const requirements = mandate.requirements.map((requirement) => ({
        ...requirement,
        ...given,
      }));
      return row(student(), contextOn(AS_OF, { mandate: { ...mandate, requirements } as never }));
    };
    expect(asked({})["review-1.need"]).toBe("overdue");
    for (const given of [{ modality: "on-request" }, { effectiveUntil: "2021-11-25" }]) {
      const row = asked(given);
      expect([row["review-1.need"], row["review-1.because"], row.nextStep]).toEqual([
        ...["", "", ""],
      ]);
    }
    expect(asked({ effectiveUntil: "2021-11-26" })["review-1.need"]).toBe("overdue");
  });

  it("is a record to fix where nothing else is to be done, by who can fix it", () => {
    const statements = [{ plan: planId("P1"), school: schoolId("B"), grade: "06" as const }];
    const ofStudent = row(student({}, { document: COMPLETE, statements }));
    expect(step(ofStudent)).toEqual(["record-wrong-school", "fix-record", null, "vendor"]);
    expect(ofStudent.recordProblems).toBe("wrong-school@2021-09-06;wrong-grade@2021-09-06");
    const overdue = row(student({}, { statements }));
    expect(step(overdue).slice(0, 2)).toEqual(["review-1", "overdue"]);
    expect(overdue.recordProblems).toBe(ofStudent.recordProblems);
  });

  it("is none for a student below the mandate's grades, of whom nothing is asked", () => {
    const ofStudent = row(student({ grade: "03", hasPlan: false }));
    expect(step(ofStudent)).toEqual(["", "", null, ""]);
    expect(ofStudent).toMatchObject({
      ...{ isUnderMandate: false, requirements: "", reviews: "", recordProblems: "" },
      ...{ "review-1.status": "", "review-1.dueOn": null },
    });
  });
});

describe("the record problems of a student", () => {
  it("name a missing plan once, where the requirement asks for it, and not before it is due", () => {
    const missing = row(student({ hasPlan: false }));
    expect(missing.recordProblems).toBe("enrolled-without-plan@2021-09-06");
    expect(recordsToFix(missing, ["review-1", "review-2"])).toEqual([]);
    // Where no calendar says when a plan is due, none is known to be missing.
    const records = { ...schoolOf("A", []), calendars: new Map() };
    const students = [student({ hasPlan: false })];
    const context = contextOn(AS_OF);
    const [ofStudent] = studentRows(
      { ...records, students },
      assessedStudents({ ...records, students }, context),
      "North",
      context,
    );
    expect(ofStudent).toMatchObject({
      nextStep: "",
      whoActs: "",
      recordProblems: "",
    });
  });

  it("name a missing plan once: where a requirement asks for it", () => {
    const rule = {
      ...{
        id: "plan",
        kind: "plan",
        asks: "made",
        span: "school-year",
        modality: "must",
        status: "confirmed",
      },
      ...{ name: "Plan", rule: "A plan.", citation: "A text", dueBasis: "text" },
      due: { kind: "share-of-year", days: 1, of: 4 },
    } as const;
    const mandate = { ...CONTEXT.mandate, requirements: [rule] } as unknown as MandateProfile;
    const ofStudent = row(student({ hasPlan: false }), contextOn(AS_OF, { mandate }));
    expect(ofStudent).toMatchObject({
      ...{ "plan.need": "plan-missing", recordProblems: "enrolled-without-plan@2021-09-06" },
      ...{ nextStep: "plan", nextStepNeed: "plan-missing", whoActs: "counselor" },
    });
  });

  it("are none for a plan file that has stopped coming, which is no student's record", () => {
    const stale = contextOn(AS_OF, { stalePlansSince: addDays(AS_OF, -50) });
    expect(row(student({}, { document: COMPLETE }), stale)).toMatchObject({
      ...{ recordProblems: "", nextStep: "" },
    });
  });
});

describe("a student who left the district", () => {
  const left = (document: PlanDocument | null, withdrewOn = "2021-10-04"): StudentRecord => {
    const record = student({}, { document });
    return {
      ...record,
      enrollments: record.enrollments.map((enrollment) => ({
        ...enrollment,
        withdrewOn: day(withdrewOn),
      })),
    };
  };

  it("is in no figure, and is on the list of whoever has to close the plan", () => {
    const [ofStudent] = rowsOf([left(COMPLETE)]);
    expect(ofStudent).toMatchObject({
      ...{ isEnrolled: false, isUnderMandate: false, hasOpenPlan: true },
      ...{ requirements: "", reviews: "", enrolledDays: 0, absentDays: 0 },
      ...{ nextStep: "record-plan-without-enrollment", nextStepNeed: "fix-record" },
      ...{ whoActs: "registrar", recordProblems: "plan-without-enrollment@2021-10-04" },
    });
    expect(row(student()).isEnrolled).toBe(true);
  });

  it("is on no list without an open plan, or once enrolled at another school", () => {
    expect(rowsOf([left(null)])).toEqual([]);
    const [enrollment] = student().enrollments;
    const moved = left(COMPLETE);
    const next = { ...enrollment!, school: schoolId("B"), enteredOn: day("2021-10-04") };
    expect(rowsOf([{ ...moved, enrollments: [...moved.enrollments, next] }])).toEqual([]);
  });

  it.each([
    ["2021-11-26", false],
    ["2021-11-27", true],
  ])("left on the day of withdrawal: %s, enrolled %s", (withdrewOn, isEnrolled) => {
    expect(rowsOf([left(COMPLETE, withdrewOn)])[0]?.isEnrolled).toBe(isEnrolled);
  });
});

describe("where no plans were sent", () => {
  const silent = contextOn(AS_OF, { availability: { plans: false, attendance: true } });

  it("nobody is known to be without one, and nothing is to be done", () => {
    expect(row(student({ hasPlan: false }), silent)).toMatchObject({
      ...{ isUnderMandate: true, hasOpenPlan: false, requirements: "", reviews: "" },
      ...{ nextStep: "", nextStepNeed: "", whoActs: "", recordProblems: "" },
      ...{ "review-1.status": "", "review-1.need": "", "goal-domains.status": "" },
    });
  });

  it("the worklist is empty", () => {
    const rows = rowsOf([student({ hasPlan: false })], silent);
    const requirements = CONTEXT.mandate.requirements.map(({ id }) => requirementSummary({ id }));
    expect(worklistEntries(rows, requirements, AS_OF)).toEqual([]);
  });
});
