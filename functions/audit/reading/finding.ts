/** Why a release reveals more than it may. */
export type FindingKind =
  /** A file that no release has. */
  | "unknown-file"
  /** A column that no table has, or bytes that the rows of a table do not explain. */
  | "unknown-column"
  /** A number that is none of those which may be public. */
  | "exact-number"
  /** A share that is no band for its number of students. */
  | "narrow-band"
  /** A figure of fewer students than the smallest group. */
  | "small-group"
  /** An estimate whose decimals or limits reveal how many students are compared. */
  | "arm-size"
  /** Fewer values are possible for a count than policy asks for. */
  | "narrow-count"
  /** A bar was drawn anew although too few of its students had moved. */
  | "early-drawing"
  /** Figures that no counts and no shifts could have. */
  | "contradiction";

/** What was found and where: a table and its row, or the key of a bar; never who. */
export interface Finding {
  readonly kind: FindingKind;
  readonly where: string;
}
