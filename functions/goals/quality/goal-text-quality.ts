import { hasAmount } from "./amounts.ts";
import { concreteVerbs } from "./concrete-verbs.ts";
import { goalTokens } from "./goal-tokens.ts";
import { hasRepeatedTarget } from "./repeated-targets.ts";
import { isTimeBoundText } from "./time-bound.ts";

/** How much of an indicator a text shows; 0 is none of it. */
export type Level = 0 | 1 | 2;

/** What a goal's text says by itself, without its due date, steps and reviews. */
export interface GoalTextQuality {
  /** 2: an action or a result that is named, or a direction with how far. 1: only a level, few words, or an action beside a direction. */
  readonly specific: Level;
  /** 2: an amount, a score, a rank, a grade or a frequency. 1: something that is done or not done. */
  readonly measurable: Level;
  /** 2: by when, or over which period. There is no 1. */
  readonly timeBound: Level;
}

export const GOAL_INDICATORS = ["specific", "measurable", "timeBound"] as const;
export type GoalIndicator = (typeof GOAL_INDICATORS)[number];

/** Raised with every change of the rules or their words, which then are to be validated again. */
export const GOAL_RULES_VERSION = 2;

const FEWEST_WORDS = 5;

/**
 * Reads a goal's text, in English or Spanish or both. Never throws, and any text is read in time
 * that grows with its length. The levels are those of the rubrics R-GORI and SMART, as far as a form
 * can be told from a text: see decision 102.
 */
export function goalTextQuality(text: string): GoalTextQuality {
  const tokens = goalTokens(text);
  if (tokens.plain.length === 0) return { specific: 0, measurable: 0, timeBound: 0 };
  const { hasAction, hasCompletion, isVague } = concreteVerbs(tokens);
  const isNamed = hasAction || hasCompletion;
  const hasNumber = hasAmount(tokens);
  const isRepeated = hasRepeatedTarget(tokens, isNamed);
  // Named and no direction, or a direction with how far.
  const isFull = tokens.plain.length >= FEWEST_WORDS && (isVague ? hasNumber : isNamed);
  return {
    specific: isFull ? 2 : isNamed || hasNumber || isRepeated ? 1 : 0,
    measurable: hasNumber ? 2 : isRepeated || hasCompletion ? 1 : 0,
    timeBound: isTimeBoundText(tokens) ? 2 : 0,
  };
}

/** Whether the rubric's answer is yes: level 1 is enough, since the rubric asks yes or no. */
export const isMet = (level: Level): boolean => level >= 1;
