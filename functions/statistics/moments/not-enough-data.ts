/** The data cannot carry the statistic. An answer, never 0 and never NaN. */
export interface NotEnoughData {
  readonly kind: "not-enough-data";
  readonly reason: NotEnoughDataReason;
}

export type NotEnoughDataReason =
  /** There are fewer observations than the method needs to state its uncertainty. */
  | "too-few-observations"
  /** A column is constant, or constant once the controls are taken out. */
  | "no-variation";

export const notEnoughData = (reason: NotEnoughDataReason): NotEnoughData => ({
  kind: "not-enough-data",
  reason,
});
