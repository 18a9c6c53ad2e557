import { isOwnName, type OwnNames } from "./own-name.ts";
import { isFutureVerb, plainWord, type WrittenWord } from "./plain-word.ts";

/** Stands for the student whose goal it is: by name, by pronoun, or as "the student". */
export const WHO = "<who>";

const PRONOUNS = new Set(
  `i me my mine myself he him his himself she her hers herself they them their theirs themselves
  themself yo mi mis mio mia ella su sus suyo suya`.split(/\s+/),
);
const STUDENT = new Set("student estudiante alumno alumna".split(" "));
const BEFORE_STUDENT = new Set("the this el la este esta".split(" "));
const CONTRACTIONS: ReadonlyMap<string, string> = new Map([
  ["ll", "will"],
  ["m", "am"],
  ["ve", "have"],
  ["d", "would"],
  ["s", "is"],
  ["re", "are"],
]);

/** The words of a goal in lower case, with the student masked. Numbers and dates are kept. */
export function goalWords(written: readonly WrittenWord[], own: OwnNames): readonly string[] {
  const words: string[] = [];
  for (const [index, word] of written.entries()) addWord(words, written, index, word, own);
  return joined(words);
}

/** How many words of a goal come before the first that is the student's own name. */
export function wordsBeforeName(written: readonly WrittenWord[], own: OwnNames): number {
  if (!written.some(({ plain, text }) => own.has(plain) || text.includes("'"))) {
    return written.length;
  }
  const words: string[] = [];
  const first = written.findIndex((word, index) => addWord(words, written, index, word, own));
  return first < 0 ? written.length : first;
}

/** Whether the word is the student's own name. */
function addWord(
  words: string[],
  written: readonly WrittenWord[],
  index: number,
  word: WrittenWord,
  own: OwnNames,
): boolean {
  const { stem, ending } = parts(word);
  const isPossessive = ending === "s";
  const name = isPossessive ? stem : word;
  if (own.has(name.plain)) {
    const [previous, next] = [written[index - 1], written[index + 1]];
    const followsSubject = words[words.length - 1] === WHO;
    if (isOwnName({ word: name, isPossessive, previous, next, followsSubject }, own)) {
      words.push(WHO);
      return true;
    }
  }
  const verb = CONTRACTIONS.get(ending);
  if (isPronoun(stem) && (ending === "" || verb !== undefined)) {
    words.push(WHO);
    if (verb !== undefined) words.push(verb);
  } else if (STUDENT.has(stem.plain)) {
    if (BEFORE_STUDENT.has(words[words.length - 1] ?? "")) words.pop();
    words.push(WHO);
  } else {
    words.push(word.plain);
  }
  return false;
}

/** "Maria's" is "Maria" and "s", "I'll" is "I" and "ll". */
function parts(word: WrittenWord): { readonly stem: WrittenWord; readonly ending: string } {
  const apostrophe = word.text.indexOf("'");
  if (apostrophe < 0) return { stem: word, ending: "" };
  const text = word.text.slice(0, apostrophe);
  const ending = word.text.slice(apostrophe + 1).toLowerCase();
  return { stem: { ...word, text, plain: plainWord(text) }, ending };
}

/** Spanish "él" is a pronoun, and "el" is an article. */
const isPronoun = ({ text, plain }: WrittenWord): boolean =>
  PRONOUNS.has(plain) || (plain === "el" && text.toLowerCase() === "él");

/** Words with neighboring masks joined ("Ana Ruiz"), and without a subject that Spanish may leave out ("yo mejoraré"). */
const joined = (words: readonly string[]): readonly string[] =>
  words.filter((word, index) => {
    if (word !== WHO) return true;
    const next = words[index + 1] ?? "";
    return next !== WHO && !isFutureVerb(next);
  });
