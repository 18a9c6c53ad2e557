import { goalWords } from "./goal-words.ts";
import type { OwnNames } from "./own-name.ts";
import { wordsIn } from "./plain-word.ts";
import { skeleton } from "./skeleton.ts";
import { isMandated, withoutStarters, type Template } from "./template.ts";

/** Goals with fewer words, after the form's own, say too little to be anybody's own or copied. */
export const FEWEST_WORDS = 5;

/** What is compared of one goal, or why it is not compared. */
export type ReadGoal =
  | { readonly kind: "too-short" }
  | { readonly kind: "mandated" }
  | {
      readonly kind: "eligible";
      /** Equal for goals that say the same with the same numbers and dates. Restricted, like the goal. */
      readonly strict: string;
      /** Equal for goals that differ only in numbers and dates. */
      readonly skeleton: string;
    };

/** Never throws: any text is a goal or none. */
export function readGoal(text: string, own: OwnNames, template: Template): ReadGoal {
  const strict = goalWords(withoutStarters(wordsIn(text), template), own);
  const masked = skeleton(strict);
  if (isMandated(masked, template)) return { kind: "mandated" };
  if (masked.length < FEWEST_WORDS) return { kind: "too-short" };
  return { kind: "eligible", strict: strict.join(" "), skeleton: masked.join(" ") };
}
