import { readFileSync } from "node:fs";
import { type Fraction, fraction } from "../../functions/statistics/moments/fraction.ts";
import type { Moments } from "../../functions/statistics/moments/moments.ts";
import { momentsOf } from "./moments-of.ts";

/** One student of the five schools A to E in fixture.csv. */
export interface FixtureStudent {
  readonly school: string;
  readonly grade: number;
  readonly frl: number;
  readonly plan: number;
  readonly goals: number;
  readonly met: number;
  readonly incidents: number;
  readonly days: number;
  readonly absences: number;
  /** Share of days attended this year, and of 180 days the year before. */
  readonly attendance: number;
  readonly prior: number;
  readonly isChronic: boolean;
}

export const students: readonly FixtureStudent[] = readFileSync(
  new URL("./fixture.csv", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const values = line.split(",");
    const [, , grade, frl, plan, goals, met, priorAbsences, days, absences, incidents] = values.map(
      Number,
    ) as [
      ...[number, number, number, number, number, number],
      ...[number, number, number, number, number],
    ];
    return {
      school: values[1]!,
      ...{ grade, frl, plan, goals, met, incidents, days, absences },
      attendance: 1 - absences / days,
      prior: 1 - priorAbsences / 180,
      isChronic: absences * 10 >= days,
    };
  });

/** Columns of the moments below. */
export const PLAN = 0;
export const PRIOR = 1;
export const ATTENDANCE = 2;
export const GOALS = 3;
export const GRADE = 4;
export const FRL = 5;
/** Grades 7 to 12 against grade 6. */
export const GRADE_DUMMIES = [6, 7, 8, 9, 10, 11];
export const WIDTH = 12;

export const rowOf = (student: FixtureStudent): readonly number[] => [
  student.plan,
  student.prior,
  student.attendance,
  student.goals,
  student.grade,
  student.frl,
  ...[7, 8, 9, 10, 11, 12].map((grade) => Number(student.grade === grade)),
];

export const momentsOfStudents = (group: readonly FixtureStudent[]): Moments =>
  momentsOf(WIDTH, group.map(rowOf));

export const allMoments: Moments = momentsOfStudents(students);

export const schoolMoments: readonly Moments[] = ["A", "B", "C", "D", "E"].map((school) =>
  momentsOfStudents(students.filter((student) => student.school === school)),
);

export const attendanceOf = (student: FixtureStudent): Fraction =>
  fraction(student.days - student.absences, student.days);
