import type { Day } from "../../domain/calendar/day.ts";
import type { Grade } from "../../domain/people/grade.ts";
import type { Part } from "../../domain/figures/parts.ts";
import type { AssessedStudent } from "../students/assessed-student.ts";
import type { Availability, MeasureContext } from "../students/measure-context.ts";
import { isOfYear } from "../students/is-of-year.ts";

/** Whose answers a question counts. */
export type Population =
  /** Every student enrolled on the as-of day. */
  | { readonly kind: "enrolled" }
  /**
   * All students enrolled this school year for the fewest days that are meaningful, including those
   * who left: in each of their schools by the days there, or once in the district by all of their
   * days.
   */
  | { readonly kind: "year"; readonly of: "school" | "district" }
  /** Those in the grades that the mandate covers. */
  | { readonly kind: "mandate" }
  /** Students under the mandate in one grade. */
  | { readonly kind: "grade"; readonly grade: Grade };

/** A question to which each student of a population has exactly one answer, one of its parts. */
export interface Question {
  /** The first part of the key of its bars. Its text is a contract, see `barKeyText`. */
  readonly statistic: string;
  readonly population: Population;
  readonly parts: readonly Part[];
  /** The type of records without which the question has no answer. */
  readonly needs: keyof Availability;
  /** Whether the public edition has a bar of it. */
  readonly isPublic: boolean;
  /** Parts that nobody can be in before something is due. */
  readonly afterDue: readonly string[];
  readonly answer: (student: AssessedStudent, context: MeasureContext) => string;
  /** The day it is due for one student; null if none is known. Absent if nothing falls due. */
  readonly dueOn?: (student: AssessedStudent) => Day | null;
}

export const isOf = (population: Population, student: AssessedStudent): boolean => {
  switch (population.kind) {
    case "enrolled":
      return student.isEnrolled;
    case "year":
      return isOfYear(student, population.of);
    case "mandate":
      return student.isUnderMandate;
    case "grade":
      return student.isUnderMandate && student.record.student.grade === population.grade;
  }
};

/** A population as text, for maps: `enrolled`, `year school`, `mandate`, `grade 08`. */
export function populationName(population: Population): string {
  switch (population.kind) {
    case "enrolled":
    case "mandate":
      return population.kind;
    case "year":
      return `year ${population.of}`;
    case "grade":
      return `grade ${population.grade}`;
  }
}
