import { isOwnName, type OwnNames } from "../../words/own-name.ts";
import { wordsIn } from "../../words/plain-word.ts";

const NAME = "[name]";
const ADDRESS = /[^\s@]{1,64}@[^\s@]{1,255}/g;
const LONG_NUMBER = /\d(?:[ .()-]{0,2}\d){6,}/g;

/** A goal's text for somebody who labels it: without the student's name, addresses and long numbers. */
export function maskedText(text: string, own: OwnNames): string {
  const composed = text.normalize("NFKC").replace(/’/g, "'");
  const words = wordsIn(composed);
  let masked = "";
  let end = 0;
  for (const [index, word] of words.entries()) {
    const isPossessive = /'s$/i.test(word.text);
    const name = isPossessive ? (wordsIn(word.text.slice(0, -2))[0] ?? word) : word;
    const [previous, next] = [words[index - 1], words[index + 1]];
    const followsSubject = previous?.plain === "i" || own.has(previous?.plain ?? "");
    const startsSentence = word.startsSentence;
    const context = {
      word: { ...name, startsSentence },
      isPossessive,
      previous,
      next,
      followsSubject,
    };
    if (!isOwnName(context, own)) continue;
    const start = composed.indexOf(word.text, end);
    masked += composed.slice(end, start) + NAME;
    end = start + name.text.length;
  }
  masked += composed.slice(end);
  return masked.replace(ADDRESS, "[address]").replace(LONG_NUMBER, "[number]");
}
