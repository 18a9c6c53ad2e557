/**
 * A figure to four decimals: as precise as any reader needs, and a mean or a correlation with all
 * its digits would tell more of single students than it says.
 */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
