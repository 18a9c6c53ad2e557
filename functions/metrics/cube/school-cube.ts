import type { SchoolId } from "../../domain/ids.ts";
import { associationPart, type AssociationPart } from "./attendance-association.ts";
import { calendarDue, type CalendarDue } from "./calendar-due.ts";
import { otherStudentsOfYear } from "../students/assessed-students.ts";
import { dueDays, type DueDays } from "./due-days.ts";
import type { AssessedStudent } from "../students/assessed-student.ts";
import type { Availability, MeasureContext } from "../students/measure-context.ts";
import { countedIn, countStudent, schoolCounting, type SchoolCounts } from "./school-counting.ts";
import { planPatterns, type PlanPatternTally } from "./plan-patterns.ts";
import { reviewSignatures, type SignatureTally } from "./review-signatures.ts";
import {
  discrepancies,
  tallyProblems,
  type Discrepancy,
  type ProblemTally,
} from "./reconciliation.ts";
import type { SchoolRecords } from "../students/school-records.ts";

/**
 * One school's exact counts of answers: they are never stored where the public can read them. Each
 * student of a population is in exactly one part of each of its questions, so parts add up to the
 * population, and schools add up to the district in any order.
 */
export interface SchoolCube extends SchoolCounts {
  readonly school: SchoolId;
  readonly availability: Availability;
  /** Instructional days of the school year in the school's calendar. */
  readonly instructionalDays: number;
  /** By requirement, for how many students under the mandate it is due on which day. */
  readonly dueDays: DueDays;
  /**
   * By requirement, the days between which it is due by the school's calendar, whoever is enrolled.
   */
  readonly calendarDue: CalendarDue;
  /** Students whose records disagree, by problem and weeks. */
  readonly problems: ProblemTally;
  /** Students with patterns in their plans that are questions to look into. */
  readonly patterns: PlanPatternTally;
  /** Students by the days until their last review was signed, or since it has been waiting. */
  readonly signatures: SignatureTally;
  /** The moments of the attendance association. */
  readonly association: AssociationPart;
}

/**
 * Counts one school whose students are assessed, and who else was enrolled in it this school year. Pure:
 * equal records, day and definitions give an equal cube.
 * @param students those whom the school counts on the as-of day
 * @param disagreeing its discrepancies, where they are known already
 */
export function schoolCube(
  records: SchoolRecords,
  students: readonly AssessedStudent[],
  context: MeasureContext,
  disagreeing: readonly Discrepancy[] = schoolDiscrepancies(records, students, context),
): SchoolCube {
  const { mandate, asOf, availability } = context;
  const counting = schoolCounting(context);
  for (const student of students) countStudent(counting, student);
  for (const student of otherStudentsOfYear(records, asOf)) countStudent(counting, student);
  const calendar = records.calendars.get(records.school);
  return {
    school: records.school,
    availability,
    instructionalDays: calendar?.instructionalDays.length ?? 0,
    ...countedIn(counting),
    dueDays: dueDays(students, mandate, asOf),
    calendarDue: calendarDue(mandate, calendar, asOf),
    problems: tallyProblems(disagreeing, asOf),
    patterns: planPatterns(records, students, context),
    signatures: reviewSignatures(students, context),
    association: associationPart(records, context),
  };
}

/** The school's discrepancies, of students who are assessed already. */
export function schoolDiscrepancies(
  records: SchoolRecords,
  students: readonly AssessedStudent[],
  context: MeasureContext,
): readonly Discrepancy[] {
  const underMandate = new Set(
    students.filter(({ isAsked }) => isAsked).map(({ record }) => record.student.student),
  );
  return discrepancies(records, context, (student) => underMandate.has(student));
}
