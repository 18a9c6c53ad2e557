/** When public releases come out, by the as-of day of a publish. */
export const CALENDARS = ["monthly", "quarterly", "by-hand"] as const;
export type PublicCalendar = (typeof CALENDARS)[number];

/** The smallest groups that a district may choose between. */
export const SMALLEST_GROUPS = [15, 20, 30] as const;

/** How a district's public figures are protected. */
export interface ProtectionPolicy {
  /** The fewest students of a school, grade or student group with a public figure. */
  readonly smallestGroup: number;
  readonly calendar: PublicCalendar;
}

export const DEFAULT_PROTECTION: ProtectionPolicy = { smallestGroup: 20, calendar: "monthly" };

/** Student groups of a school, and its grades, need more. */
export const SMALLEST_AT_SCHOOL = 30;
/** Grades of the district are put together until each has so many. */
export const SMALLEST_GRADE = 30;
/** If this many students or fewer are in no published group, subtraction would reveal them. */
export const MOST_LEFTOVER = 9;

/** @throws when it is not one of the sizes to choose between */
export function smallestGroup(students: number): number {
  if (SMALLEST_GROUPS.some((size) => size === students)) return students;
  throw new Error(`the smallest group is ${SMALLEST_GROUPS.join(", ")} students, not ${students}`);
}

/** What the public edition says of its own protection, in words for everyone. */
export const protectionStatement = ({ smallestGroup: fewest }: ProtectionPolicy): string =>
  `Figures are bands. Before banding, each dividing line of a bar is moved by a secret whole number of students, at most 5 and mostly 0 to 2, the same all year. Groups under ${fewest} students, and students of schools under ${fewest}, are in no figure. A bar is redrawn once 5 to 8 of its students have moved; until then it carries its date. This is no mathematical guarantee: somebody who already knows all but one of a group learned that one for certain in 6 to 10 % of simulated months.`;
