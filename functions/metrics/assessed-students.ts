import type { Day } from "../domain/day.ts";
import { firstDayOf, schoolYearOf } from "../domain/school-year.ts";
import { enteredDistrictOn, schoolOn } from "../domain/student.ts";
import { reviewAnswers } from "../mandates/answer.ts";
import { asksOf } from "../mandates/asks-of.ts";
import { assess } from "../mandates/assess.ts";
import type { ClockCase } from "../mandates/clock-case.ts";
import { attendanceDays } from "./attendance-days.ts";
import { isExempt } from "./is-exempt.ts";
import type { AssessedStudent, RuleContext } from "./metric.ts";
import type { SchoolRecords, StudentRecord } from "./school-records.ts";

/** A student whom the school counts on the as-of day, with what the clock needs to know of them. */
export interface CountedStudent {
  readonly record: StudentRecord;
  readonly clockCase: ClockCase;
}

export function clockCases(records: SchoolRecords, asOf: Day): readonly CountedStudent[] {
  const since = firstDayOf(schoolYearOf(asOf));
  const calendar = records.calendars.get(records.school) ?? {
    school: records.school,
    instructionalDays: [],
  };
  return records.students
    .filter(({ stays }) => schoolOn(stays, asOf) === records.school)
    .map((record) => ({
      record,
      clockCase: {
        grade: record.student.grade,
        document: record.document,
        calendar,
        enteredOn: enteredDistrictOn(record.stays, since) ?? asOf,
        more: record.more,
      },
    }));
}

/** The students whom the school counts on the as-of day, each with the clock's answers. */
export function assessedStudents(
  records: SchoolRecords,
  { mandate, asOf }: RuleContext,
): readonly AssessedStudent[] {
  const since = firstDayOf(schoolYearOf(asOf));
  return clockCases(records, asOf).map(({ record, clockCase }) => {
    const requirements = assess(mandate, clockCase, asOf);
    const isUnderMandate = asksOf(mandate, record.student.grade);
    return {
      record,
      answers: reviewAnswers(requirements),
      requirements,
      isUnderMandate,
      isAsked: isUnderMandate && !isExempt(record, "all", asOf),
      attendance: attendanceDays(record, records.calendars, since, asOf),
    };
  });
}
