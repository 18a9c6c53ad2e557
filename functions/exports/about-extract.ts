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
  /** The value from which on all are told as this one; null where none are. */
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
  /** The release whose figures it belongs to. */
  readonly release: string;
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
  readonly notDrawn: number;
  readonly stoodOut: number;
}

export interface ExtractProtection {
  /** Fewest students who look alike in all columns by which one could be found. */
  readonly alike: number;
  /** Fewest students of a value. */
  readonly fewest: number;
  /** The share of students whom a lot leaves out, 0 to 1. */
  readonly shareNotDrawn: number;
}

/** The name of the file with the rows. */
export const EXTRACT_FILE = "students.csv";

/** How the extract is made safe, in sentences for its readers. */
export const protectionSentences = ({
  protection: { alike, fewest, shareNotDrawn },
}: AboutExtract): readonly string[] => [
  `About ${Math.round(100 * shareNotDrawn)} % of the students, chosen by lot, are not in the extract, nor is who is exempt from the mandate: nobody can tell who else, so nobody can work out from it the exact figures that releases hide. Estimates need no weights for the lot; totals do.`,
  `At least ${alike} students look alike in all columns by which one could be found. What would break this is told more coarsely, or not told of single students (-7), who may then be like any other; as many others by lot are not told of either.`,
  `No category and no count of a column is told of fewer than ${fewest} students. Students who have one that few have are left out; the greatest numbers are told as one, which ${fewest} or more share. Percents and numbers of action steps are not so: single students have some of them.`,
  "Among students who look or may look alike, chronic absence is never the same for all of whom it is told, nor for more than nine in ten of a group under 20.",
  "No column tells more of who a student is than the columns that are meant to: what only some grades have is told only where grades are.",
  "The extract was laid beside the release that it was made from, and a linear program found no hidden figure that they give away together; beside the other releases of the school year it was laid figure by figure, and later ones are.",
  "Names, identifiers, days, schools, staff and free texts are not in it. The code of a student is random, and its key was thrown away: no two extracts can be joined by it.",
];
