import { cohensKappa, gwetsAc1, type Agreement } from "../../../statistics/agreement/agreement.ts";
import { detectedShare, detection, roganGladen } from "../../../statistics/agreement/detection.ts";
import {
  answersIn,
  pairedAnswers,
  type PairedAnswers,
} from "../../../statistics/agreement/paired-answers.ts";
import type { Proportion } from "../../../statistics/intervals/wilson.ts";
import type { NotEnoughData } from "../../../statistics/moments/not-enough-data.ts";

/** The answers of one indicator for one goal. */
export interface AnsweredGoal {
  readonly first: boolean;
  readonly second: boolean;
  /** Null where the readers disagree and nobody settled it. */
  readonly truth: boolean | null;
  readonly rule: boolean;
}

/** A share with its 95 % interval (Wilson). */
export interface Share {
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

/** One indicator among goals of one language, or of all. Null: cannot be determined from these labels. */
export interface LanguageFigures {
  /** Goals that both readers labeled. */
  readonly goals: number;
  readonly disagreements: number;
  /** Disagreements that nobody settled; they are in no figure but the agreement. */
  readonly unsettled: number;
  /** Goals that are yes. */
  readonly yes: number;
  readonly kappa: number | null;
  /** Only where more than 90 % of the readers' answers are equal: kappa says little there. */
  readonly ac1: number | null;
  readonly precision: Share | null;
  readonly recall: Share | null;
  readonly specificity: Share | null;
  readonly f1: number | null;
  /** What the rules call yes. */
  readonly detected: number | null;
  /** The same, corrected for what the rules miss and wrongly find (Rogan-Gladen). */
  readonly corrected: number | null;
}

const MOST_PREVALENCE = 0.9;
const DECIMALS = 10_000;

export function languageFigures(answered: readonly AnsweredGoal[]): LanguageFigures {
  const readers = pairedAnswers(answered.map(({ first, second }) => [first, second] as const));
  const settled = pairedAnswers(
    answered.flatMap(({ truth, rule }) => (truth === null ? [] : [[truth, rule] as const])),
  );
  const { precision, recall, specificity, f1 } = detection(settled);
  const detected = detectedShare(settled);
  return {
    goals: answered.length,
    disagreements: readers.onlyFirst + readers.onlySecond,
    unsettled: answered.length - answersIn(settled),
    yes: settled.bothYes + settled.onlyFirst,
    kappa: coefficient(cohensKappa(readers)),
    ac1: isOneSided(readers) ? coefficient(gwetsAc1(readers)) : null,
    precision: share(precision),
    recall: share(recall),
    specificity: share(specificity),
    f1: typeof f1 === "number" ? rounded(f1) : null,
    detected: detected.kind === "proportion" ? rounded(detected.share) : null,
    corrected: correctedShare(detected, recall, specificity),
  };
}

/** Whether nearly all answers of the readers are yes, or nearly all no. */
function isOneSided(readers: PairedAnswers): boolean {
  const answers = 2 * answersIn(readers);
  const yes = 2 * readers.bothYes + readers.onlyFirst + readers.onlySecond;
  return Math.max(yes, answers - yes) > MOST_PREVALENCE * answers;
}

function correctedShare(
  detected: Proportion | NotEnoughData,
  recall: Proportion | NotEnoughData,
  specificity: Proportion | NotEnoughData,
): number | null {
  if (detected.kind !== "proportion") return null;
  if (recall.kind !== "proportion" || specificity.kind !== "proportion") return null;
  const corrected = roganGladen(detected.share, {
    sensitivity: recall.share,
    specificity: specificity.share,
  });
  return typeof corrected === "number" ? rounded(corrected) : null;
}

const coefficient = (agreement: Agreement | NotEnoughData): number | null =>
  agreement.kind === "agreement" ? rounded(agreement.coefficient) : null;

const share = (proportion: Proportion | NotEnoughData): Share | null =>
  proportion.kind === "proportion"
    ? {
        share: rounded(proportion.share),
        lower: roundedDown(proportion.lower),
        upper: rounded(proportion.upper),
      }
    : null;

const rounded = (value: number): number => Math.round(value * DECIMALS) / DECIMALS;

/** A lower limit just below what is asked must not be rounded up to it. */
const roundedDown = (value: number): number => Math.floor(value * DECIMALS) / DECIMALS;
