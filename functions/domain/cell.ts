/** Whether a figure is shown, and if not, why. Never null, 0 or an asterisk. */
export const CELL_KINDS = ["shown", "hidden", "not-enough-data", "not-applicable"] as const;
export type CellKind = (typeof CELL_KINDS)[number];
