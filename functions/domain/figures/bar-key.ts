import type { GroupKey } from "./group-key.ts";

/** Which students are divided by which question: the identity of a bar. */
export interface BarKey {
  /** The question, such as `statuses/review-1` or `plan-coverage`. */
  readonly statistic: string;
  /** The school's id; null for the district. */
  readonly school: string | null;
  readonly group: GroupKey;
}

/** One part of a bar: the identity of a count of students. */
export interface CellKey extends BarKey {
  readonly part: string;
}

/**
 * The key as text: `statuses/review-1|school 700005|all/all`. The secret shifts of public figures are
 * derived from it, so the text is a contract: a renaming in code never changes it.
 */
export const barKeyText = ({ statistic, school, group }: BarKey): string =>
  `${statistic}|${school === null ? "district" : `school ${school.replaceAll("%", "%25").replaceAll("|", "%7C")}`}|${group}`;

/** A part of a bar as text: `plan-coverage|district|all/all|open`. */
export const cellKeyText = ({ part, ...bar }: CellKey): string => `${barKeyText(bar)}|${part}`;

/** What the shift of an inner boundary is derived from: the bar, and the boundary's place in it. A contract as the bar's text is. */
export const boundaryText = (key: BarKey, boundary: number): string =>
  `${barKeyText(key)}|${boundary}`;

/** What the secret part of the hold is derived from: the bar, and the day it was last drawn. A contract as the bar's text is. */
export const holdText = (key: BarKey, drawnOn: string): string =>
  `${barKeyText(key)}|hold|${drawnOn}`;
