import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { studentId } from "../../../functions/domain/ids.ts";
import type { ProgramParticipation } from "../../../functions/domain/people/student.ts";
import { NO_MORE_RECORDS } from "../../../functions/mandates/clock/clock-case.ts";
import { divisionOf, studentGroups } from "../../../functions/metrics/students/student-groups.ts";
import type { StudentRecord } from "../../../functions/metrics/students/school-records.ts";

const ASKED = day("2022-03-01");
const student = studentId("S-1");

const programs = (
  ...rows: readonly (readonly [program: string, beganOn: string, endedOn?: string])[]
): readonly ProgramParticipation[] =>
  rows.map(([program, beganOn, endedOn]) => ({
    student,
    program,
    beganOn: day(beganOn),
    endedOn: endedOn === undefined ? null : day(endedOn),
  }));

function recordOf(
  of: Partial<StudentRecord["student"]>,
  held: readonly ProgramParticipation[] | null,
): StudentRecord {
  return {
    student: {
      ...{ student, givenName: "", familyName: "", birthOn: null, grade: "08" },
      ...{ sex: null, raceEthnicity: null },
      ...of,
    },
    enrollments: [],
    document: null,
    absences: [],
    statements: [],
    caseload: [],
    more: { ...NO_MORE_RECORDS, programs: held },
  };
}

describe("studentGroups", () => {
  it("puts a student in one group of each division that records tell of, and in no two at once", () => {
    const groups = studentGroups(
      recordOf(
        { sex: "female", raceEthnicity: "asian" },
        programs(["Special Education", "2021-08-20"], ["Bilingual", "2021-08-20"]),
      ),
      ASKED,
    );
    expect(groups).toEqual([
      "race-ethnicity/asian",
      "sex/female",
      "english-learner/yes",
      "disability/yes",
      "economic-status/no",
      "homeless/no",
    ]);
  });

  it("says nothing of programs where the district sends none, and of sex and race where they are not told", () => {
    expect(studentGroups(recordOf({ sex: "unspecified" }, null), ASKED)).toEqual([]);
  });

  it("counts a program from its first day until the day it ends", () => {
    const on = (asked: string) =>
      studentGroups(
        recordOf({}, programs(["Homeless", "2022-01-10", "2022-02-01"])),
        day(asked),
      ).find((group) => group.startsWith("homeless"));
    expect(on("2022-01-09")).toBe("homeless/no");
    expect(on("2022-01-10")).toBe("homeless/yes");
    expect(on("2022-01-31")).toBe("homeless/yes");
    expect(on("2022-02-01")).toBe("homeless/no");
  });
});

describe("divisionOf", () => {
  it.each([
    ["English as a Second Language (ESL)", "english-learner"],
    ["LEP", "english-learner"],
    ["English language learners", "english-learner"],
    ["Sp Ed", "disability"],
    ["IDEA Part B", "disability"],
    ["Free or reduced-price lunch", "economic-status"],
    ["Economically disadvantaged", "economic-status"],
    ["McKinney-Vento", "homeless"],
    ["SWD", "disability"],
    ["FRPM", "economic-status"],
    ["ENL", "english-learner"],
  ])("takes %s for %s", (program, division) => {
    expect(divisionOf(program)).toBe(division);
  });

  it.each([
    "Section 504 Placement",
    "School Food Service",
    "Gifted and Talented",
    "Idealab",
    "Eligible athlete",
    "Not Special Education",
    "Exited Special Education",
    "General Education (not IEP)",
    "Paid (not free or reduced) lunch",
    "Non-homeless",
    "Former English Learner",
    "Bilingual Seal of Biliteracy",
    "IDEA Lab Makerspace",
  ])("takes %s for none of the groups", (program) => {
    expect(divisionOf(program)).toBeNull();
  });
});
