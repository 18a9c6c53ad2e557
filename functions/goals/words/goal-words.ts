import { isCapitalized, isOwnName, type OwnNames } from "./own-name.ts";
import { isFutureVerb, plainWord, wordsIn, type WrittenWord } from "./plain-word.ts";

/** Stands for the student whose goal it is: by name, by pronoun, or as "the student". */
export const WHO = "<who>";

const PRONOUNS = new Set(
  `i me my mine myself he him his himself she her hers herself they them their theirs themselves
  themself yo mi mis mio mia él ella su sus suyo suya`.split(/\s+/),
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

/**
 * The words of a goal in lower case, with the student masked. Numbers and dates are kept. Neighboring
 * masks are not yet joined: see `joinedWords`.
 */
export function goalWords(text: string, own: OwnNames): readonly string[] {
  const written = wordsIn(text);
  const words: string[] = [];
  for (let index = 0; index < written.length; index++) addWord(words, written, index, own);
  return words;
}

function addWord(
  words: string[],
  written: readonly WrittenWord[],
  index: number,
  own: OwnNames,
): void {
  const word = written[index];
  if (word === undefined) return;
  const { text, startsSentence } = word;
  const apostrophe = text.search(/['’]/);
  const stem = apostrophe < 0 ? text : text.slice(0, apostrophe);
  const ending = apostrophe < 0 ? "" : text.slice(apostrophe + 1).toLowerCase();
  const isPossessive = ending === "s";
  const name = isPossessive ? stem : text;
  if (own.size > 0) {
    const previous = written[index - 1];
    const context = {
      ...{ text: name, isPossessive, startsSentence },
      ...{ previous: previous?.text ?? "", next: written[index + 1]?.text ?? "" },
      followsSubject: words[words.length - 1] === WHO,
      isInTitle: previous !== undefined && !previous.startsSentence && isCapitalized(previous.text),
    };
    if (isOwnName(context, own)) {
      words.push(WHO);
      return;
    }
  }
  const lower = stem.toLowerCase();
  const isPronoun = PRONOUNS.has(lower) && (ending === "" || CONTRACTIONS.has(ending));
  if (isPronoun) {
    words.push(WHO);
    const verb = CONTRACTIONS.get(ending);
    if (verb !== undefined) words.push(verb);
  } else if (STUDENT.has(lower)) {
    if (BEFORE_STUDENT.has(words[words.length - 1] ?? "")) words.pop();
    words.push(WHO);
  } else {
    words.push(plainWord(text));
  }
}

/** Words with neighboring masks joined ("Ana Ruiz"), and without a subject that Spanish may leave out ("yo mejoraré"). */
export const joinedWords = (words: readonly string[]): readonly string[] =>
  words.filter((word, index) => {
    if (word !== WHO) return true;
    const next = words[index + 1] ?? "";
    return next !== WHO && !isFutureVerb(next);
  });
