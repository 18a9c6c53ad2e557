import {
  compareDistrict,
  describeDisagreement,
  type Comparison,
  type Disagreement,
  type Mandate,
} from "./compare.ts";
import { smallest } from "./smallest.ts";

/** The comparison of one district, and what to say where both disagree: one student for each rule and pair of answers. */
export function comparedInWords(
  mandates: readonly Mandate[],
  size: { readonly seed: number; readonly students: number; readonly days: number },
): Comparison & { readonly words: string } {
  const comparison = compareDistrict(mandates, size);
  const kinds = new Map<string, Disagreement>();
  for (const one of comparison.disagreements) {
    kinds.set(`${one.mandate} ${one.requirement} ${one.clock} ${one.second}`, one);
  }
  const shown = [...kinds.values()].slice(0, 5).map((one) => {
    const mandate = mandates.find(({ plain }) => plain.id === one.mandate);
    return describeDisagreement(mandate === undefined ? one : smallest(mandate, one));
  });
  const sum = `seed ${size.seed}: ${comparison.disagreements.length} of ${comparison.answers} answers differ\n`;
  return { ...comparison, words: shown.length === 0 ? "" : `${sum}${shown.join("\n\n")}\n` };
}
