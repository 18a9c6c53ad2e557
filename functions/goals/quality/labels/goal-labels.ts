import type { GoalIndicator } from "../goal-text-quality.ts";

/** Raised with `fixtures/goals/rubric.md`: labels of another version cannot be compared. */
export const RUBRIC_VERSION = 1;

/** A goal that a person labels. `domain` and `grade` say what was sampled and change no figure. */
export interface GoalToLabel {
  readonly id: string;
  /** "en", "es" or as the file says. */
  readonly language: string;
  readonly domain: string;
  readonly grade: string;
  /** Restricted, like any goal. */
  readonly text: string;
}

/** One reader's answers by the rubric for one goal. */
export type GoalLabels = { readonly id: string } & { readonly [name in GoalIndicator]: boolean };
