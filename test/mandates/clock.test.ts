// Longer than most: what moves the clock of one student, beyond the due day, belongs together.
import { describe, expect, it } from "vitest";
import { addDays, day, type Day } from "../../functions/domain/calendar/day.ts";
import type { Exemption } from "../../functions/domain/plans/exemption.ts";
import { planId, schoolId, studentId } from "../../functions/domain/ids.ts";
import { schoolYear } from "../../functions/domain/calendar/school-year.ts";
import { standingOf, type RequirementAnswer } from "../../functions/mandates/clock/answer.ts";
import { assess } from "../../functions/mandates/assess/assess.ts";
import {
  NO_MORE_RECORDS,
  type ClockCase,
  type MoreRecords,
} from "../../functions/mandates/clock/clock-case.ts";
import { birthday, dateIn, dueDay } from "../../functions/mandates/clock/due-day.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import type { MandateProfile } from "../../functions/mandates/rules/mandate-profile.ts";
import { mandateById } from "../../functions/mandates/rules/mandates.ts";
import type { Requirement } from "../../functions/mandates/rules/requirement.ts";
import { calendar, clockCase, documentOf, held, plan } from "./clock-case.ts";
import { caseOf, type ReportedStudent } from "./told-student.ts";

const answer = (
  mandate: MandateProfile,
  student: ClockCase,
  asOf: string,
  id: string,
): RequirementAnswer =>
  assess(mandate, student, day(asOf)).find(({ requirement }) => requirement.id === id)!;
const withMore = (more: Partial<MoreRecords>, student: ClockCase = clockCase({})): ClockCase => ({
  ...student,
  more: { ...NO_MORE_RECORDS, ...more },
});
const told = (jurisdiction: string, requirement: string, student: ReportedStudent) =>
  answer(mandateById(jurisdiction), caseOf(student), student.asOf, requirement);

describe("a requirement of good practice beyond reviews", () => {
  const goal = (domain: "academic" | "career" | "personal", setOn: string) => ({
    goal: domain,
    plan: planId("P1"),
    domain,
    description: "",
    measurement: "",
    setOn: day(setOn),
    targetOn: null,
    status: "in-progress" as const,
    statusOn: null,
  });
  const withGoals = (...on: readonly string[]) =>
    clockCase({
      document: {
        ...documentOf([]),
        goals: (["academic", "career", "personal"] as const).flatMap((domain, index) =>
          on[index] === undefined ? [] : [goal(domain, on[index])],
        ),
      },
    });
  const goals = (student: ClockCase, asOf = "2021-12-01") =>
    answer(effectivePractice, student, asOf, "goal-domains");

  it("has goals in all three domains by the due day of the first review, 2021-11-12", () => {
    expect(goals(withGoals("2021-10-01", "2021-10-01", "2021-11-12")).status).toBe("met");
    expect(goals(withGoals("2021-10-01", "2021-10-01", "2021-11-13")).status).toBe("not-met");
    expect(goals(withGoals("2021-10-01", "2021-10-01")).because).toBe(
      "The plan has no personal social goal. It was due on November 12, 2021.",
    );
  });

  it("is not asked before its due day", () => {
    expect(goals(withGoals(), "2021-11-12")).toMatchObject({
      status: "not-applicable",
      daysLeft: 0,
    });
    expect(goals(withGoals(), "2021-11-13").status).toBe("not-met");
  });

  it("has student, family and educator take part, in one review or in several", () => {
    const with_ = (...groups: readonly (readonly ("student" | "family" | "counselor")[])[]) =>
      clockCase({
        document: documentOf(
          groups.map((participants, index) =>
            held(addDays(day("2021-10-01"), index), { participants }),
          ),
        ),
      });
    const status = (student: ClockCase) =>
      answer(effectivePractice, student, "2022-01-21", "participation").status;
    expect(status(with_(["student", "family", "counselor"]))).toBe("met");
    expect(status(with_(["student", "counselor"], ["student", "family"]))).toBe("met");
    expect(status(with_(["student", "counselor"]))).toBe("not-met");
  });
});

describe("an exemption", () => {
  const exemption: Exemption = {
    student: studentId("0042"),
    requirement: "review-1",
    reason: "medical",
    decidedBy: "S-7",
    from: day("2021-10-01"),
    until: day("2021-12-01"),
  };
  const first = (asOf: string, given: Partial<Exemption> = {}) =>
    answer(
      effectivePractice,
      withMore({ exemptions: [{ ...exemption, ...given }] }),
      asOf,
      "review-1",
    );

  it("is in force from its first day until the day before its last, and says who decided", () => {
    expect(first("2021-09-30").status).toBe("pending");
    expect(first("2021-10-01").status).toBe("exempt");
    expect(first("2021-11-30").status).toBe("exempt");
    expect(first("2021-12-01").status).toBe("not-held");
    expect(first("2021-11-30")).toMatchObject({
      because:
        "Exempt from October 1, 2021 until December 1, 2021: Medical reasons, decided by S-7.",
      evidence: [{ record: "exemption", name: "medical", on: "2021-10-01" }],
    });
  });

  it("of all requirements exempts from each; of another from none", () => {
    expect(first("2021-10-01", { requirement: "all" }).status).toBe("exempt");
    expect(first("2021-10-01", { requirement: "review-2" }).status).toBe("pending");
    const all = withMore({ exemptions: [{ ...exemption, requirement: "all" }] });
    expect(answer(effectivePractice, all, "2021-11-20", "goal-domains").status).toBe(
      "not-applicable",
    );
  });
});

describe("an attestation", () => {
  const attest = (isMet: boolean) => ({
    student: studentId("0042"),
    requirement: "locally-met",
    isMet,
    reason: "Approved by the board in May.",
    attestedBy: "S-9",
    from: day("2022-01-03"),
    until: null,
  });
  const judged = (asOf: string, ...isMet: readonly boolean[]) =>
    answer(
      mandateById("WA"),
      withMore({ attestations: isMet.map(attest) }, clockCase({ grade: "12" })),
      asOf,
      "locally-met",
    );

  it("decides what no record can, from the day it is given", () => {
    expect(judged("2022-01-02", true).status).toBe("not-determinable");
    expect(judged("2022-01-03", true)).toMatchObject({
      status: "met",
      because: "S-9 attests on January 3, 2022: Approved by the board in May.",
    });
    expect(judged("2022-01-03", false).status).toBe("not-met");
    expect(judged("2022-01-03", true, false).status).toBe("not-met");
  });

  it("does not undo what the records decide", () => {
    const student = withMore(
      { attestations: [{ ...attest(true), requirement: "annual-review" }] },
      clockCase({ grade: "10", document: documentOf([], [plan({ openedOn: day("2020-09-07") })]) }),
    );
    expect(answer(mandateById("KY"), student, "2022-01-22", "annual-review").status).toBe(
      "not-held",
    );
  });
});

describe("a change of the plan", () => {
  const first = effectivePractice.requirements.find(({ id }) => id === "review-1");
  const mandate: MandateProfile = {
    ...effectivePractice,
    requirements: [{ ...first!, reopenedBy: { event: "plan-changed", days: 30 } } as Requirement],
  };
  const after = (asOf: string, ...on: readonly string[]) =>
    answer(
      mandate,
      withMore(
        { events: [{ kind: "plan-changed", occurredOn: day("2021-12-01") }] },
        clockCase({ document: documentOf(on.map((heldOn) => held(heldOn))) }),
      ),
      asOf,
      "review-1",
    );

  it("re-opens a review held before it, with days to hold another", () => {
    expect(after("2021-11-30", "2021-10-05").status).toBe("timely");
    expect(after("2021-12-01", "2021-10-05")).toMatchObject({
      status: "pending",
      dueOn: "2021-12-31",
    });
    expect(after("2022-01-01", "2021-10-05").status).toBe("not-held");
    expect(after("2022-01-10", "2021-10-05", "2021-12-31").status).toBe("timely");
    expect(after("2022-01-10", "2021-10-05", "2022-01-01").status).toBe("held-late");
  });

  it("does not make a late review timely, nor ask twice of who was never reviewed", () => {
    expect(after("2022-01-10", "2021-11-20", "2021-12-15")).toMatchObject({
      ...{ status: "held-late", dueOn: "2021-12-31", heldOn: "2021-12-15" },
      late: { dueOn: "2021-11-12", heldOn: "2021-11-20" },
    });
    expect(after("2022-01-10", "2021-11-20", "2022-01-01")).not.toHaveProperty("late");
    expect(after("2021-12-02")).toMatchObject({ status: "not-held", dueOn: "2021-11-12" });
  });

  it("of the pathway needs the parent's approval anew, where the rule says so", () => {
    const changed = (...assents: ReportedStudent["assents"] & object) =>
      told("AR", "pathway-change", {
        ...{ grade: "10", asOf: "2024-01-10", plan: "2023-09-10", assents },
        events: { "pathway-changed": "2023-11-01" },
      }).status;
    expect(changed(["family", "approval", "2023-11-01"])).toBe("met");
    expect(changed(["family", "approval", "2023-10-31"])).toBe("not-determinable");
    expect(changed(["family", "signature", "2023-11-02"])).toBe("not-determinable");
  });
});

describe("a student who moves", () => {
  const reviewed = documentOf([held("2021-10-05")]);

  it("within the district keeps what was done, and the receiving school owns what comes", () => {
    const receiving = { ...calendar, school: schoolId("B") };
    const student = clockCase({ document: reviewed, calendar: receiving });
    expect(answer(effectivePractice, student, "2021-12-01", "review-1")).toMatchObject({
      status: "timely",
      owner: "B",
    });
    expect(answer(effectivePractice, student, "2021-12-01", "review-2")).toMatchObject({
      status: "pending",
      owner: "B",
    });
  });

  it("into the district after the day of a plan gets the days of the text, else days of grace", () => {
    const entrant = { grade: "08", entered: "2024-11-04", asOf: "2025-01-20" } as const;
    expect(told("NC", "plan-for-entrants", { ...entrant, grade: "09" })).toMatchObject({
      status: "not-applicable",
      dueOn: "2025-02-02",
    });
    const ky = { grade: "08", entered: "2024-11-04" } as const;
    expect(told("KY", "plan-opened", { ...ky, asOf: "2024-12-04" })).toMatchObject({
      status: "not-applicable",
      dueOn: "2024-12-04",
    });
    // Grade 6 was elsewhere: a plan of then may be there.
    expect(told("KY", "plan-opened", { ...ky, asOf: "2024-12-05" }).status).toBe(
      "not-determinable",
    );
    expect(
      told("KY", "plan-opened", { ...ky, plan: "2024-12-04", asOf: "2024-12-05" }).status,
    ).toBe("met");
  });
});

describe("the years of a rule", () => {
  const ky = (id: string, student: ReportedStudent) => told("KY", id, student).status;

  it("are those of the day it came due: a student of grade 6 in 2021-22 has until its end", () => {
    const old = {
      grade: "06",
      asOf: "2022-02-01",
      plan: "2022-01-20",
      earlierPlan: "2022-01-20",
    } as const;
    expect(ky("plan-opened-until-2023", old)).toBe("met");
    expect(ky("plan-opened", old)).toBe("not-applicable");
    const now = {
      grade: "06",
      asOf: "2024-02-01",
      plan: "2024-01-18",
      earlierPlan: "2024-01-18",
    } as const;
    expect(ky("plan-opened-until-2023", now)).toBe("not-applicable");
    expect(ky("plan-opened", now)).toBe("not-met");
  });

  it("follow the student: in grade 8 of 2023-24, grade 6 was under the older rule", () => {
    const student = {
      grade: "08",
      asOf: "2024-02-01",
      plan: "2023-09-10",
      earlierPlan: "2022-01-20",
      wasIn: { "06": 2022, "07": 2023 },
    } as const;
    expect(ky("plan-opened-until-2023", student)).toBe("met");
    expect(ky("plan-opened", student)).toBe("not-applicable");
  });

  it("come in by grade: Vermont asked grade 8 from 2018-19 on", () => {
    const update = mandateById("VT").requirements.find(({ id }) => id === "annual-update")!;
    expect(update.appliesTo?.phases).toEqual([
      { grades: ["07", "09"], from: 2016 },
      { grades: ["08", "10", "11", "12"], from: 2019 },
    ]);
  });
});

describe("an IEP", () => {
  it("stands in at once where the text has no test", () => {
    const student = {
      grade: "07",
      asOf: "2022-02-01",
      plan: "2021-10-01",
      planType: "IEP",
      events: { "at-risk": "2021-10-01" },
    } as const;
    expect(told("TX", "middle-school-plan", student)).toMatchObject({
      status: "met",
      because: "An IEP replaces it.",
    });
  });

  it("that may stand in does not outweigh a plan that is there", () => {
    const document = documentOf([], [plan(), plan({ plan: planId("P2"), planType: "IEP" })]);
    const student = clockCase({ grade: "08", document });
    expect(answer(mandateById("AR"), student, "2022-02-01", "plan-opened").status).toBe("met");
  });
});

describe("days", () => {
  it("are counted over a leap day, and a birthday on it falls on 1 March of a common year", () => {
    expect(birthday(day("2008-02-29"), 14)).toBe("2022-03-01");
    expect(birthday(day("2008-02-29"), 16)).toBe("2024-02-29");
    expect(dateIn(schoolYear(2024), 2, 29)).toBe("2024-02-29");
    expect(dateIn(schoolYear(2022), 2, 29)).toBe("2022-02-28");
    expect(dateIn(schoolYear(2022), 11, 30)).toBe("2021-11-30");
    expect(dateIn(schoolYear(2022), 6, 30)).toBe("2022-06-30");
  });

  it("of instruction leave out holidays: 90 of them end later by as many", () => {
    const within = (unit: "calendar" | "instructional" | "unstated", days: readonly Day[]) =>
      dueDay(
        { kind: "days-into-grade", grade: "06", days: 90, unit },
        clockCase({ grade: "06", calendar: { ...calendar, instructionalDays: days } }),
        day("2021-10-01"),
      );
    const all = calendar.instructionalDays;
    const withoutAWeek = all.filter((on) => on < "2021-11-22" || on > "2021-11-26");
    expect(within("instructional", all)).toEqual({
      kind: "day",
      on: "2022-01-07",
      latest: "2022-01-07",
    });
    expect(within("instructional", withoutAWeek)).toMatchObject({ on: "2022-01-14" });
    expect(within("calendar", withoutAWeek)).toMatchObject({ on: "2021-12-04" });
    expect(within("unstated", all)).toEqual({
      kind: "day",
      on: "2021-12-04",
      latest: "2022-01-07",
    });
    expect(within("instructional", all.slice(0, 50)).kind).toBe("unknown");
  });

  it("cannot be told without a calendar: nothing is made of it", () => {
    const student = clockCase({ grade: "06", calendar: { ...calendar, instructionalDays: [] } });
    for (const answer of assess(mandateById("KY"), student, day("2021-12-01"))) {
      expect(["not-determinable", "not-applicable"]).toContain(standingOf(answer));
    }
  });

  it("of a band run over its years: a conference of grade 7 counts in grade 8", () => {
    const student = {
      grade: "08",
      asOf: "2022-02-01",
      meeting: "individual",
      wasIn: { "07": 2021 },
    } as const;
    const earlier = caseOf({ ...student, plan: "2021-09-06", earlierPlan: "2020-09-10" });
    const more = earlier.more!;
    const conference = held("2021-02-01", { meeting: "individual" });
    const both: ClockCase = {
      ...earlier,
      more: {
        ...more,
        earlier: more.earlier!.map((document) => ({ ...document, reviews: [conference] })),
      },
    };
    const id = "individual-conference-7-8";
    expect(answer(mandateById("UT"), both, "2022-02-01", id)).toMatchObject({
      status: "timely",
      heldOn: "2021-02-01",
    });
    expect(answer(mandateById("UT"), earlier, "2022-02-01", id).status).toBe("not-held");
    const unknown = caseOf({ ...student, plan: "2021-09-06" });
    expect(answer(mandateById("UT"), unknown, "2022-02-01", id).status).toBe("not-determinable");
    expect(answer(mandateById("UT"), unknown, "2022-01-21", id).status).toBe("pending");
  });
});

describe("a cohort", () => {
  const ok = (student: Pick<ReportedStudent, "grade" | "enteredGrade9In">) =>
    told("OK", "plan-opened", { ...student, asOf: "2022-02-01", plan: "2021-09-10" }).status;

  it("is taken from the record, and where there is none only if it cannot be otherwise", () => {
    expect(ok({ grade: "12", enteredGrade9In: 2019 })).toBe("not-applicable");
    // On ordinary progress 2019-20; who repeated a grade came before.
    expect(ok({ grade: "11" })).toBe("not-determinable");
    expect(ok({ grade: "12" })).toBe("not-determinable");
  });
});

describe("a waiver", () => {
  it("of a meeting holds for its school year, declining the plan for good", () => {
    const meeting = (on: string) =>
      told("NV", "individual-meeting", {
        ...{ grade: "10" as const, asOf: "2022-02-01", plan: "2021-09-10" },
        earlierPlan: "2020-09-10",
        events: { "meeting-waived": on },
      }).status;
    expect(meeting("2021-10-01")).toBe("exempt");
    expect(meeting("2021-06-30")).toBe("not-held");
    expect(
      told("ID", "annual-review", {
        ...{ grade: "10" as const, asOf: "2022-02-01" },
        events: { "plan-declined": "2020-09-20" },
      }).status,
    ).toBe("exempt");
  });
});
