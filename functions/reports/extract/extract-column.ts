import type { AssessedStudent } from "../../metrics/students/assessed-student.ts";
import type { MeasureContext } from "../../metrics/students/measure-context.ts";
import type { Question } from "../../metrics/questions/question.ts";
import type { SchoolRecords } from "../../metrics/students/school-records.ts";

/** What stands where a value is missing, and why (section 5.5 of the statistics note). Nothing is left empty. */
export const MISSING = {
  "-9": "Not collected: the exports do not say",
  "-8": "Not applicable to this student, or the student's records do not show it",
  "-7": "Suppressed, to protect students",
} as const;
export const NOT_COLLECTED = "-9";
export const NOT_APPLICABLE = "-8";

/** A student as an extract is made from them. */
export interface ExtractCase {
  readonly student: AssessedStudent;
  readonly records: Pick<SchoolRecords, "school" | "calendars">;
  readonly context: MeasureContext;
  /** The questions of the mandate on the as-of day, by statistic. */
  readonly questions: ReadonlyMap<string, Question>;
}

export interface Category {
  readonly value: string;
  readonly label: string;
}

/** Whole numbers of which enough students have each, whole numbers of which only the greatest are top-coded, and months. */
export type NumberKind = "counts" | "numbers" | "months";

/** One way to write a column's values: what becomes of a fine value, and which values there are. */
export interface ColumnCoding {
  readonly coarser: (value: string) => string;
  readonly categories: readonly Category[] | NumberKind;
}

/**
 * What a column is to somebody who looks for a student: a quasi-identifier, by which they could be
 * found, or a target, which is learned once they are found. The worth to research of a bit that the
 * next generalization level loses, compared with a bit of the others, says which quasi-identifier is
 * recoded first.
 */
export type ColumnRole =
  | { readonly kind: "quasi-identifier"; readonly worth: readonly number[] }
  | { readonly kind: "target" };

/** One column of the extract: everything that the codebook says of it, and how it is filled. */
export interface ExtractColumn {
  readonly name: string;
  readonly title: string;
  readonly definition: string;
  /** Whom it speaks of. */
  readonly universe: string;
  readonly source: string;
  /** What was done so that nobody is found by it. */
  readonly treatment: string;
  readonly role: ColumnRole;
  /** By generalization level, from the finest on. */
  readonly codings: readonly ColumnCoding[];
  /** Left out with the column of this name, of which it is a part. */
  readonly onlyWith?: string;
  /** Left out where the column of this name is not at its finest level, since it would reveal that one's values. */
  readonly onlyWithFinest?: string;
  /** Whether students to whom it does not apply are left out of the extract, since mostly that would reveal that they came late. */
  readonly isForAll?: true;
  /** Whether the greatest values are top-coded, so that no single student has one. */
  readonly isTopCoded?: true;
  readonly valueOf: (extractCase: ExtractCase) => string;
}

/** The universe of most columns. */
export const ALL = "Every student of the extract.";
export const asItIs = (categories: ColumnCoding["categories"]): ColumnCoding => ({
  coarser: (value) => value,
  categories,
});

export const YES_NO: readonly Category[] = [
  { value: "1", label: "Yes" },
  { value: "0", label: "No" },
];
export const yesNo = (is: boolean): string => (is ? "1" : "0");

/**
 * A value as a column writes it at a generalization level; a missing value is missing at every
 * level. Null where the column is left out.
 */
export const writtenAt = (
  { codings }: Pick<ExtractColumn, "codings">,
  level: number,
  value: string,
): string | null => (value in MISSING ? value : (codings[level]?.coarser(value) ?? null));

const TREATMENT =
  "Included only where it reveals no quasi-identifier more finely than the extract has it. Students whose value fewer students than the minimum have are left out.";

const NUMBER_TREATMENT =
  "Included only where it reveals no quasi-identifier more finely than the extract has it. The greatest numbers are top-coded; other numbers may be those of single students.";

/** A column of what is learned once a student is found. */
export const target = (column: Omit<ExtractColumn, "treatment" | "role">): ExtractColumn => ({
  ...column,
  treatment: column.codings[0]?.categories === "numbers" ? NUMBER_TREATMENT : TREATMENT,
  role: { kind: "target" },
});
