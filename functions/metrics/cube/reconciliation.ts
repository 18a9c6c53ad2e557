import type { Day } from "../../domain/calendar/day.ts";
import { daysBetween } from "../../domain/calendar/day.ts";
import { isActiveOn, type Plan } from "../../domain/plans/plan.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { planStage } from "../../mandates/assess/plan-stage.ts";
import { mayBeOpen, openPlans } from "../../mandates/evidence/plan-records.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { SchoolId, StudentId } from "../../domain/ids.ts";
import { isEnrolledOn, schoolOn, type Enrollment } from "../../domain/people/student.ts";
import { nearestRank, totalOf } from "../../statistics/moments/nearest-rank.ts";
import { clockCaseOf } from "../students/assessed-students.ts";
import type { RecordProblem } from "./record-problem.ts";
import type { MeasureContext } from "../students/measure-context.ts";
import type { SchoolRecords, StudentRecord } from "../students/school-records.ts";

/** One problem of a student's records in two systems, and since when. It names a student. */
export interface Discrepancy {
  readonly student: StudentId;
  readonly problem: RecordProblem;
  readonly sinceOn: Day;
}

/**
 * Compares the plans of one school with the student information system, as of a day. A student is
 * listed at the school that counts them, and one who is enrolled nowhere at the school of the latest
 * enrollment, so that schools add up to the district.
 * That a student has no plan is a problem once the mandate's plan is due.
 * @param isUnderMandate whether the mandate asks anything of the student
 */
export function discrepancies(
  records: SchoolRecords,
  { mandate, asOf, availability, stalePlansSince }: MeasureContext,
  isUnderMandate: (student: StudentId) => boolean,
): readonly Discrepancy[] {
  /** Whether a plan that a student of the school lacks is due, by a rule whose text was read. */
  const isPlanDue = (record: StudentRecord): boolean => {
    if (mayBeOpen(mandate, documentsOf(record), asOf)) return false;
    const stage = planStage(mandate, clockCaseOf(record, records, asOf), asOf);
    return stage.kind === "due" && stage.unchecked === null;
  };
  const year = firstDayOf(schoolYearOf(asOf));
  const noted: Discrepancy[] = [];
  const note = (
    { student: { student } }: StudentRecord,
    problem: RecordProblem,
    ...days: readonly (Day | null)[]
  ): void => void noted.push({ student, problem, sinceOn: latest([year, ...days]) });
  for (const record of records.students) {
    const { student, enrollments } = record;
    const school = schoolOn(enrollments, asOf);
    if (school !== null && school !== records.school) continue;
    const open = openPlan(mandate, record, asOf);
    if (school === null) {
      const last = open === null ? null : lastEnrollment(enrollments, asOf);
      if (open === null || last?.school !== records.school) continue;
      note(record, "plan-without-enrollment", last.withdrewOn, open.openedOn);
      continue;
    }
    const enteredOn = enteredSchoolOn(record, school, asOf);
    if (open === null) {
      if (availability.plans && isUnderMandate(student.student) && isPlanDue(record)) {
        note(record, "enrolled-without-plan", enteredOn, lastClosed(record));
      }
    } else {
      const stated = statementOn(record, open);
      if (differ(stated?.school, school)) note(record, "wrong-school", enteredOn, open.openedOn);
      if (differ(stated?.grade, student.grade)) note(record, "wrong-grade", open.openedOn);
    }
    if (records.sharedIdentities.has(student.student)) {
      note(record, "duplicate-identity", enteredOn);
    }
    if (stalePlansSince !== null && open !== null) note(record, "stale-plan-file", stalePlansSince);
  }
  return noted;
}

/** The day on which the enrollment began that a school counts the student by. */
const enteredSchoolOn = ({ enrollments }: StudentRecord, school: SchoolId, asOf: Day): Day | null =>
  enrollments.find((enrollment) => enrollment.school === school && isEnrolledOn(enrollment, asOf))
    ?.enteredOn ?? null;

/** The student's open plan; of several, the one that the mandate asks for. */
const openPlan = (mandate: MandateProfile, record: StudentRecord, asOf: Day): Plan | null =>
  openPlans(mandate, documentsOf(record), asOf)[0] ??
  record.document?.plans.find((plan) => isActiveOn(plan, asOf)) ??
  null;

const statementOn = ({ statements }: StudentRecord, { plan }: Plan) =>
  statements.find((statement) => statement.plan === plan);

/** Whether the platform states something else; where one of the two says nothing, they agree. */
const differ = (stated: string | null | undefined, enrolled: string | null): boolean =>
  stated !== undefined && stated !== null && enrolled !== null && stated !== enrolled;

/** The day since which a student who had a plan has none. */
const lastClosed = ({ document }: StudentRecord): Day | null =>
  latestOrNull((document?.plans ?? []).map(({ closedOn }) => closedOn));

function lastEnrollment(enrollments: readonly Enrollment[], asOf: Day): Enrollment | null {
  let last: Enrollment | null = null;
  for (const enrollment of enrollments) {
    if (enrollment.enteredOn > asOf) continue;
    if (last === null || enrollment.enteredOn >= last.enteredOn) last = enrollment;
  }
  return last;
}

function latestOrNull(days: readonly (Day | null)[]): Day | null {
  let latestSoFar: Day | null = null;
  for (const on of days)
    if (on !== null && (latestSoFar === null || on > latestSoFar)) latestSoFar = on;
  return latestSoFar;
}

const latest = ([first, ...rest]: readonly [Day, ...(Day | null)[]]): Day =>
  latestOrNull([first, ...rest]) ?? first;

/** By problem, how many students have had it for how many whole weeks: adds up over schools. */
export interface ProblemTally {
  readonly [problem: string]: { readonly [weeks: string]: number };
}

export function tallyProblems(discrepancies: readonly Discrepancy[], asOf: Day): ProblemTally {
  const tally: { [problem: string]: { [weeks: string]: number } } = {};
  for (const { problem, sinceOn } of discrepancies) {
    const weeks = String(Math.max(0, Math.floor(daysBetween(sinceOn, asOf) / 7)));
    const byWeeks = (tally[problem] ??= {});
    byWeeks[weeks] = (byWeeks[weeks] ?? 0) + 1;
  }
  return tally;
}

/** Students with a problem, and the median number of weeks for which they have had it. */
export function problemFigures(byWeeks: { readonly [weeks: string]: number }): {
  readonly students: number;
  readonly medianWeeks: number;
} {
  return { students: totalOf(byWeeks), medianWeeks: nearestRank(byWeeks, 50) ?? 0 };
}
