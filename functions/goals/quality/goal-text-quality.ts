import { hasAmount } from "./amounts.ts";
import { concreteVerbs } from "./concrete-verbs.ts";
import { goalTokens } from "./goal-tokens.ts";
import { hasRepeatedTarget } from "./repeated-targets.ts";
import { isTimeBoundText } from "./time-bound.ts";

/** How much of an indicator a text shows; 0 is none of it. */
export type Level = 0 | 1 | 2;

/** What a goal's text says by itself, without its due date, steps and reviews. */
export interface GoalTextQuality {
  /** 2: an action or a result, named. 1: only a level, an action of few words, or one inside a direction. */
  readonly specific: Level;
  /** 2: an amount, a score, a rank, a grade or a frequency. 1: something that is done or not done. */
  readonly measurable: Level;
  /** 2: by when, or over which period. There is no 1. */
  readonly timeBound: Level;
}

export const GOAL_INDICATORS = ["specific", "measurable", "timeBound"] as const;
export type GoalIndicator = (typeof GOAL_INDICATORS)[number];

/** Raised with every change of the rules or their words, which then are to be validated again. */
export const GOAL_RULES_VERSION = 1;

const FEWEST_WORDS = 5;

/**
 * Reads a goal's text, in English or Spanish or both. Never throws, and any text is read in time
 * that grows with its length. Forms of R-GORI and SMART: see decision 096.
 */
export function goalTextQuality(text: string): GoalTextQuality {
  const tokens = goalTokens(text);
  if (tokens.plain.length === 0) return { specific: 0, measurable: 0, timeBound: 0 };
  const verbs = concreteVerbs(tokens);
  const hasNumber = hasAmount(tokens);
  const isRepeated = hasRepeatedTarget(tokens, verbs.hasAction || verbs.hasCompletion);
  const isNamed = verbs.hasAction || verbs.hasCompletion;
  return {
    specific:
      !isNamed && !hasNumber && !isRepeated
        ? 0
        : specificLevel(tokens.plain.length, verbs.isVague, isNamed, hasNumber),
    measurable: hasNumber ? 2 : isRepeated || verbs.hasCompletion ? 1 : 0,
    timeBound: isTimeBoundText(tokens) ? 2 : 0,
  };
}

const specificLevel = (
  words: number,
  isVague: boolean,
  isNamed: boolean,
  hasNumber: boolean,
): Level => (words >= FEWEST_WORDS && isNamed && (!isVague || hasNumber) ? 2 : 1);

/** Whether the rubric's answer is yes: level 1 is enough, since the rubric asks yes or no. */
export const isMet = (level: Level): boolean => level >= 1;
