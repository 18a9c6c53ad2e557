import { describe, expect, it } from "vitest";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import {
  associationPart,
  columnsOf,
  landmarkFacts,
} from "../../../functions/metrics/cube/attendance-association.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import { planId } from "../../../functions/domain/ids.ts";
import { calendar, documentOf, plan } from "../../mandates/clock-case.ts";
import { goal } from "../assessed-student.ts";
import { CONTEXT, PLAIN, schoolOf, type Drawn } from "../drawn-school.ts";

const part = (drawn: readonly Partial<Drawn>[], context = CONTEXT) =>
  associationPart(
    schoolOf(
      "A",
      drawn.map((student) => ({ ...PLAIN, ...student })),
    ),
    context,
  );
/** The 60th of 100 instructional days, Friday, November 26, 2021. */
const LANDMARK = calendar.instructionalDays[59]!;

describe("associationPart", () => {
  it.each([
    [78, 0, 1],
    [79, 0, 1],
    [80, 1, 0],
  ])(
    "takes students with 20 days after the landmark: of who left on day index %d, %d",
    (withdrewAfter, students, tooFewDaysAfter) => {
      const ofSchool = part([{ withdrewAfter }]);
      expect([ofSchool.all.n, ofSchool.tooFewDaysAfter]).toEqual([students, tooFewDaysAfter]);
    },
  );

  it.each([
    [59, 0],
    [60, 1],
  ])("asks who was at the school on the landmark: left on day index %d", (withdrewAfter, few) => {
    expect(part([{ withdrewAfter }]).tooFewDaysAfter).toBe(few);
  });

  it("leaves out grades that the mandate does not name, and students without one", () => {
    expect(part([{ grade: "03" }, { grade: null }, { grade: "12" }]).all.n).toBe(1);
  });

  it("groups students by plan and by goals, five and more together", () => {
    const ofSchool = part([...[0, 1, 4, 5, 7].map((goals) => ({ goals })), { hasPlan: false }]);
    expect([ofSchool.byPlan.yes.n, ofSchool.byPlan.no.n]).toEqual([5, 1]);
    const counted = Object.fromEntries(
      Object.entries(ofSchool.byGoals).map(([group, { n }]) => [group, n]),
    );
    expect(counted).toEqual({ "0": 2, "1": 1, "2": 0, "3": 0, "4": 1, "5+": 2 });
  });

  it("counts the goals of a plan of last year that is carried on", () => {
    const school = schoolOf("A", [{ ...PLAIN, hasPlan: false }]);
    const id = planId("P2021");
    const given = { plan: id, schoolYear: schoolYear(2021), openedOn: day("2020-09-10") };
    const goals = [goal("career", { plan: id, setOn: day("2020-09-10") })];
    const lastYears = { ...documentOf([], [plan(given)]), schoolYear: schoolYear(2021), goals };
    const students = school.students.map((record) => ({
      ...record,
      more: { ...record.more, earlier: [lastYears] },
    }));
    const { byPlan, byGoals } = associationPart({ ...school, students }, CONTEXT);
    expect([byPlan.yes.n, byGoals["0"].n, byGoals["1"].n]).toEqual([1, 0, 1]);
  });

  it("counts attendance after the landmark apart from attendance before it", () => {
    // Absent on 6 of the 60 days up to the landmark, and on 4 of the 40 after it.
    const absentAfter = [0, 1, 2, 3, 4, 59, 60, 61, 62, 63];
    const columns = columnsOf(effectivePractice);
    const { all, byPlan, chronic } = part([{ absentAfter, goals: 2 }]);
    expect(all.means[columns.plan]).toBe(1);
    expect(all.means[columns.goals]).toBe(2);
    expect(all.means[columns.before]).toBeCloseTo(0.9, 12);
    expect(all.means[columns.outcome]).toBeCloseTo(0.9, 12);
    expect(byPlan.yes.means[0]).toBeCloseTo(0.9, 12);
    expect(chronic).toEqual({
      yes: { numerator: 1, denominator: 1 },
      no: { numerator: 0, denominator: 0 },
    });
  });

  it("has a column for each grade but the first", () => {
    const columns = columnsOf(effectivePractice);
    const { all } = part([{ grade: "06" }, { grade: "08" }]);
    const grades = columns.grades.map((_, index) => all.means[columns.firstGrade + index]);
    expect(columns.grades).toEqual(["07", "08", "09", "10", "11", "12"]);
    expect(grades).toEqual([0, 0.5, 0, 0, 0, 0]);
  });

  it.each([[{ plans: false, attendance: true }], [{ plans: true, attendance: false }]])(
    "has nobody where records were not sent: %j",
    (availability) => {
      expect(part([{}], { ...CONTEXT, availability }).all.n).toBe(0);
    },
  );
});

describe("goals without a day", () => {
  it.each([
    [10, 9],
    [9, 0],
  ])("in one of %d students leave %d in the association", (students, left) => {
    const school = schoolOf(
      "A",
      Array.from({ length: students }, () => ({ ...PLAIN, goals: 1 })),
    );
    const [first, ...others] = school.students;
    const goals = first!.document!.goals.map((goal) => ({ ...goal, setOn: null }));
    const undated = { ...first!, document: { ...first!.document!, goals } };
    expect(associationPart({ ...school, students: [undated, ...others] }, CONTEXT).all.n).toBe(
      left,
    );
  });
});

describe("landmarkFacts", () => {
  const facts = (opened: string, setOn: string | null) => {
    const records = schoolOf("A", [PLAIN]);
    const document = {
      ...documentOf([], [plan({ openedOn: day(opened) })]),
      goals: [goal("career", { setOn: setOn === null ? null : day(setOn) })],
    };
    return landmarkFacts({ ...records.students[0]!, document }, records, CONTEXT);
  };

  it("takes plans and goals as they stood on the landmark day", () => {
    expect(LANDMARK).toBe("2021-11-26");
    expect(facts("2021-11-26", "2021-11-26")).toMatchObject({ hasPlan: true, goals: 1 });
    expect(facts("2021-11-27", "2021-11-27")).toMatchObject({ hasPlan: false, goals: 0 });
  });

  it("leaves out who has a goal of which nobody knows since when", () => {
    expect(facts("2021-11-26", null)).toBe("outside");
  });

  it("takes a student who came on the landmark day, and none who came after it", () => {
    const records = schoolOf("A", [PLAIN]);
    const came = (enteredOn: string) => {
      const [student] = records.students;
      const enrollments = student!.enrollments.map((enrollment) => ({
        ...enrollment,
        enteredOn: day(enteredOn),
      }));
      return landmarkFacts({ ...student!, enrollments }, records, CONTEXT);
    };
    expect(came("2021-11-26")).toMatchObject({ before: { enrolledDays: 1 } });
    expect(came("2021-11-27")).toBe("outside");
  });

  it("knows nothing before the landmark day has come into the calendar", () => {
    const records = schoolOf("A", [PLAIN]);
    const short = (days: number) =>
      new Map([
        [
          records.school,
          { ...calendar, instructionalDays: calendar.instructionalDays.slice(0, days) },
        ],
      ]);
    const of = (days: number) =>
      landmarkFacts(records.students[0]!, { ...records, calendars: short(days) }, CONTEXT);
    expect(of(59)).toBe("outside");
    expect(of(60)).toBe("too-few-days");
  });
});
