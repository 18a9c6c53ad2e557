/** How far a fact was checked: seen in a public page, background knowledge, or looked for without success. */
export const FACT_STATUSES = ["confirmed", "recalled", "not-found"] as const;
export type FactStatus = (typeof FACT_STATUSES)[number];

/** Where something is written, and how far that was checked. */
export interface Cited {
  /** The section of the text, or the page that says it. */
  readonly citation: string;
  readonly status: FactStatus;
}

/** One field of a profile with its own citation. */
export interface Fact<T> extends Cited {
  readonly value: T;
}

/** The reader's warning for every page that shows a mandate. */
export const CHECK_THE_TEXT = "The official text must be checked before use.";

/** The status as a page says it. */
export const FACT_STATUS_NAMES: { readonly [status in FactStatus]: string } = {
  confirmed: "Seen in a public page",
  recalled: "Recalled, not checked",
  "not-found": "Looked for and not found",
};
