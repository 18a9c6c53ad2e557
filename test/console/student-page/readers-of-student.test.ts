import { describe, expect, it } from "vitest";
import { readersOfStudent } from "../../../functions/console/student-page/readers-of-student.ts";
import type { HeldRole, StaffMember } from "../../../functions/domain/people/staff-member.ts";
import type { StudentRow } from "../../../functions/reports/students/students-table.ts";

const SCHOOLS = [
  { id: "HS", name: "Cedar Ridge High School" },
  { id: "MS", name: "Birch Middle School" },
];
const member = (staff: string, ...roles: readonly HeldRole[]): StaffMember => ({
  ...{ staff, name: `${staff} by name`, roles },
});
const held = (
  role: HeldRole["role"],
  schools: readonly string[] = [],
  counselors: readonly string[] = [],
): HeldRole => ({ role, schools, counselors });

const row = (part: Partial<StudentRow> = {}): StudentRow =>
  ({
    ...{ student: "900", school: "HS", isEnrolled: true, caseload: "S-1", recordProblems: "" },
    ...part,
  }) as unknown as StudentRow;

const MEMBERS = [
  member("Zoe", held("counselor", ["HS"], ["S-1"])),
  member("Abe", held("counselor", ["HS"], ["S-2"])),
  member("Lea", held("district-leader")),
  member("Pia", held("principal", ["HS"])),
  member("Max", held("principal", ["MS"])),
  member("Rob", held("registrar", ["HS", "MS"])),
  member("Sam", held("state-reporter")),
  member("Otto", held("privacy-officer")),
  member("Nina"),
];
const seen = (of: StudentRow) =>
  readersOfStudent(MEMBERS, of, SCHOOLS).flatMap(({ roleName, people }) =>
    people.map(({ name, because, seesPlans }) => `${roleName}: ${name}, ${because}, ${seesPlans}`),
  );

describe("readersOfStudent", () => {
  it("has everybody who may see the student, by role and name, with the reason and how much", () => {
    expect(seen(row())).toEqual([
      "district leader: Lea by name, a district leader, true",
      "principal: Pia by name, principal of Cedar Ridge High School, true",
      "counselor: Zoe by name, counselor at Cedar Ridge High School; the student is in the caseload, true",
      "registrar: Rob by name, registrar of Cedar Ridge High School and Birch Middle School, false",
    ]);
  });

  it("has every counselor of the school where the student has none, in alphabetical order", () => {
    expect(seen(row({ caseload: "" })).filter((line) => line.startsWith("counselor"))).toEqual([
      "counselor: Abe by name, counselor at Cedar Ridge High School; the student has no counselor, true",
      "counselor: Zoe by name, counselor at Cedar Ridge High School; the student has no counselor, true",
    ]);
  });

  it("has the state reporter only of a student with records to fix, and no principal of one who left", () => {
    const left = row({ isEnrolled: false, recordProblems: "open-plan-after-leaving@2022-01-10" });
    expect(seen(left).map((line) => line.split(",")[0])).toEqual([
      "district leader: Lea by name",
      "registrar: Rob by name",
      "state reporter: Sam by name",
    ]);
  });
});
