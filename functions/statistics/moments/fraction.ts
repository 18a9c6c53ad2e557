/**
 * An exact rational number, reduced, denominator above 0, as `fraction` makes it: 162 of 180 days
 * is [9, 10]. Students who tie are equal here, which in floating point they need not be.
 */
export type Fraction = readonly [numerator: number, denominator: number];

/** √(2⁵³): up to here a product of two parts is exact. */
const LARGEST_PART = 94_906_265;

/** @throws Error when a part is not a whole number within ±94 906 265, or the denominator is 0 */
export function fraction(numerator: number, denominator: number): Fraction {
  const parts = [numerator, denominator];
  const isExact = parts.every((part) => Number.isInteger(part) && Math.abs(part) <= LARGEST_PART);
  if (!isExact || denominator === 0) {
    throw new Error("fraction: expected whole numbers, and a denominator other than 0");
  }
  const divisor = greatestCommonDivisor(Math.abs(numerator), Math.abs(denominator));
  const sign = Math.sign(denominator);
  // `+ 0` turns -0, which JSON and keys would tell apart from 0, into 0.
  return [(sign * numerator) / divisor + 0, Math.abs(denominator) / divisor];
}

/** Below 0 when `a` is smaller, above 0 when it is larger, 0 when they are equal: exact. */
export const compareFractions = (a: Fraction, b: Fraction): number => a[0] * b[1] - b[0] * a[1];

/** A text that only an equal fraction has, for the key of a map. */
export const fractionKey = (value: Fraction): string => value.join("/");

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);
