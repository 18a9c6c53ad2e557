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
  for (const disagreement of comparison.disagreements) {
    kinds.set(
      `${disagreement.mandate} ${disagreement.requirement} ${disagreement.clock} ${disagreement.second}`,
      disagreement,
    );
  }
  const shown = [...kinds.values()].slice(0, 5).map((kind) => {
    const mandate = mandates.find(({ plain }) => plain.id === kind.mandate);
    return describeDisagreement(mandate === undefined ? kind : smallest(mandate, kind));
  });
  const sum = `seed ${size.seed}: ${comparison.disagreements.length} of ${comparison.answers} answers differ\n`;
  return { ...comparison, words: shown.length === 0 ? "" : `${sum}${shown.join("\n\n")}\n` };
}
