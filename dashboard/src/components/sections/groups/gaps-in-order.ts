import type { GroupRow } from "./group-row.ts";

/** A group whose share and the one that it is compared with are both shown. */
export type GapRow = GroupRow & { readonly gapLow: number; readonly gapHigh: number };

/** Gaps that are certain first, the widest at the top; who is in no program is not among them, being everybody else. */
export const gapsInOrder = (rows: readonly GroupRow[]): readonly GapRow[] =>
  rows
    .filter(isGap)
    .toSorted((a, b) => certainPoints(b) - certainPoints(a) || widestPoints(b) - widestPoints(a));

/** Whether it is known which of the two is ahead, or that neither is. */
export const isCertain = ({ gap }: GapRow): boolean => gap !== "unclear";

const isGap = (row: GroupRow): row is GapRow =>
  row.gapLow !== null && row.gapHigh !== null && row.group !== "no";

/** How far apart two shares are for certain. */
export const certainPoints = ({ gapLow, gapHigh }: GapRow): number => Math.max(0, gapLow, -gapHigh);

const widestPoints = ({ gapLow, gapHigh }: GapRow): number => Math.max(gapHigh, -gapLow);
