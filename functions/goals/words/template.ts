import { goalWords, joinedWords, WHO } from "./goal-words.ts";
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

const NOBODY: ReadonlySet<string> = new Set();

export function readTemplate({ starters, mandated }: DeclaredTemplate): Template {
  const beginnings = starters
    .map((starter) => goalWords(starter, NOBODY))
    .filter((words) => words.length > 0)
    .sort((a, b) => b.length - a.length);
  const template = { starters: beginnings, mandated: NOBODY };
  const keys = mandated.map((text) =>
    mandateKey(skeleton(joinedWords(withoutStarters(goalWords(text, NOBODY), template)))),
  );
  return { starters: beginnings, mandated: new Set(keys.filter((key) => key !== "")) };
}

/** A goal's words after the form's beginnings, however often they were repeated. */
export function withoutStarters(
  words: readonly string[],
  { starters }: Pick<Template, "starters">,
): readonly string[] {
  let start = 0;
  for (;;) {
    const starter = starters.find((candidate) =>
      candidate.every((word, index) => words[start + index] === word),
    );
    if (starter === undefined) return start === 0 ? words : words.slice(start);
    start += starter.length;
  }
}

/** Whether a skeleton is a mandated goal, with or without "I will" before it. */
export const isMandated = (words: readonly string[], { mandated }: Template): boolean =>
  mandated.size > 0 && mandated.has(mandateKey(words));

const mandateKey = (words: readonly string[]): string =>
  (words[0] === WHO && words[1] === "will" ? words.slice(2) : words).join(" ");
