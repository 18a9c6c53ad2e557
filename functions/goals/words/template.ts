import type { GoalWording } from "../../domain/record-types/goal-wording.ts";
import { goalWords, WHO } from "./goal-words.ts";
import { wordsIn, type WrittenWord } from "./plain-word.ts";
import { skeleton } from "./skeleton.ts";

/** What a district's form writes for the student, as the district declares it. */
export interface DeclaredTemplate {
  /** Beginnings that the form prints: "My goal for this year is to". */
  readonly starters: readonly string[];
  /** Goals that every student must have: "Complete the career interest inventory". */
  readonly mandated: readonly string[];
}

/** The same, ready to be compared with goals. */
export interface Template {
  /** Longest first, none empty. */
  readonly starters: readonly (readonly string[])[];
  readonly mandated: ReadonlySet<string>;
}

export function declaredTemplate(wordings: readonly GoalWording[]): DeclaredTemplate {
  const textsOf = (kind: GoalWording["wording"]): readonly string[] =>
    wordings.filter(({ wording }) => wording === kind).map(({ text }) => text);
  return { starters: textsOf("beginning"), mandated: textsOf("required-goal") };
}

export function readTemplate({ starters, mandated }: DeclaredTemplate): Template {
  const beginnings = starters
    .map((starter) => wordsIn(starter).map(({ plain }) => plain))
    .filter((words) => words.length > 0)
    .sort((a, b) => b.length - a.length);
  const keys = mandated.map((text) => {
    const written = withoutStarters(wordsIn(text), { starters: beginnings });
    return mandateKey(skeleton(goalWords(written, new Set())));
  });
  return { starters: beginnings, mandated: new Set(keys.filter((key) => key !== "")) };
}

/** A goal's words after the form's beginnings, however often they were repeated: what is left starts a sentence. */
export function withoutStarters(
  written: readonly WrittenWord[],
  { starters }: Pick<Template, "starters">,
): readonly WrittenWord[] {
  let start = 0;
  for (;;) {
    const starter = starters.find((candidate) =>
      candidate.every((word, index) => written[start + index]?.plain === word),
    );
    if (starter === undefined) break;
    start += starter.length;
  }
  const first = written[start];
  if (start === 0 || first === undefined) return written.slice(start);
  return [{ ...first, startsSentence: true }, ...written.slice(start + 1)];
}

/** Whether a skeleton is a mandated goal, with or without "I will" before it. */
export const isMandated = (words: readonly string[], { mandated }: Template): boolean =>
  mandated.size > 0 && mandated.has(mandateKey(words));

const mandateKey = (words: readonly string[]): string =>
  (words[0] === WHO && words[1] === "will" ? words.slice(2) : words).join(" ");
