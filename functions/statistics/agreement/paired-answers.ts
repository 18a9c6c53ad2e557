/** How often two answered yes and no to the same questions. One may be the truth, or a rule. */
export interface PairedAnswers {
  readonly bothYes: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly bothNo: number;
}

/** @param pairs the first's and the second's answer to one question each */
export function pairedAnswers(pairs: Iterable<readonly [boolean, boolean]>): PairedAnswers {
  let [bothYes, onlyFirst, onlySecond, bothNo] = [0, 0, 0, 0];
  for (const [first, second] of pairs) {
    if (first && second) bothYes++;
    else if (first) onlyFirst++;
    else if (second) onlySecond++;
    else bothNo++;
  }
  return { bothYes, onlyFirst, onlySecond, bothNo };
}

export const answersIn = ({ bothYes, onlyFirst, onlySecond, bothNo }: PairedAnswers): number =>
  bothYes + onlyFirst + onlySecond + bothNo;
