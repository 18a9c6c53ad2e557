/** One way to divide students and one group of it, such as `all/all`, `grade/08` or `sex/female`. */
export type GroupKey = `${string}/${string}`;

/** Everybody at a place. */
export const EVERYBODY: GroupKey = "all/all";

/** Which students are divided by which question: the identity of a bar. */
export interface BarKey {
  /** The question, such as `statuses/review-1` or `plan-coverage`. */
  readonly statistic: string;
  /** The school's id; null for the district. */
  readonly school: string | null;
  readonly group: GroupKey;
}

/**
 * The key as text: `statuses/review-1|school 700005|all/all`. The secret shifts of public figures are
 * derived from it, so the text is a contract: a renaming in code never changes it.
 */
export const barKeyText = ({ statistic, school, group }: BarKey): string =>
  `${statistic}|${school === null ? "district" : `school ${school.replaceAll("%", "%25").replaceAll("|", "%7C")}`}|${group}`;

/** The division and the group of a group key: `grade/08` is `grade` and `08`. A group may hold a slash, a division none. */
export function divisionAndGroup(key: GroupKey): {
  readonly division: string;
  readonly group: string;
} {
  const slash = key.indexOf("/");
  return { division: key.slice(0, slash), group: key.slice(slash + 1) };
}
