import { closeSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { BenchDistrict } from "./district.ts";
import { planLines } from "./plan-rows.ts";
import { seededRandom } from "./random.ts";
import { demographicLines } from "./demographic-rows.ts";

const DISTRICT = { id: "700000", name: "Bench District" };
const ATTENDANCE = "daily_attendance.csv";

/** How long the attendance file became. */
export interface AttendanceFile {
  readonly rows: number;
  readonly bytes: number;
}

/** Writes the exports of a district into a folder as its systems would send them. */
export function writeDistrict(folder: string, district: BenchDistrict): AttendanceFile {
  mkdirSync(folder, { recursive: true });
  const write = (file: string, header: string, lines: readonly string[]) =>
    writeFileSync(join(folder, file), [header, ...lines, ""].join("\n"));

  const { schools, schoolDays, nextSchoolDay, holidays, students } = district;
  write("manifest.csv", "propertyName,value", ["manifest.version,1.0", "oneroster.version,1.2"]);
  write("orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId", [
    `${DISTRICT.id},,,${DISTRICT.name},district,${DISTRICT.id},`,
    ...schools.map(({ id, name }) => `${id},,,${name},school,${id},${DISTRICT.id}`),
  ]);
  write(
    "users.csv",
    "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,identifier,grades",
    students.map(
      ({ id, givenName, familyName, grade }) =>
        `${id},,,true,s${id},${givenName},${familyName},${id},${grade}`,
    ),
  );
  write(
    "roles.csv",
    "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId",
    students.flatMap(({ id, enrollments }) =>
      enrollments.map(
        ({ school, enteredOn, withdrewOn }, index) =>
          `R${id}-${index},,,${id},primary,student,${enteredOn},${withdrewOn ?? ""},${school}`,
      ),
    ),
  );
  const { demographics, programs } = demographicLines(students);
  write(
    "demographics.csv",
    "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity",
    demographics,
  );
  write(
    "studentProgramAssociations.csv",
    "studentUniqueId,programName,beginDate,endDate",
    programs,
  );
  write("calendarDates.csv", "schoolId,date,calendarEvent", [
    ...schools.flatMap(({ id }) =>
      [...schoolDays, nextSchoolDay].map((on) => `${id},${on},Instructional day`),
    ),
    ...schools.flatMap(({ id }) => holidays.map((on) => `${id},${on},Holiday`)),
  ]);
  const { plans, goals, actionSteps, reviews } = planLines(district);
  write(
    "plans.csv",
    "plan_id,student_id,plan_type,school_year,status,opened_on,closed_on,counselor_id",
    plans,
  );
  write(
    "goals.csv",
    "goal_id,plan_id,domain,description,measurement,set_on,target_on,status,status_on",
    goals,
  );
  write(
    "action_steps.csv",
    "action_step_id,goal_id,description,owner,focus_area,due_on,completed_on",
    actionSteps,
  );
  write(
    "reviews.csv",
    "review_id,plan_id,status,scheduled_on,held_on,participants,focus_areas",
    reviews,
  );
  return writeAttendance(folder, district);
}

/** How an attendance file differs from the first one of its district. */
export interface AttendanceAsked {
  /** The year is sent again and again until the file is that large. */
  readonly minimumMiB?: number;
  /** Whether the next day of instruction has come. */
  readonly isNextDay?: boolean;
  /** The share of rows that say the opposite, present for absent. */
  readonly corrected?: number;
}

/**
 * One row a student and instructional day, day after day as a year brings them: a file with the next
 * day begins with the bytes of the file without it.
 */
export function writeAttendance(
  folder: string,
  { students, schoolDays, nextSchoolDay }: BenchDistrict,
  { minimumMiB = 0, isNextDay = false, corrected = 0 }: AttendanceAsked = {},
): AttendanceFile {
  const random = seededRandom(180);
  const randomToCorrect = seededRandom(181);
  const days = isNextDay ? [...schoolDays, nextSchoolDay] : schoolDays;
  const path = join(folder, ATTENDANCE);
  const file = openSync(path, "w");
  let rows = 0;
  writeSync(file, "student_id,date,status,portion_absent\n");
  do {
    for (const on of days) {
      const lines = students.map(({ id, absence }) => {
        const first = status(absence, random);
        const isCorrected = corrected > 0 && randomToCorrect() < corrected;
        return `${id},${on},${isCorrected ? opposite(first) : first}\n`;
      });
      writeSync(file, lines.join(""));
      rows += lines.length;
    }
  } while (statSync(path).size < minimumMiB * 2 ** 20);
  closeSync(file);
  return { rows, bytes: statSync(path).size };
}

/** The status and the portion, which is empty but for a part of a day. */
function status(absence: number, random: () => number): string {
  const chance = random();
  if (chance >= absence + 0.035) return "present,";
  if (chance >= absence + 0.01) return "tardy,";
  if (chance >= absence) return `partial,0.${chance * 1000 - absence * 1000 > 5 ? "25" : "5"}`;
  return chance < absence * 0.6 ? "excused," : "unexcused,";
}

/** What a row says once it is corrected: it counts as absent where it did not, and the other way round. */
const opposite = (first: string): string =>
  ["present,", "tardy,", "partial,0.25"].includes(first) ? "unexcused," : "present,";
