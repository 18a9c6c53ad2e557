import type { Category, ExtractColumn } from "./extract-column.ts";

/** A column as one extract has it. */
export interface ExtractedColumn extends Pick<
  ExtractColumn,
  "name" | "title" | "definition" | "universe" | "source" | "treatment"
> {
  readonly type: "code" | "category" | "number" | "month";
  /** Each value of a category, and each reason why one is missing, with its students. */
  readonly values: readonly (Category & { readonly students: number })[];
  /** Students with a number or month. */
  readonly valid: number;
  /** The value from which on all are recoded to it; null where none are. */
  readonly topCode: number | null;
}

/** What a research extract says of itself: the codebook, the data package and the DDI document are made from it. */
export interface AboutExtract {
  readonly extract: string;
  readonly title: string;
  readonly district: string;
  /** "2021-22" */
  readonly schoolYear: string;
  readonly asOf: string;
  /** The staff edition that it was made from. */
  readonly edition: string;
  readonly definitionVersion: string;
  readonly mandate: string;
  /** To whom it is given and what for, as the agreement says. */
  readonly purpose: string;
  /** Rows of the file. */
  readonly students: number;
  readonly flow: ExtractFlow;
  readonly protection: ExtractProtection;
  readonly columns: readonly ExtractedColumn[];
  /** Columns that other extracts have and this one has not, with the reason. */
  readonly leftOut: readonly { readonly name: string; readonly because: string }[];
}

/** From the students of the district to the rows of the file. */
export interface ExtractFlow {
  readonly counted: number;
  readonly underMandate: number;
  /** Left out at random, or exempt. */
  readonly notSampled: number;
  /** Left out because of a rare value or a small equivalence class. */
  readonly suppressed: number;
}

export interface ExtractProtection {
  /** Fewest students of an equivalence class. */
  readonly classSize: number;
  /** Fewest students of a value. */
  readonly fewest: number;
  /** The share of students left out at random, 0 to 1. */
  readonly shareLeftOut: number;
}

/** The name of the file with the rows. */
export const EXTRACT_FILE = "students.csv";

/** How students are protected, in sentences for readers of the extract. */
export const protectionSentences = ({
  protection: { classSize, fewest, shareLeftOut },
}: AboutExtract): readonly string[] => [
  `About ${Math.round(100 * shareLeftOut)} % of the students, chosen at random, are not in the extract, nor are students who are exempt from the mandate. So a row that matches what somebody knows may be another student's. Estimates need no weights for this; totals do.`,
  `k-anonymity with k = ${classSize}: each row equals at least ${classSize - 1} others in all quasi-identifiers, where a suppressed value may be any. Quasi-identifiers are recoded to a coarser generalization level until this is so; values of single students are suppressed (-7), with as many others at random.`,
  `Each category and each count is that of at least ${fewest} students. Students with a rarer one are left out, and the greatest numbers are top-coded at a value that ${fewest} or more students have or exceed. Percents and numbers of action steps are an exception: single students may have them.`,
  "Within an equivalence class chronic absence is never the same for all students for whom it is published, nor for more than nine in ten of them where the class is under 20.",
  "A target that would reveal a quasi-identifier more finely than the extract has it, such as one that only some grades have, is left out or recoded.",
  "The extract was not compared with the public releases, whose figures are bands: who has both may know some of those figures more narrowly than the public does.",
  "Names, identifiers, days, schools, staff and free text are not in it. The code of a student is a pseudonym made from a random number, and its key was destroyed: no two extracts can be joined by it.",
];
