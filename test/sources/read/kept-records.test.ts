import { describe, expect, it } from "vitest";
import { readFile } from "../read-export.ts";

const CLEVER =
  "Student_id,School_id,Section_id,Attendance_date,Attendance_type,Attendance_status,Excuse_code,Sis_id";
const POWER_SCHOOL =
  "id\tstudentid\tschoolid\tyearid\tatt_date\tatt_mode_code\tattendance_codeid\tatt_code\tcalendar_dayid\tatt_comment";
const ROLES =
  "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId";

const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");
const clever = (type: string) =>
  readFile("attendance.csv", text(CLEVER, `7,S,,2022-03-01,${type},absent,,a1`));
const powerSchool = (mode: string) =>
  readFile(
    "attendance.text",
    text(POWER_SCHOOL, `1\t5101\t101\t31\t03/01/2022\t${mode}\t41\tUA\t88\t`),
  );
const role = (name: string) =>
  readFile("roles.csv", text(ROLES, `r1,,,u1,primary,${name},2021-08-23,,S1,`));

describe("records of a file that is read by the values of a column", () => {
  it.each([
    ["a kind of attendance that Clever does not have", clever("whole-day"), "Attendance_type"],
    ["a mode that PowerSchool does not have", powerSchool("Daily"), "att_mode_code"],
    ["a role that OneRoster does not have", role("pupil"), "role"],
  ])("are rejected for %s", (_what, { rows, rejects, reading }, column) => {
    expect(rows).toEqual([]);
    expect(rejects).toMatchObject([{ record: 1, column, reason: "not-a-listed-value" }]);
    expect(reading).toMatchObject({ records: 1, accepted: 0, rejected: 1, leftOut: 0 });
  });

  it("are rejected where the cell is empty that decides", () => {
    const { rejects } = clever("");
    expect(rejects).toMatchObject([{ column: "Attendance_type", reason: "missing-value" }]);
  });

  it.each([
    ["attendance at a meeting", powerSchool("ATT_ModeMeeting")],
    ["a teacher", role("teacher")],
    ["a role of the vendor's own", role("ext:busDriver")],
  ])("are left out and counted as such for %s", (_what, { rows, rejects, reading }) => {
    expect(rows).toEqual([]);
    expect(rejects).toEqual([]);
    expect(reading).toMatchObject({ records: 1, accepted: 1, rejected: 0, leftOut: 1 });
  });

  it("are left out and counted as such where they say that there is no enrollment", () => {
    const header = "personID,schoolID,startDate,endDate,noShow";
    const { rows, rejects, reading } = readFile(
      "enrollment.csv",
      text(header, "1,12,2021-08-23,,Y", "2,12,2021-08-23,2021-08-22,N", "3,12,2021-08-23,,N"),
    );
    expect(rows.map(({ record }) => record)).toEqual([3]);
    expect(rejects).toEqual([]);
    expect(reading).toMatchObject({ records: 3, accepted: 3, rejected: 0, leftOut: 2 });
  });

  it("are read where they are kept", () => {
    for (const { rows, reading } of [
      clever("daily"),
      powerSchool("ATT_ModeDaily"),
      role("student"),
    ]) {
      expect(rows).toHaveLength(1);
      expect(reading.leftOut).toBe(0);
    }
  });

  it("name the column that the nearest read misses", () => {
    const { rejects } = readFile(
      "attendance_dump.csv",
      text(
        "ATT_STD_OID,ATT_DATE,ATT_PORTION_ABSENT,ATT_ABSENT_IND,ATT_EXCUSED_IND,ATT_EXCUSED_IND_02",
        "S1,2022-03-01,1.0,Q,0,0",
      ),
    );
    expect(rejects).toMatchObject([{ column: "ATT_ABSENT_IND", reason: "not-a-listed-value" }]);
  });

  it("reject a student's record whose enrollment status nobody lists", () => {
    const header =
      "local_id,first_name,last_name,school_local_id,enrollment_status,grade,registration_date";
    const read = (status: string) =>
      readFile("students_export.txt", text(header, `7,A,B,101,${status},09,2021-08-23`));
    expect(read("Aktive").rejects).toMatchObject([{ column: "enrollment_status" }]);
    expect(read("Withdrawn").rejects).toEqual([]);
    expect(read("Active").rows.map(({ table }) => table)).toContain("enrollment");
  });

  it("are each read by their own value, whatever the records before say", () => {
    const roles = ["student", "teacher", "", "teacher", " Student ", "pupil", "pupil", "student"];
    const lines = roles.map((name, n) => `r${n},,,u${n},primary,${name},2021-08-23,,S1,`);
    const { rows, rejects, reading } = readFile("roles.csv", text(ROLES, ...lines));
    expect(rows.map(({ record }) => record)).toEqual([1, 5, 8]);
    expect(rejects.map(({ record, reason }) => [record, reason])).toEqual([
      [3, "missing-value"],
      [6, "not-a-listed-value"],
      [7, "not-a-listed-value"],
    ]);
    expect(reading).toMatchObject({ leftOut: 2 });
  });
});
