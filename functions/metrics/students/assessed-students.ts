import type { Day } from "../../domain/calendar/day.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { calendarFor, instructionalDaysIn } from "../../domain/calendar/school-calendar.ts";
import { asSent } from "../../domain/calendar/sent-in-full.ts";
import { GRADES, type Grade } from "../../domain/people/grade.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import {
  enrollmentOn,
  enteredDistrictOn,
  schoolOn,
  timesAway,
} from "../../domain/people/student.ts";
import { reviewAnswers } from "../../mandates/clock/answer.ts";
import { asksOf } from "../../mandates/clock/asks-of.ts";
import { assessor } from "../../mandates/assess/assess.ts";
import type { ClockCase } from "../../mandates/clock/clock-case.ts";
import { attendanceDays } from "./attendance-days.ts";
import { isExempt } from "./is-exempt.ts";
import type { AssessedStudent } from "./assessed-student.ts";
import type { RuleContext } from "./measure-context.ts";
import type { SchoolRecords, StudentRecord } from "./school-records.ts";
import { yearAtSchool } from "./year-at-school.ts";

/** A student whom the school counts on the as-of day, with what the clock needs to know of them. */
export interface CountedStudent {
  readonly record: StudentRecord;
  readonly clockCase: ClockCase;
}

export const clockCases = (records: SchoolRecords, asOf: Day): readonly CountedStudent[] =>
  records.students
    .filter(({ enrollments }) => schoolOn(enrollments, asOf) === records.school)
    .map((record) => ({ record, clockCase: clockCaseOf(record, records, asOf) }));

/** What the clock needs to know of a student whom the school counts on the as-of day. */
export function clockCaseOf(
  record: StudentRecord,
  { school, calendars }: Pick<SchoolRecords, "school" | "calendars">,
  asOf: Day,
): ClockCase {
  const since = firstDayOf(schoolYearOf(asOf));
  const ofSchool = calendars.get(school) ?? { school, instructionalDays: [] };
  const own = calendarFor(ofSchool, enrollmentOn(record.enrollments, asOf) ?? {});
  const calendar = asSent(own, asOf);
  const away = timesAway(record.enrollments, since, asOf).filter(
    ({ from, until }) => instructionalDaysIn(calendar, from, until) > 0,
  );
  return {
    grade: record.student.grade,
    document: record.document,
    calendar,
    enteredOn: enteredDistrictOn(record.enrollments, since) ?? asOf,
    ...(away.length > 0 && { away }),
    more: record.more,
  };
}

/** The students whom the school counts on the as-of day, each with the clock's answers. */
export function assessedStudents(
  records: SchoolRecords,
  { mandate, asOf }: RuleContext,
): readonly AssessedStudent[] {
  const since = firstDayOf(schoolYearOf(asOf));
  const asked = gradesAsked(mandate);
  const assess = assessor(mandate, asOf);
  return clockCases(records, asOf).map(({ record, clockCase }) => {
    const requirements = assess(clockCase);
    const isUnderMandate = record.student.grade !== null && asked.has(record.student.grade);
    const year = yearAtSchool(record, records, asOf);
    if (year === null) throw new Error("a student who is counted was enrolled here this year");
    return {
      record,
      isEnrolled: true,
      answers: reviewAnswers(requirements),
      requirements,
      isUnderMandate,
      isAsked: isUnderMandate && !isExempt(record, "all", asOf),
      attendance: attendanceDays(record, records.calendars, since, asOf),
      year,
    };
  });
}

/** The grades of which the mandate asks anything. */
const gradesAsked = (mandate: MandateProfile): ReadonlySet<Grade> =>
  new Set(GRADES.filter((grade) => asksOf(mandate, grade)));

/**
 * The students who were enrolled in the school this school year and whom it does not count on the
 * as-of day: they left, or another school counts them. Nothing is asked of them here.
 */
export function otherStudentsOfYear(records: SchoolRecords, asOf: Day): readonly AssessedStudent[] {
  const since = firstDayOf(schoolYearOf(asOf));
  return records.students.flatMap((record): readonly AssessedStudent[] => {
    if (schoolOn(record.enrollments, asOf) === records.school) return [];
    const year = yearAtSchool(record, records, asOf);
    if (year === null) return [];
    return [
      {
        record,
        isEnrolled: false,
        answers: [],
        requirements: [],
        isUnderMandate: false,
        isAsked: false,
        attendance: attendanceDays(record, records.calendars, since, asOf),
        year,
      },
    ];
  });
}
