/** What a release may show. Configuration within safe limits; the pages say it in plain words. */
export interface DisclosurePolicy {
  /** Groups and counts of 1 to one under this are hidden. */
  readonly minimumGroup: number;
  /** An association is shown from this many students, and from `minimumGroup` in each group compared. */
  readonly minimumForAssociation: number;
}

/** NCES 2011-603 found state minimums from 5 to 30, most often 10. */
export const DEFAULT_POLICY: DisclosurePolicy = { minimumGroup: 10, minimumForAssociation: 30 };

/** What the release says of its own protection: no more than is true. */
export const protectionStatement = ({ minimumGroup }: DisclosurePolicy): string =>
  `Groups and counts of fewer than ${minimumGroup} students are hidden, and students are divided one way at a time (by school, by grade or by transition). Complementary suppression across tables is not in yet: some hidden figures could still be worked out by subtracting published ones, so share this release inside the district only.`;
