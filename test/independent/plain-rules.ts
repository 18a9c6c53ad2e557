import { readFileSync } from "node:fs";

/** A rule of the mandate, as far as a plain count asks. */
export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly due: { readonly kind: string; readonly days: number; readonly of: number };
  /** Of a review of the year: which one, and how far from the one before. */
  readonly nth?: number;
  readonly minimumDaysApart?: number;
  /** Of a transition. */
  readonly grade?: string;
  readonly transitionName?: string;
  readonly opensAfter?: { readonly days: number; readonly of: number };
  readonly focusAreas?: readonly string[];
  /** Of a plan: in which sense there must be one. */
  readonly asks?: string;
  /** What a plan must contain. */
  readonly all?: readonly { readonly component: string }[];
  /** Who takes part. */
  readonly of?: readonly { readonly anyOf: readonly string[]; readonly degree: string }[];
}

/** The rules of effective practice, read as data. */
export const MANDATE = JSON.parse(
  readFileSync(
    new URL("../../functions/mandates/profiles/effective-practice.json", import.meta.url),
    "utf8",
  ),
) as {
  readonly grades: readonly string[];
  readonly planTypes: readonly string[];
  readonly entrantGraceDays: number;
  readonly requirements: readonly Rule[];
};

export const RULES = MANDATE.requirements;
export const isReview = ({ kind }: Rule): boolean => kind.endsWith("-review");
export const PLAN_RULE = RULES.find(({ kind }) => kind === "plan");
export const TRANSITIONS = RULES.filter(({ kind }) => kind === "transition-review");

/** Which student group a program's name stands for; every name of the demo is here. */
const PROGRAM_GROUPS: { readonly [name: string]: string | null } = {
  Bilingual: "english-learner",
  "English as a Second Language (ESL)": "english-learner",
  "Special Education": "disability",
  "Economically Disadvantaged": "economic-status",
  Homeless: "homeless",
  "Career and Technical Education": null,
  "Gifted and Talented": null,
  "Migrant Education": null,
  "Neglected and Delinquent Program": null,
  "School Food Service": null,
  "Section 504 Placement": null,
  "Title I Part A": null,
};

/** @throws when nobody has said which group the program stands for */
export function programGroup(name: string): string | null {
  const group = PROGRAM_GROUPS[name];
  if (group === undefined) throw new Error(`no group is given for the program ${name}`);
  return group;
}

/** Each division with its groups, in the order of display. */
export const DIVISIONS: { readonly [division: string]: readonly string[] } = {
  "race-ethnicity": "american-indian asian black hispanic pacific-islander white multiple".split(
    " ",
  ),
  sex: ["female", "male"],
  "english-learner": ["yes", "no"],
  disability: ["yes", "no"],
  "economic-status": ["yes", "no"],
  homeless: ["yes", "no"],
};

export const plusDays = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);

export const daysFrom = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;
