import { addDays, daysBetween, type Day } from "../domain/day.ts";
import type { Grade } from "../domain/grade.ts";
import type { SchoolId } from "../domain/ids.ts";
import type { ReviewStatus } from "../domain/review-status.ts";
import { standingOf, type ReviewAnswer, type StandingAnswer } from "../mandates/answer.ts";
import { overallStanding } from "../mandates/overall-standing.ts";
import { associationPart, type AssociationPart } from "./attendance-association.ts";
import type { AssessedStudent, Breakdown, Holdings, MeasureContext } from "./metric.ts";
import { METRICS } from "./metrics.ts";
import { overallStatus } from "./overall-status.ts";
import {
  discrepancies,
  tallyProblems,
  type Discrepancy,
  type ProblemTally,
} from "./reconciliation.ts";
import type { SchoolRecords } from "./school-records.ts";
import { studentGroups } from "./student-groups.ts";

/** Numerator of denominator, unprotected: never where a page can read it. */
export interface Count {
  readonly numerator: number;
  readonly denominator: number;
}

/** Something a student waits for. */
export const NEEDS = ["overdue", "due-soon", "no-plan"] as const;
export type Need = (typeof NEEDS)[number];
/** A review due within these days is near enough to act on. */
export const DUE_SOON_DAYS = 30;

/**
 * What one school adds to a release. Counts by keys, so that parts merge by adding and any split of
 * the schools gives the same district.
 */
export interface SchoolPartial {
  readonly school: SchoolId;
  readonly holds: Holdings;
  /** Instructional days of the school year in the school's calendar. */
  readonly instructionalDays: number;
  /** Students counted at the school on the as-of day, of any grade. */
  readonly students: number;
  /** Students of whom the mandate asks something. */
  readonly studentsUnderMandate: number;
  /** Students by student group, see `studentGroups`; a group that is not here has nobody. */
  readonly groups: { readonly [group: string]: number };
  /** By measure, then breakdown and group as `grade/08`; student groups as `studentGroups` calls them, after a transition as `transition/grade-12+sex/female`. */
  readonly counts: CountTable;
  /** By requirement (or `all`, which student groups have too), then breakdown and group, then review status. */
  readonly statuses: TallyTable;
  /** By requirement (or `all`), then standing; each divides the students under the mandate. */
  readonly standings: { readonly [requirement: string]: { readonly [standing: string]: number } };
  /** By requirement, then need. */
  readonly needs: { readonly [requirement: string]: { readonly [need: string]: number } };
  /** Where records of two systems do not agree, by problem and weeks. */
  readonly problems: ProblemTally;
  readonly association: AssociationPart;
}

export interface CountTable {
  readonly [measure: string]: { readonly [group: string]: Count };
}
export interface TallyTable {
  readonly [requirement: string]: {
    readonly [group: string]: { readonly [status: string]: number };
  };
}

/** What a student waits for under one requirement; null when nothing is to be done now. */
export function needOf(answer: ReviewAnswer, asOf: Day): Need | null {
  switch (answer.status) {
    case "plan-missing":
      return "no-plan";
    case "not-held":
      return "overdue";
    case "pending":
      return isDueSoon(answer, asOf) ? "due-soon" : null;
    case "timely":
    case "held-late":
    case "exempt":
    case "not-yet-assessable":
      return null;
  }
}

/** What a student waits for under a requirement that is no review: overdue while nothing is recorded. */
export function needOfStanding(answer: StandingAnswer, asOf: Day): Need | null {
  switch (answer.status) {
    case "not-met":
      return answer.evidence.length === 0 ? "overdue" : null;
    case "not-applicable": {
      const { dueOn, daysLeft } = answer;
      if (dueOn === null || daysLeft === null || answer.evidence.length > 0) return null;
      return dueOn >= asOf && daysLeft <= DUE_SOON_DAYS ? "due-soon" : null;
    }
    case "met":
    case "not-determinable":
      return null;
  }
}

const isDueSoon = ({ dueOn, opensOn }: ReviewAnswer, asOf: Day): boolean =>
  dueOn !== null &&
  daysBetween(asOf, dueOn) <= DUE_SOON_DAYS &&
  (opensOn === null || opensOn <= addDays(asOf, DUE_SOON_DAYS));

/** Measures one school whose students are assessed. Pure: equal records, day and definitions give an equal partial. */
export function measureSchool(
  records: SchoolRecords,
  students: readonly AssessedStudent[],
  context: MeasureContext,
): SchoolPartial {
  const counts: {
    [measure: string]: { [group: string]: { numerator: number; denominator: number } };
  } = {};
  const statuses: { [requirement: string]: { [group: string]: { [status: string]: number } } } = {};
  const standings: { [requirement: string]: { [standing: string]: number } } = {};
  const needs: { [requirement: string]: { [need: string]: number } } = {};
  const groups: { [group: string]: number } = {};

  for (const student of students) {
    const ownGroups = studentGroups(student.record, context.asOf);
    for (const group of ownGroups) groups[group] = (groups[group] ?? 0) + 1;
    for (const metric of METRICS) {
      if (!context.holds[metric.needs]) continue;
      const given = metric.measure(student, context);
      if (given === "outside") continue;
      const ofMetric = (counts[metric.id] ??= {});
      const countIn = (group: string): void => {
        const count = (ofMetric[group] ??= { numerator: 0, denominator: 0 });
        count.denominator++;
        if (given === "counted") count.numerator++;
      };
      for (const breakdown of metric.breakdowns) {
        const group =
          breakdown === "transition" && metric.transitionOf !== undefined
            ? metric.transitionOf(student, context)
            : groupOf(breakdown, student);
        if (group === null) continue;
        const key = `${breakdown}/${group}`;
        countIn(key);
        if (breakdown === "all") ownGroups.forEach(countIn);
        if (breakdown === "transition") ownGroups.forEach((own) => countIn(`${key}+${own}`));
      }
    }
    if (!context.holds.plans) continue;
    if (student.isUnderMandate) {
      add(standings, "all", overallStanding(student.requirements));
      for (const answer of student.requirements) {
        add(standings, answer.requirement.id, standingOf(answer));
      }
    }
    const overall = overallStatus(student.answers);
    if (overall !== null) tally(statuses, "all", student, overall, ownGroups);
    for (const answer of student.answers) {
      tally(statuses, answer.requirement.id, student, answer.status);
      const need = needOf(answer, context.asOf);
      if (need === null) continue;
      add(needs, answer.requirement.id, need);
    }
  }
  return {
    school: records.school,
    holds: context.holds,
    instructionalDays: records.calendars.get(records.school)?.instructionalDays.length ?? 0,
    students: students.length,
    studentsUnderMandate: students.filter(({ isUnderMandate }) => isUnderMandate).length,
    groups,
    counts,
    statuses,
    standings,
    needs,
    problems: tallyProblems(schoolDiscrepancies(records, students, context), context.asOf),
    association: associationPart(records, context),
  };
}

/** The school's discrepancies, its students being assessed already. */
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

function add(
  table: { [requirement: string]: { [part: string]: number } },
  requirement: string,
  part: string,
): void {
  const parts = (table[requirement] ??= {});
  parts[part] = (parts[part] ?? 0) + 1;
}

function tally(
  table: { [requirement: string]: { [group: string]: { [status: string]: number } } },
  requirement: string,
  student: AssessedStudent,
  status: ReviewStatus,
  ownGroups: readonly string[] = [],
): void {
  const groups = (table[requirement] ??= {});
  const { grade } = student.record.student;
  for (const group of ["all/all", ...(grade === null ? [] : [`grade/${grade}`]), ...ownGroups]) {
    const byStatus = (groups[group] ??= {});
    byStatus[status] = (byStatus[status] ?? 0) + 1;
  }
}

function groupOf(breakdown: Breakdown, { record, answers }: AssessedStudent): string | null {
  switch (breakdown) {
    case "all":
      return "all";
    case "grade":
      return record.student.grade satisfies Grade | null;
    case "transition": {
      const at = answers.find(({ requirement }) => requirement.kind === "transition-review");
      return at?.requirement.id ?? null;
    }
  }
}
