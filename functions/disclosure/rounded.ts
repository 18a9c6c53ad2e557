/**
 * A figure to as many decimals as a reader needs. With more, the width of an interval tells how many
 * students stand behind it, and a correlation beside an effect size how they divide.
 */
export const rounded = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals;
