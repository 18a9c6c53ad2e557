import { isChronicallyAbsent } from "../../../domain/calendar/attendance.ts";
import { firstDayOf } from "../../../domain/calendar/school-year.ts";
import type { Grade } from "../../../domain/people/grade.ts";
import type { ProgramParticipation } from "../../../domain/people/student.ts";
import {
  MINIMUM_ENROLLED_DAYS,
  type AttendanceDays,
} from "../../../metrics/students/attendance-days.ts";
import type { StudentRecord } from "../../../metrics/students/school-records.ts";
import { divisionOf, isSection504 } from "../../../metrics/students/student-groups.ts";
import { yearAtSchool } from "../../../metrics/students/year-at-school.ts";
import type { ReportContext, SchoolOfReport } from "./report-row.ts";

/** EDFacts FS195 has no code for another sex, nor for none: both are missing. */
export const SEXES_WITH_A_CODE: readonly string[] = ["female", "male"];

/** A student of the school year at one school, as FS195 divides students. */
export interface ChronicStudent extends AttendanceDays {
  readonly grade: Grade | null;
  /** Whether the student has at least 10 days there, and was absent on a tenth of them or more. */
  readonly isChronic: boolean;
  readonly sex: string;
  /** By category: the race, or of a status yes, no or missing. */
  readonly categories: { readonly [category: string]: string };
}

/** Statuses by the programs behind them. */
const STATUSES: { readonly [category: string]: (program: string) => boolean } = {
  disability: (program) => divisionOf(program) === "disability",
  section504: isSection504,
  englishLearner: (program) => divisionOf(program) === "english-learner",
  homeless: (program) => divisionOf(program) === "homeless",
};

/** The students who were enrolled in a school this school year by the count day, in a grade of the report or in none that is recorded. */
export function studentsOfYear(
  { records }: SchoolOfReport,
  { asOf, year, definition }: ReportContext,
): readonly ChronicStudent[] {
  const { grades } = definition.population;
  return records.students.flatMap((record): readonly ChronicStudent[] => {
    const { grade, sex, raceEthnicity } = record.student;
    if (grade !== null && grades?.includes(grade) === false) return [];
    const ofYear = yearAtSchool(record, records, asOf);
    if (ofYear === null) return [];
    const { enrolledDays, absentDays } = ofYear.here;
    const own = record.enrollments.filter(
      ({ school, withdrewOn }) =>
        school === records.school && (withdrewOn === null || withdrewOn > firstDayOf(year)),
    );
    const statuses = Object.entries(STATUSES).map(
      ([category, isMeant]) =>
        [category, statusIn({ ...record, enrollments: own }, isMeant, { asOf, year })] as const,
    );
    return [
      {
        ...{ grade, enrolledDays, absentDays },
        isChronic:
          enrolledDays >= MINIMUM_ENROLLED_DAYS && isChronicallyAbsent(absentDays, enrolledDays),
        sex: sex !== null && SEXES_WITH_A_CODE.includes(sex) ? sex : "missing",
        categories: { ...Object.fromEntries(statuses), race: raceEthnicity ?? "missing" },
      },
    ];
  });
}

/** Whether a program of the status began during an enrollment at the school, as the federal reporting tool decides it; missing where no programs are sent. */
function statusIn(
  { enrollments, more: { programs } }: Pick<StudentRecord, "enrollments" | "more">,
  isMeant: (program: string) => boolean,
  { asOf, year }: Pick<ReportContext, "asOf" | "year">,
): "yes" | "no" | "missing" {
  if (programs === null) return "missing";
  const isInside = ({ beganOn, endedOn }: ProgramParticipation): boolean =>
    beganOn <= asOf &&
    (endedOn === null || endedOn > firstDayOf(year)) &&
    enrollments.some(
      ({ enteredOn, withdrewOn }) =>
        enteredOn <= beganOn && (withdrewOn === null || beganOn < withdrewOn),
    );
  return programs.some((participation) => isMeant(participation.program) && isInside(participation))
    ? "yes"
    : "no";
}
