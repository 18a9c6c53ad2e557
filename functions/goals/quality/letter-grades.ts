import { type GoalTokens } from "./goal-tokens.ts";
import { wordSet } from "./words/word-set.ts";

const LETTER = /^[a-f]s?$/;
const GRADES_WRITTEN = /^[A-DF]'?s$|^[a-df]'s$/;
/** Before these a letter is a name: "plan B", "vitamin C". */
const NAMED = wordSet(`
  plan option part group section vitamin building room hepatitis type choice column opcion
  parte grupo seccion vitamina salon edificio team day
`);
const NAMED_AFTER = wordSet("team day squad vitamin c++");
/** "To b a nurse": a verb. */
const AFTER_VERB = wordSet(`
  a an better more the there on at able good nice happy
`);
const BEFORE_A = wordSet(`
  an straight all solid una sacar obtener get earn from to above letter puras pura puros de
  have with raise tener
`);
const AFTER_A = wordSet(`
  or and in on average minus plus honor o y en the this as by for
`);

/** Whether the word is a letter grade: "a B", "straight A's", "from C to B", "una B en inglés". */
export function isLetterGrade(tokens: GoalTokens, index: number): boolean {
  const { plain, written } = tokens;
  const word = plain[index] ?? "";
  if (!LETTER.test(word) || word[0] === "e") return false;
  const [previous = "", next = ""] = [plain[index - 1], plain[index + 1]];
  if (NAMED.has(previous) || NAMED_AFTER.has(next)) return false;
  const text = written[index] ?? "";
  if (GRADES_WRITTEN.test(text))
    return text.includes("'") || text !== "As" || tokens.startsSentence[index] !== true;
  if (word === "as")
    return (
      (previous === "straight" || previous === "all" || previous === "puras") && next !== "the"
    );
  if (word.length === 2) return text !== text.toUpperCase() || text === "FS" || text === "DS";
  return word === "a" ? isGradeA(tokens, index, previous, next) : !isVerbB(plain, index, next);
}

const isVerbB = (plain: readonly string[], index: number, next: string): boolean =>
  plain[index] === "b" && AFTER_VERB.has(next) && plain[index - 1] !== "a";

/** "A" is also an article, and in Spanish a preposition. */
function isGradeA(
  { written, startsSentence }: GoalTokens,
  index: number,
  previous: string,
  next: string,
): boolean {
  if (previous === "an") return true;
  if (written[index] !== "A") return previous === "straight" || (next === "b" && previous === "to");
  if (startsSentence[index] === true) return AFTER_A.has(next) || /^[bcdf]$/.test(next);
  const isEnd = next === "" || startsSentence[index + 1] === true;
  return (
    isEnd ||
    (BEFORE_A.has(previous) && AFTER_A.has(next)) ||
    /^[b-d]$/.test(next) ||
    /^[b-d]$/.test(previous)
  );
}
