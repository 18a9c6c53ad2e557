import { EVERYBODY, groupKey, type GroupKey } from "../../domain/figures/group-key.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { SchoolId } from "../../domain/ids.ts";
import { associationPart, type AssociationPart } from "./attendance-association.ts";
import { calendarDue, type CalendarDue } from "./calendar-due.ts";
import { otherStudentsOfYear } from "../students/assessed-students.ts";
import { dueDays, type DueDays } from "./due-days.ts";
import type { AssessedStudent } from "../students/assessed-student.ts";
import type { Availability, MeasureContext } from "../students/measure-context.ts";
import { isOf, populationName, type Question } from "../questions/question.ts";
import { questionsOf } from "./questions.ts";
import {
  discrepancies,
  tallyProblems,
  type Discrepancy,
  type ProblemTally,
} from "./reconciliation.ts";
import type { SchoolRecords } from "../students/school-records.ts";
import { counselorOf } from "../students/counselor-of.ts";
import { studentGroups } from "../students/student-groups.ts";

/**
 * One school's exact counts of answers: they are never stored where the public can read them. Each
 * student of a population is in exactly one part of each of its questions, so parts add up to the
 * population, and schools add up to the district in any order.
 */
export interface SchoolCube {
  readonly school: SchoolId;
  readonly availability: Availability;
  /** Instructional days of the school year in the school's calendar. */
  readonly instructionalDays: number;
  /** The students by population (`enrolled`, `mandate`, `grade 08`, `year school`), then group. */
  readonly students: GroupCounts<number>;
  /** The students by question, then group, then part, in the order of the question's parts. */
  readonly answers: GroupCounts<readonly number[]>;
  /** By question, the earliest day on which it is due for any student; absent if none is known. */
  readonly firstDueOn: { readonly [statistic: string]: Day };
  /** By requirement, for how many students under the mandate it is due on which day. */
  readonly dueDays: DueDays;
  /**
   * By requirement, the days between which it is due by the school's calendar, whoever is enrolled.
   */
  readonly calendarDue: CalendarDue;
  /** Students whose records disagree, by problem and weeks. */
  readonly problems: ProblemTally;
  /** The moments of the attendance association. */
  readonly association: AssociationPart;
}

export interface GroupCounts<Counts> {
  readonly [name: string]: { readonly [group: GroupKey]: Counts };
}

/**
 * Counts one school whose students are assessed, and who else was enrolled in it this school year. Pure:
 * equal records, day and definitions give an equal cube.
 * @param students those whom the school counts on the as-of day
 */
export function schoolCube(
  records: SchoolRecords,
  students: readonly AssessedStudent[],
  context: MeasureContext,
): SchoolCube {
  const sizes: { [population: string]: { [group: GroupKey]: number } } = {};
  const answers: { [statistic: string]: { [group: GroupKey]: number[] } } = {};
  const firstDueOn: { [statistic: string]: Day } = {};
  const questions = questionsOf(context.mandate, context.asOf);
  const populations = new Map(
    [...questions.map(({ population }) => population), ...ALWAYS].map((population) => [
      populationName(population),
      population,
    ]),
  );
  for (const student of [...students, ...otherStudentsOfYear(records, context.asOf)]) {
    const groups = groupsOf(student);
    for (const [name, population] of populations) {
      if (!isOf(population, student)) continue;
      const ofPopulation = (sizes[name] ??= {});
      for (const group of groups) ofPopulation[group] = (ofPopulation[group] ?? 0) + 1;
    }
    for (const question of questions) {
      if (!context.availability[question.needs] || !isOf(question.population, student)) continue;
      const { statistic, parts, dueOn } = question;
      const part = placeOfAnswer(question, question.answer(student, context));
      const ofQuestion = (answers[statistic] ??= {});
      for (const group of groups) {
        const counts = (ofQuestion[group] ??= parts.map(() => 0));
        counts[part] = (counts[part] ?? 0) + 1;
      }
      const due = dueOn?.(student) ?? null;
      const earliest = firstDueOn[statistic];
      if (due !== null && (earliest === undefined || due < earliest)) firstDueOn[statistic] = due;
    }
  }
  return {
    school: records.school,
    availability: context.availability,
    instructionalDays: records.calendars.get(records.school)?.instructionalDays.length ?? 0,
    students: sizes,
    answers,
    firstDueOn,
    dueDays: dueDays(students, context.mandate, context.asOf),
    calendarDue: calendarDue(context.mandate, records.calendars.get(records.school), context.asOf),
    problems: tallyProblems(schoolDiscrepancies(records, students, context), context.asOf),
    association: associationPart(records, context),
  };
}

const ALWAYS = [{ kind: "enrolled" }, { kind: "mandate" }] as const;

/**
 * The groups that a student is counted in: everybody, the grade, each student group and the
 * counselor; never a combination of two.
 */
const groupsOf = ({ record, year }: AssessedStudent): readonly GroupKey[] => {
  const { grade } = record.student;
  return [
    EVERYBODY,
    ...(grade === null ? [] : [groupKey("grade", grade)]),
    ...studentGroups(record, year.lastDayHere),
    groupKey("counselor", counselorOf(record)),
  ];
};

function placeOfAnswer({ statistic, parts }: Question, answer: string): number {
  const index = parts.findIndex(({ id }) => id === answer);
  if (index < 0) throw new Error(`question ${statistic} has no part ${answer}`);
  return index;
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
