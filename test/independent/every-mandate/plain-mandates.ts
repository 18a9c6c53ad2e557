import { readdirSync, readFileSync } from "node:fs";

/** A mandate as its file has it. */
export interface PlainMandate {
  readonly id: string;
  readonly grades: readonly string[];
  readonly planTypes: readonly string[];
  readonly entrantGraceDays: number;
  readonly requirements: readonly PlainRule[];
}

export type PlainSpan = string | { readonly grades?: readonly string[]; readonly after?: string };

/** One requirement, with the fields of every kind. */
export interface PlainRule {
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly citation: string;
  readonly read?: { readonly on: string; readonly edition: string };
  readonly kind: string;
  readonly status: string;
  readonly modality: string;
  readonly appliesTo?: PlainAudience;
  readonly due: PlainDue;
  readonly entrantDue?: PlainDue;
  readonly alternatives?: {
    readonly substitute?: { readonly plan: string; readonly tests: readonly string[] };
    readonly waivedBy?: { readonly event: string; readonly for: string };
  };
  readonly effectiveFrom?: string;
  readonly effectiveUntil?: string;
  readonly offeredBy?: string;
  readonly span?: PlainSpan;
  /** Of reviews. */
  readonly nth?: number;
  readonly minimumDaysApart?: number;
  readonly meeting?: string;
  readonly isDueInFirstYear?: true;
  readonly isMetByUpdate?: true;
  readonly needsPlan?: false;
  readonly grade?: string;
  readonly isOfEarlierPlan?: true;
  readonly opensAfter?: { readonly days: number; readonly of: number };
  /** Of a review an event and days; of an assent the event. */
  readonly reopenedBy?: string | { readonly event: string; readonly days: number };
  /** Of plans. */
  readonly asks?: string;
  /** Of content. */
  readonly all?: readonly { readonly component: string; readonly status?: string }[];
  readonly atLeast?: {
    readonly count: number;
    readonly of: readonly string[];
    readonly status?: string;
  };
  readonly tally?: PlainTally;
  /** Of assent. */
  readonly of?: readonly PlainSigner[];
  readonly isOfYearlyReview?: true;
  /** Of records. */
  readonly record?: string;
  readonly times?: number;
}

export interface PlainAudience {
  readonly grades?: readonly string[];
  readonly cohort?: { readonly by: string; readonly from?: number; readonly until?: number };
  readonly phases?: readonly { readonly grades: readonly string[]; readonly from: number }[];
  readonly programs?: { readonly anyOf?: readonly string[]; readonly noneOf?: readonly string[] };
  readonly entrants?: string;
  readonly after?: { readonly event: string; readonly within: string };
  readonly youngerThan?: number;
}

export interface PlainDue {
  readonly kind: string;
  readonly days?: number;
  /** Parts of the year, or the due days among which a text does not choose. */
  readonly of?: number | readonly PlainDue[];
  readonly month?: number;
  readonly day?: number;
  readonly grade?: string;
  readonly edge?: string;
  readonly semester?: number;
  readonly unit?: string;
  readonly event?: string;
  readonly years?: number;
}

export interface PlainTally {
  readonly component: string;
  readonly counts: string;
  readonly atLeast: number;
  readonly strands?: number;
  readonly marked?: readonly { readonly mark: string; readonly atLeast: number }[];
}

export interface PlainSigner {
  readonly anyOf: readonly string[];
  readonly who: string;
  readonly degree: string;
  readonly isOnlyForMinors?: true;
  readonly mayBeDesignee?: true;
  readonly isMetByGoodFaith?: true;
  readonly status?: string;
}

const FOLDER = new URL("../../../functions/mandates/profiles/", import.meta.url);

/** Every mandate of the project, read as data. */
export const PLAIN_MANDATES: readonly PlainMandate[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as PlainMandate);

/** Grades in the order of a school life; others have no place in it. */
export const LADDER = "IT PR PK TK KG 01 02 03 04 05 06 07 08 09 10 11 12 13 PS UG Other".split(
  " ",
);

export const gradesOf = (mandate: PlainMandate, rule: PlainRule): readonly string[] =>
  rule.grade === undefined ? (rule.appliesTo?.grades ?? mandate.grades) : [rule.grade];

/** Only what was read in the text, or is a convention, may be held against anybody. */
export const mayConvict = (status: string): boolean =>
  status === "confirmed" || status === "convention";
