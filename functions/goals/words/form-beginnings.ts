import { longestBeginnings, type BegunGoal, type Beginning } from "./longest-beginnings.ts";
import { goalWords, wordsBeforeName } from "./goal-words.ts";
import type { OwnNames } from "./own-name.ts";
import { wordsIn } from "./plain-word.ts";
import { skeleton, wordsBeforeMask } from "./skeleton.ts";
import { isMandated, readTemplate, withoutStarters, type DeclaredTemplate } from "./template.ts";

/** A plan, its author (empty where none is named), and its goals as they are written. */
export interface PlanWithGoals {
  readonly author: string;
  readonly names: OwnNames;
  readonly goals: readonly string[];
}

export interface FormBeginnings {
  /**
   * Those to declare, in this order: each counted after the declared ones and those before it were
   * removed. They hold no name of their own student, no number and no date.
   */
  readonly beginnings: readonly Beginning[];
  /** Plans with a goal, and how many authors they name. */
  readonly plans: number;
  readonly authors: number;
  /** Whether the share of authors was asked for: of fewer than three it says nothing. */
  readonly areAuthorsJudged: boolean;
}

/** Of fewer authors more than half are too few to say that a form words what they write. A convention. */
const FEWEST_AUTHORS = 3;

/**
 * Beginnings that a district's form may word, for a person to check: the longest of at least four
 * words that are in more than 20 percent of plans and used by more than 50 percent of authors. With
 * them declared, none is left.
 */
export function formBeginnings(
  plans: readonly PlanWithGoals[],
  declared: DeclaredTemplate,
): FormBeginnings {
  const withGoals = plans.filter(({ goals }) => goals.some((text) => text.trim() !== ""));
  const authors = new Set(withGoals.map(({ author }) => author).filter((author) => author !== ""));
  const areAuthorsJudged = authors.size >= FEWEST_AUTHORS;
  const sizes = { plans: withGoals.length, authors: areAuthorsJudged ? authors.size : null };
  const beginnings: Beginning[] = [];
  for (;;) {
    const starters = [...declared.starters, ...beginnings.map(({ text }) => text)];
    const next = longestBeginnings(begunGoals(withGoals, { ...declared, starters }), sizes);
    if (next.length === 0) break;
    beginnings.push(...next);
  }
  return { beginnings, plans: withGoals.length, authors: authors.size, areAuthorsJudged };
}

/** The goals after what is declared, without those that are required of every student. */
function begunGoals(
  plans: readonly PlanWithGoals[],
  declared: DeclaredTemplate,
): readonly BegunGoal[] {
  const template = readTemplate(declared);
  return plans.flatMap(({ author, names, goals }, plan) =>
    goals.flatMap((text): readonly BegunGoal[] => {
      const written = withoutStarters(wordsIn(text), template);
      const masked = skeleton(goalWords(written, names));
      if (isMandated(masked, template)) return [];
      const words = written.map(({ plain }) => plain);
      return [
        {
          ...{ plan, author, words, whole: masked.join(" ") },
          unmasked: Math.min(wordsBeforeMask(words), wordsBeforeName(written, names)),
          begunAs: (length) =>
            withoutStarters(wordsIn(text), template)
              .slice(0, length)
              .map((word) => word.text)
              .join(" "),
          restAfter: (length) => {
            const rest = withoutStarters(wordsIn(text), template).slice(length);
            return skeleton(goalWords(rest, names)).join(" ");
          },
        },
      ];
    }),
  );
}
