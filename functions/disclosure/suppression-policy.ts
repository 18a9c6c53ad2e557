/** How a release is protected against readers who reckon. Configuration within safe limits. */
export interface SuppressionPolicy {
  /** The figure of a group of 1 to one under this is hidden whatever it is, 0 and all of them included. */
  readonly minimumGroup: number;
  /** For a hidden figure of a small group, how far apart the least and the greatest possible count must lie; the whole group where it is smaller. */
  readonly widthForSmallGroup: number;
  /** The same for "almost nobody" and "almost everybody" of a larger group: 2 leaves three counts. */
  readonly widthForExtreme: number;
  /** Which share of the figures shown as an end band is hidden besides, so that hidden never proves not extreme. */
  readonly shareHiddenBesides: number;
  /** A correlation is shown from this many students, */
  readonly minimumForCorrelation: number;
  /** and from this many in each group that it compares. */
  readonly minimumForCorrelationGroup: number;
  /** A total of incidents or goals is shown where at least this many students add to it. */
  readonly minimumContributors: number;
}

/** NCES 2011-603 found state minimums from 5 to 30, most often 10; the widths are conventions (section 1.3 of the statistics note). */
export const DEFAULT_SUPPRESSION: SuppressionPolicy = {
  minimumGroup: 10,
  widthForSmallGroup: 5,
  widthForExtreme: 2,
  shareHiddenBesides: 0.1,
  minimumForCorrelation: 30,
  minimumForCorrelationGroup: 10,
  minimumContributors: 10,
};

type Limits = { readonly [name in keyof SuppressionPolicy]: readonly [number, number] };

/** What a district or a state's own rule may choose between. Beyond these nothing is published. */
const LIMITS: Limits = {
  minimumGroup: [5, 30],
  widthForSmallGroup: [3, 30],
  widthForExtreme: [2, 10],
  shareHiddenBesides: [0.02, 0.5],
  minimumForCorrelation: [30, 1000],
  minimumForCorrelationGroup: [10, 500],
  minimumContributors: [10, 500],
};

const NAMES = Object.keys(LIMITS) as readonly (keyof SuppressionPolicy)[];

/** The policy with what is given, checked. @throws when a figure is not within the safe limits */
export function suppressionPolicy(given: Partial<SuppressionPolicy>): SuppressionPolicy {
  const policy = { ...DEFAULT_SUPPRESSION, ...given };
  for (const name of NAMES) {
    const [low, high] = LIMITS[name];
    const value = policy[name];
    const isWhole = name === "shareHiddenBesides" || Number.isInteger(value);
    if (!(isWhole && value >= low && value <= high)) {
      throw new Error(`${name} is ${value}; a safe policy has ${low} to ${high}`);
    }
  }
  const unknown = Object.keys(given).find((name) => !NAMES.some((known) => known === name));
  if (unknown !== undefined) throw new Error(`a policy of disclosure has no ${unknown}`);
  return policy;
}
