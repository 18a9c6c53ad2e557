import { wilson, type Proportion } from "../intervals/wilson.ts";
import { notEnoughData, type NotEnoughData } from "../moments/not-enough-data.ts";
import { answersIn, type PairedAnswers } from "./paired-answers.ts";

/** How well a rule finds what is true. */
export interface Detection {
  /** Of what the rule calls yes, the share that is. */
  readonly precision: Proportion | NotEnoughData;
  /** Of what is yes, the share that the rule finds (sensitivity). */
  readonly recall: Proportion | NotEnoughData;
  /** Of what is no, the share that the rule calls no. */
  readonly specificity: Proportion | NotEnoughData;
  /** The harmonic mean of precision and recall. */
  readonly f1: number | NotEnoughData;
}

/** @param answers the truth first, the rule second */
export function detection(answers: PairedAnswers): Detection {
  const { bothYes, onlyFirst, onlySecond, bothNo } = answers;
  const yesAnswers = 2 * bothYes + onlyFirst + onlySecond;
  return {
    precision: wilson(bothYes, bothYes + onlySecond),
    recall: wilson(bothYes, bothYes + onlyFirst),
    specificity: wilson(bothNo, bothNo + onlySecond),
    f1: yesAnswers === 0 ? notEnoughData("too-few-observations") : (2 * bothYes) / yesAnswers,
  };
}

/** The share of questions to which the rule answers yes. */
export const detectedShare = (answers: PairedAnswers): Proportion | NotEnoughData =>
  wilson(answers.bothYes + answers.onlySecond, answersIn(answers));

/**
 * The true share behind a share that a rule detected: Rogan and Gladen (1978, American Journal of
 * Epidemiology 107), kept between 0 and 1. There is none for a rule that does not tell yes from no.
 */
export function roganGladen(
  detected: number,
  { sensitivity, specificity }: { readonly sensitivity: number; readonly specificity: number },
): number | NotEnoughData {
  const telling = sensitivity + specificity - 1;
  if (telling <= 0) return notEnoughData("no-variation");
  return Math.min(1, Math.max(0, (detected + specificity - 1) / telling));
}
