/**
 * What sort of day a field holds, which says how early and how late it can be:
 * - `happened`: somebody did it, so not after the file came;
 * - `arranged`: it begins or ends by arrangement, up to two years after the file came;
 * - `planned`: aimed at, up to fifteen years after the file came, from kindergarten to graduation and
 *   two years of repeated grades;
 * - `born`: of a student, who was no older than 26 when the earliest records begin.
 */
export type DaySort = "happened" | "arranged" | "planned" | "born";

/** What a field's cells hold. Of a list of `values` a cell holds one, or several with `;` between them. */
export type CanonicalField =
  | { readonly is: "text" | "id" | "student" | "school-year" | "number" | "yes-no" }
  | {
      readonly is: "day" | "end-day";
      readonly sort: DaySort;
      /** Of a day that belongs to the school year of a plan: within it and what is around it, or not after. */
      readonly planYear?: "within" | "not-after";
    }
  | { readonly is: "one-of" | "list-of"; readonly values: readonly string[] };

export type DayField = Extract<CanonicalField, { readonly is: "day" | "end-day" }>;

export const isDayField = (field: CanonicalField | undefined): field is DayField =>
  field?.is === "day" || field?.is === "end-day";

export const TEXT = { is: "text" } as const;
export const ID = { is: "id" } as const;
export const STUDENT = { is: "student" } as const;
export const BORN = { is: "day", sort: "born" } as const;
export const HAPPENED = { is: "day", sort: "happened" } as const;
export const ARRANGED = { is: "day", sort: "arranged" } as const;
export const ARRANGED_END = { is: "end-day", sort: "arranged" } as const;
export const PLANNED = { is: "day", sort: "planned" } as const;
export const PLANNED_END = { is: "end-day", sort: "planned" } as const;
export const NUMBER = { is: "number" } as const;
export const YES_NO = { is: "yes-no" } as const;
export const SCHOOL_YEAR = { is: "school-year" } as const;

export const oneOf = <const V extends readonly string[]>(values: V) =>
  ({ is: "one-of", values }) as const;
export const listOf = <const V extends readonly string[]>(values: V) =>
  ({ is: "list-of", values }) as const;

/** The fields that a row cannot do without: each in one of its ways; a way is the fields that it takes together. */
export type RequiredFields = readonly (readonly (readonly string[])[])[];

/** Each of the fields, in the one way there is. */
export const all = (...fields: readonly string[]): RequiredFields =>
  fields.map((field) => [[field]]);

/** A row of any type, by its fields. */
export interface AnyRow {
  readonly [field: string]: unknown;
}
