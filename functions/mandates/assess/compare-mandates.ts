import type { Day } from "../../domain/calendar/day.ts";
import type { StudentId } from "../../domain/ids.ts";
import {
  REQUIREMENT_STANDINGS,
  type RequirementStanding,
} from "../../domain/plans/requirement-standing.ts";
import { assess } from "./assess.ts";
import type { ClockCase } from "../clock/clock-case.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { overallStanding } from "../clock/overall-standing.ts";

/** How the same students stand under one mandate and under another. */
export interface MandateComparison {
  readonly from: string;
  readonly to: string;
  readonly asOf: Day;
  readonly students: number;
  /** Every pair of standings, including those without students. Each student is in one of them. */
  readonly moves: readonly Move[];
  /** The students whose answers the change would affect: restricted like any list of students. */
  readonly moved: readonly MovedStudent[];
}

export interface Move {
  readonly from: RequirementStanding;
  readonly to: RequirementStanding;
  readonly students: number;
}

export interface MovedStudent {
  readonly student: StudentId;
  readonly from: RequirementStanding;
  readonly to: RequirementStanding;
}

/** A student with what the clock needs to know of them. */
export interface ComparedStudent {
  readonly student: StudentId;
  readonly records: ClockCase;
}

/** What changes for the same students on the same day from one mandate to the other. */
export function compareMandates(
  from: MandateProfile,
  to: MandateProfile,
  students: readonly ComparedStudent[],
  asOf: Day,
): MandateComparison {
  const stands = students.map(({ student, records }): MovedStudent => ({
    student,
    from: overallStanding(assess(from, records, asOf)),
    to: overallStanding(assess(to, records, asOf)),
  }));
  return {
    from: from.id,
    to: to.id,
    asOf,
    students: students.length,
    moves: REQUIREMENT_STANDINGS.flatMap((before) =>
      REQUIREMENT_STANDINGS.map((after): Move => ({
        from: before,
        to: after,
        students: stands.filter((student) => student.from === before && student.to === after)
          .length,
      })),
    ),
    moved: stands.filter((student) => student.from !== student.to),
  };
}
