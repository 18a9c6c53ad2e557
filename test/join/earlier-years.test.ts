import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { planId, schoolId, studentId } from "../../functions/domain/ids.ts";
import type { PlanDocument } from "../../functions/domain/plans/plan.ts";
import { schoolYear, schoolYearOf } from "../../functions/domain/calendar/school-year.ts";
import { isSentSince, NO_MORE_RECORDS } from "../../functions/mandates/clock/clock-case.ts";
import { conformedInForce } from "../../functions/pipeline/conform/conformed-in-force.ts";
import { earlierYears } from "../../functions/join/earlier-years.ts";
import { availableIn } from "../../functions/conformed/availability.ts";
import { readSchool } from "../../functions/pipeline/measure/read-school.ts";
import type { PlanAsSent } from "../../functions/sources/plans/plan-rows.ts";
import { clockCase } from "../mandates/clock-case.ts";
import { CAST, CAST_EXPORTS, freshPlaces, ingestPath } from "../support/local-district.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const YEAR = schoolYear(2022);
const plan = (student: string, year: number, given: Partial<PlanAsSent> = {}): PlanAsSent => ({
  plan: planId(`${student}/${year}`),
  student: studentId(student),
  planType: "ILP",
  schoolYear: schoolYear(year),
  status: "active",
  openedOn: day(`${year - 1}-09-10`),
  closedOn: null,
  counselor: "",
  school: null,
  grade: null,
  ...given,
});
const enrollment = (school: string, enteredOn: string, withdrewOn: string | null = null) => ({
  student: studentId("1"),
  school: schoolId(school),
  enteredOn: day(enteredOn),
  withdrewOn: withdrewOn === null ? null : day(withdrewOn),
  isPrimary: true,
});
const documentOf = (plans: readonly PlanAsSent[], year: typeof YEAR): PlanDocument => ({
  student: plans[0]!.student,
  schoolYear: year,
  plans,
  goals: [],
  actionSteps: [],
  reviews: [],
});

describe("earlierYears", () => {
  const of = (
    plans: readonly PlanAsSent[],
    given: {
      readonly grade?: "07" | "10";
      readonly calendar?: { school: string; on: string }[];
    } = {},
  ) =>
    earlierYears(
      plans,
      given.calendar ?? [],
      YEAR,
      documentOf,
    )({
      grade: given.grade ?? "07",
      enrollments: [enrollment("A", "2019-08-20", "2021-08-20"), enrollment("B", "2021-08-20")],
      plans: plans.filter(({ student }) => student === "1"),
    });
  const held = (years: ReturnType<typeof of>, since: string | null) =>
    isSentSince(
      clockCase({ more: { ...NO_MORE_RECORDS, ...years } }),
      since === null ? schoolYear(1990) : schoolYearOf(day(since)),
      day("2022-05-20"),
    );

  it("says nothing of earlier years where no plans of them were sent", () => {
    const years = of([plan("1", 2022), plan("2", 2022)]);
    expect(years).toMatchObject({ earlier: null, gradeYears: [] });
    expect(held(years, "2020-07-01")).toBe(false);
  });

  it("takes a year as sent where there are half as many plans of it, for a student without one too", () => {
    const years = of([plan("1", 2022), plan("2", 2022), plan("2", 2021)]);
    expect(years.earlier).toEqual([]);
    expect(held(years, "2020-07-01")).toBe(true);
    expect(held(years, "2019-07-01")).toBe(false);
    expect(held(years, null)).toBe(false);
  });

  it("uses a plan left over from a year that was not sent, and takes nothing for missing in it", () => {
    const others = ["2", "3", "4"].map((student) => plan(student, 2022));
    const years = of([plan("1", 2022), plan("1", 2021), ...others]);
    expect(years.earlier?.map(({ schoolYear: year }) => year)).toEqual([2021]);
    expect(held(years, "2020-07-01")).toBe(false);
  });

  it("goes back no further than to a year that is missing between", () => {
    const years = of([plan("1", 2022), plan("1", 2021), plan("1", 2019)]);
    expect(years.earlier?.map(({ schoolYear: year }) => year)).toEqual([2019, 2021]);
    expect(held(years, "2020-07-01")).toBe(true);
    expect(held(years, "2018-07-01")).toBe(false);
  });

  it("holds all of a student's plans once it goes back to grade 4", () => {
    const plans = [2022, 2021, 2020, 2019].map((year) => plan("1", year));
    expect(held(of(plans), null)).toBe(true);
    expect(held(of(plans, { grade: "10" }), null)).toBe(false);
  });

  it("shows the student in the district as far back as each school year has an enrollment or a plan", () => {
    expect(of([plan("1", 2022)]).presentSince).toBe("2019-08-20");
    expect(of([plan("1", 2022), plan("1", 2019)]).presentSince).toBe("2018-07-01");
    // Nothing shows the student in 2018-19.
    expect(of([plan("1", 2022), plan("1", 2018)]).presentSince).toBe("2019-08-20");
    expect(of([plan("2", 2018)]).presentSince).toBe("2019-08-20");
  });

  it("gives the grade of an earlier year as its plan has it, and none where two plans differ", () => {
    const years = of([
      plan("1", 2022),
      plan("1", 2021, { grade: "06" }),
      plan("1", 2020, { grade: "05" }),
      plan("1", 2020, { plan: planId("other"), grade: "06" }),
    ]);
    expect(years.gradeYears).toEqual([{ schoolYear: 2021, grade: "06" }]);
  });

  it("gives the calendar of the school in which the student was then", () => {
    const calendar = [
      { school: "A", on: "2020-09-02" },
      { school: "A", on: "2020-09-01" },
      { school: "B", on: "2020-09-03" },
      { school: "B", on: "2021-09-01" },
      { school: "A", on: "2018-09-04" },
    ];
    const { calendars } = of([plan("1", 2022)], { calendar });
    expect([...calendars]).toEqual([
      [2021, { school: "A", instructionalDays: ["2020-09-01", "2020-09-02"], isSentInPart: true }],
    ]);
  });

  it.each([
    ["2021-04-30", true],
    ["2021-05-01", undefined],
  ])("knows of a calendar to %s whether it was sent in part: %s", (last, isSentInPart) => {
    const calendar = ["2020-09-01", last].map((on) => ({ school: "A", on }));
    const { calendars } = of([plan("1", 2022)], { calendar });
    expect(calendars.get(schoolYear(2021))?.isSentInPart).toBe(isSentInPart);
  });
});

describe("readSchool", () => {
  it("passes the plans and reviews of the year before where they are sent beside this year's", async () => {
    const exports = join(scratchFolder(), "exports");
    cpSync(CAST_EXPORTS, exports, { recursive: true });
    const students = Array.from(
      { length: 52 },
      (_, index) => `C-${String(401 + index).padStart(4, "0")}`,
    );
    const plans = students.map((id) => `OLD-${id},${id},ILP,2021,closed,2020-09-10,2021-06-10,`);
    writeFileSync(
      join(exports, "plans-2021.csv"),
      [
        "plan_id,student_id,plan_type,school_year,status,opened_on,closed_on,counselor_id",
        ...plans,
      ].join("\n"),
    );
    writeFileSync(
      join(exports, "reviews-2021.csv"),
      [
        "review_id,plan_id,status,scheduled_on,held_on,participants,focus_areas",
        "R-OLD,OLD-C-0401,held,,2021-02-03,student;family,",
      ].join("\n"),
    );
    const places = await freshPlaces();
    await ingestPath(places, exports);
    const manifest = (await conformedInForce(places.records, CAST))!;
    const school = manifest.schools.find(({ id }) => id === "CAST-MS")!;
    const { students: read } = await readSchool(
      places.records,
      CAST,
      school,
      YEAR,
      availableIn(manifest),
    );
    const first = read.find(({ student }) => student.student === "C-0401")!;
    expect(first.document?.plans.map(({ schoolYear: year }) => year)).toEqual([2022]);
    expect(first.more.earlier).toMatchObject([
      { schoolYear: 2021, reviews: [{ review: "R-OLD", heldOn: "2021-02-03" }] },
    ]);
    expect(first.more.earlierSince).toBe(2021);
    const before = await readSchool(
      places.records,
      CAST,
      school,
      schoolYear(2021),
      availableIn(manifest),
    );
    const then = before.students.find(({ student }) => student.student === "C-0401")!;
    expect(then.document?.plans.map(({ schoolYear: year }) => year)).toEqual([2021]);
    // The plan of the year after is there, and says by its own days that it is not open yet.
    expect(then.more.earlier?.map(({ schoolYear: of }) => of)).toEqual([2022]);
    expect(then.more.earlierSince).toBe(2021);
  });
});
