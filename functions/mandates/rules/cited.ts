/**
 * How far a fact was checked: seen in a public page, recalled from background knowledge, or looked
 * for without success. A convention is in no law: this project or the district chose it.
 */
export const FACT_STATUSES = ["confirmed", "recalled", "not-found", "convention"] as const;
export type FactStatus = (typeof FACT_STATUSES)[number];

/** Where something is written, and how far that was checked. */
export interface Cited {
  /** The section of the text, or the page that says it. */
  readonly citation: string;
  readonly status: FactStatus;
  /** The day on which the text was read, and which edition; absent if it was not read. */
  readonly read?: { readonly on: string; readonly edition: string };
}

/**
 * Whether a rule of this status can give "not met". A rule that was only recalled, or looked for
 * without success, gives at most "cannot be determined". A convention can, since somebody chose to
 * be measured by it.
 */
export const mayConvict = (status: FactStatus): boolean =>
  status === "confirmed" || status === "convention";

/** One field of a profile with its own citation. */
export interface Fact<T> extends Cited {
  readonly value: T;
}

/** The warning on every page that shows a mandate. */
export const CHECK_THE_TEXT = "The official text must be checked before use.";

/** The status as a page says it. */
export const FACT_STATUS_NAMES: { readonly [status in FactStatus]: string } = {
  confirmed: "Seen in a public page",
  recalled: "Recalled, not checked",
  "not-found": "Looked for and not found",
  convention: "Convention of this project or of the district",
};
