import type { AssessedStudent, MeasureContext } from "../metrics/metric.ts";
import type { SchoolRecords } from "../metrics/school-records.ts";

/** What stands where a value is missing, and why (section 5.5 of the statistics note). Nothing is left empty. */
export const MISSING = {
  "-9": "Not collected: the exports do not say",
  "-8": "Not applicable to this student",
  "-7": "Not told, to protect students",
} as const;
export const NOT_COLLECTED = "-9";
export const NOT_APPLICABLE = "-8";

/** A student as an extract is made from them. */
export interface ExtractCase {
  readonly student: AssessedStudent;
  readonly records: Pick<SchoolRecords, "school" | "calendars">;
  readonly context: MeasureContext;
}

export interface Category {
  readonly value: string;
  readonly label: string;
}

/** Whole numbers of which each is told of enough students, whole numbers of which only the greatest are shared, and months. */
export type NumberKind = "counts" | "numbers" | "months";

/** One way to write a column's values: what becomes of a fine value, and which values there are. */
export interface ColumnCoding {
  readonly coarser: (value: string) => string;
  readonly categories: readonly Category[] | NumberKind;
}

/**
 * What a column is to somebody who looks for a student: a way to find them (`tells`, with the student
 * division of a release), or something that is learnt once they are found (`learnt`, with the
 * published statistics that its tabulation comes near). The worth of a bit of it to research, beside
 * a bit of the others, says what gives way first where something must.
 */
export type ColumnRole =
  | {
      readonly kind: "tells";
      readonly division: string;
      readonly worth: readonly number[];
      /** What stands for those who are in none of the division's groups. */
      readonly rest: string;
    }
  | { readonly kind: "learnt"; readonly statistics: readonly string[]; readonly worth: number };

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
  /** From the finest on. */
  readonly codings: readonly ColumnCoding[];
  /** Left out with the column of this name, of which it says a part. */
  readonly onlyWith?: string;
  /** Told only where the column of this name is at its finest, since it tells that one's values. */
  readonly onlyWithFinest?: string;
  /** Whether students to whom it does not apply are left out of the extract, since mostly it would tell that they came late. */
  readonly isForAll?: true;
  /** Whether the greatest values are told as one, so that nobody has a value alone. */
  readonly isTopCoded?: true;
  readonly valueOf: (one: ExtractCase) => string;
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

/** A value as a column writes it at a rung; what is missing stays missing, however coarse. Null where the column is left out. */
export const writtenAt = (
  { codings }: Pick<ExtractColumn, "codings">,
  rung: number,
  value: string,
): string | null => (value in MISSING ? value : (codings[rung]?.coarser(value) ?? null));

const LEARNT_TREATMENT =
  "Told since its tabulation, beside everything that was published, comes near no figure that releases hide, and since it tells no more of who a student is than the columns that are meant to. Students whose value fewer than a group may have are left out.";

const NUMBER_TREATMENT =
  "Told since its tabulation, beside everything that was published, comes near no figure that releases hide, and since it tells no more of who a student is than the columns that are meant to. The greatest numbers are told as one; others may be those of single students.";

/** A column of what is learnt once a student is found, with what was done so that it gives nobody away. */
export const learnt = (
  column: Omit<ExtractColumn, "treatment" | "role">,
  statistics: readonly string[],
  worth = 1,
): ExtractColumn => ({
  ...column,
  treatment: column.codings[0]?.categories === "numbers" ? NUMBER_TREATMENT : LEARNT_TREATMENT,
  role: { kind: "learnt", statistics, worth },
});
