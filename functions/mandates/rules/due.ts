import type { Grade } from "../../domain/people/grade.ts";
import type { StudentEventKind } from "../../domain/people/student-event.ts";

/** The kind of days in which a text counts. If it does not say, both readings are kept. */
export const DAY_UNITS = ["calendar", "instructional", "unstated"] as const;
export type DayUnit = (typeof DAY_UNITS)[number];

/**
 * A part of the school year: this many of so many parts of its instructional days. Whole numbers,
 * so that the days are the same on every machine.
 */
export interface ShareOfYear {
  readonly days: number;
  readonly of: number;
}

/**
 * The day by which a rule asks for something, in the terms of its text: anchor and offset, date,
 * grade, age or event.
 */
export type Due =
  | (ShareOfYear & { readonly kind: "share-of-year" })
  /** The last instructional day of the school year. */
  | { readonly kind: "year-end" }
  /** A date of the school year, in every year or in that of a grade. */
  | {
      readonly kind: "calendar-date";
      readonly month: number;
      readonly day: number;
      readonly grade?: Grade;
    }
  /** The last instructional day of a grade. */
  | { readonly kind: "grade"; readonly edge: "end"; readonly grade: Grade }
  /**
   * The first instructional day of a grade: only where the text says "no later than", "by" or "before".
   * "At the beginning of" a grade is not its first day.
   */
  | {
      readonly kind: "grade";
      readonly edge: "begin";
      readonly grade: Grade;
      /** What the text says, paraphrased. */
      readonly says: string;
    }
  | { readonly kind: "semester-end"; readonly semester: 1 | 2; readonly grade: Grade }
  | {
      readonly kind: "days-into-grade";
      readonly grade: Grade;
      readonly days: number;
      readonly unit: DayUnit;
    }
  /** Days from the first day in the district. */
  | { readonly kind: "days-enrolled"; readonly days: number; readonly unit: DayUnit }
  | {
      readonly kind: "days-after-event";
      readonly event: StudentEventKind;
      readonly days: number;
      readonly unit: DayUnit;
    }
  | { readonly kind: "age"; readonly years: number }
  /** The text names several and does not say which governs. */
  | { readonly kind: "either"; readonly of: readonly Due[] }
  /** The text names no day: "periodic", "as soon as practicable". */
  | { readonly kind: "open"; readonly words: string };
