/**
 * The q-values of one declared family of tests, in the order of their p-values: the expected share
 * of false finds if this one and all smaller are called finds. q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎·m/j,
 * at most 1: Benjamini and Hochberg (1995, JRSS B 57(1)).
 *
 * @throws Error when a p-value is not between 0 and 1
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  if (!pValues.every((p) => p >= 0 && p <= 1)) {
    throw new Error("benjamini-hochberg: expected p-values between 0 and 1");
  }
  const qValues = new Array<number>(pValues.length).fill(1);
  const largestFirst = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  let smallest = 1;
  largestFirst.forEach(({ p, index }, place) => {
    const rank = pValues.length - place;
    smallest = Math.min(smallest, (p * pValues.length) / rank);
    qValues[index] = smallest;
  });
  return qValues;
}
