/**
 * What a student information system's own list says of students that a report is about, and how each
 * value of it is compared: data, one file per report, checked against `sis-profile.schema.json`.
 */
export interface SisProfile {
  /** The name of its file. */
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** The report with whose records the list is compared. */
  readonly report: string;
  /** `recalled`: no list of a student information system was compared. */
  readonly status: "confirmed" | "recalled";
  /** What it rests on. */
  readonly sources: readonly string[];
  /** Names of the column with the identifier that the state gave the student. */
  readonly stateId: readonly string[];
  readonly fields: readonly SisField[];
}

/** One thing that both say. */
export interface SisField {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  /** Where the list says it; of several columns, each says a part. */
  readonly columns: readonly SisColumn[];
  /** Of several columns: what holds as soon as one of them says it. */
  readonly prevails?: string;
  /** Which value of the report's rows says it. */
  readonly row: string;
  /** By that value, what it says; a value that is not listed cannot be compared. */
  readonly means: { readonly [value: string]: string };
}

export interface SisColumn {
  readonly names: readonly string[];
  /** By the text of a cell, in any case, what it says: `""` is an empty cell, `"*"` any other that is not listed. */
  readonly codes: { readonly [text: string]: string };
}
