/** No boundary is moved by more students than this, either way. */
export const LARGEST_SHIFT = 5;

/**
 * Cumulated probabilities, of 2³², of the shifts -5 to 5: proportional to exp(-0.2497 v²), so that the
 * mean is 0 and the variance 2, and the entropy the greatest for that variance. The table is
 * normative: another one moves every figure of the year.
 */
const CUMULATED = [
  2_356_110, 24_646_915, 152_638_827, 598_670_742, 1_542_027_536, 2_752_939_760, 3_696_296_554,
  4_142_328_469, 4_270_320_381, 4_292_611_186, 4_294_967_296,
] as const;

/** The whole number of students, -5 to 5, by which a boundary moves. @param u from 0 to 2³² - 1 */
export function shiftOf(u: number): number {
  const index = CUMULATED.findIndex((cumulated) => cumulated > u);
  if (index < 0) throw new Error("a shift is drawn from a whole number below 2^32");
  return index - LARGEST_SHIFT;
}
