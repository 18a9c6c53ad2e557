import { notEnoughData, type NotEnoughData } from "../moments/not-enough-data.ts";
import { answersIn, type PairedAnswers } from "./paired-answers.ts";

/** Agreement of two readers beyond chance: 1 is full agreement, 0 what chance gives. */
export interface Agreement {
  readonly kind: "agreement";
  readonly coefficient: number;
}

/** Cohen's kappa (1960, Educational and Psychological Measurement 20). */
export function cohensKappa(answers: PairedAnswers): Agreement | NotEnoughData {
  const n = answersIn(answers);
  if (n === 0) return notEnoughData("too-few-observations");
  const first = (answers.bothYes + answers.onlyFirst) / n;
  const second = (answers.bothYes + answers.onlySecond) / n;
  return beyondChance(answers, n, first * second + (1 - first) * (1 - second));
}

/**
 * Gwet's AC1 for two readers and two answers (Gwet 2008, British Journal of Mathematical and
 * Statistical Psychology 61). Where nearly all answers are equal, kappa is low although readers agree.
 */
export function gwetsAc1(answers: PairedAnswers): Agreement | NotEnoughData {
  const n = answersIn(answers);
  if (n === 0) return notEnoughData("too-few-observations");
  const yes = (2 * answers.bothYes + answers.onlyFirst + answers.onlySecond) / (2 * n);
  return beyondChance(answers, n, 2 * yes * (1 - yes));
}

function beyondChance(
  { bothYes, bothNo }: PairedAnswers,
  n: number,
  byChance: number,
): Agreement | NotEnoughData {
  if (byChance === 1) return notEnoughData("no-variation");
  return { kind: "agreement", coefficient: ((bothYes + bothNo) / n - byChance) / (1 - byChance) };
}
