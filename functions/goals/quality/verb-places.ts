import { type GoalTokens } from "./goal-tokens.ts";
import { CLASS } from "./words/word-class.ts";
import { wordSet } from "./words/word-set.ts";

/** Words that are nouns unless a verb can stand where they are: "a study", "math work", "college visit". */
const NOUNS_TOO = wordSet(`
  study studies practice practices work check checks call calls email emails contact contacts
  visit visits tour tours interview interviews run runs walk walks play plays drive count
  counts limit limits set sets watch record records plan plans schedule schedules list lists
  text texts message messages post posts train trains track intern shop share help show answer
  answers use uses exercise exercises lift talk talks bike dance research review reviews cut
  score scores rest design film form forms update budget budgets draft drafts outline major
  transfer program programs code log coach journal journals block film publish file report
  reports write-up print draw read apply charge pay drink sleep type sign start open complete
  present wash water brand pass finish join
`);
/** Before these a verb can stand. */
const OPENERS = wordSet(`
  to will ill i and or gonna then also would can could should must not dont never always we he
  she they student students just please only even gotta wanna trying need want going is goal
  be help actually regularly consistently usually independently successfully either but so
  daily you who that lets by
`);
const GERUND_OPENERS = wordSet(`
  by start starting stop keep begin finish quit avoid not from without continue through via
  while and or spend hours minutes mins hrs time be consistently is try
`);
/** Spanish, with or without a pronoun: "a entregar" is no noun, as English "a visit" is. */
export const INFINITIVE = /[aei]r(?:me|se|l[aeo]s?)?$/;
const NO_GERUND = wordSet("bring sing swing string ring king");
const FILLERS = wordSet(`
  at on in to how my the about of with en a mi mis la las el los como de al into toward
  `);
/** "Before I graduate", "antes de entregarlo": when, and not what. */
const SAYS_WHEN = wordSet("before when until after once if while time antes despues");
const SUBJECTS = wordSet("i we he she they");
const PURPOSE = wordSet("poder que can could");
const TIME = CLASS.PERIOD | CLASS.MONTH | CLASS.SEASON | CLASS.WEEKDAY | CLASS.EVENT | CLASS.NUMBER;

/** Whether a word that can be a verb is one where it stands. */
export function standsAsVerb(
  { plain, classes, startsSentence }: GoalTokens,
  index: number,
): boolean {
  const word = plain[index] ?? "";
  const previous = plain[index - 1] ?? "";
  const isStart = index === 0 || startsSentence[index] === true;
  if (isStart) return true;
  if (word.endsWith("ing") && !NO_GERUND.has(word)) return GERUND_OPENERS.has(previous);
  if (INFINITIVE.test(word)) return true;
  if (((classes[index - 1] ?? 0) & CLASS.DETERMINER) !== 0) return false;
  if (!NOUNS_TOO.has(word)) return true;
  return (
    OPENERS.has(previous) ||
    ((classes[index - 1] ?? 0) & (TIME | CLASS.ACTION | CLASS.COMPLETION | CLASS.EACH)) !== 0
  );
}

/** "Get better at writing", "so I can graduate": what is named is a direction or a reason. */
export function isGoverned({ plain, classes, end }: GoalTokens, index: number): boolean {
  let place = index - 1;
  if (PURPOSE.has(plain[place] ?? "") && /^(?:i|that|para|so|we)$/.test(plain[place - 1] ?? ""))
    return true;
  if (plain[place] === "to" && plain[place - 1] === "order") return true;
  if (SUBJECTS.has(plain[place] ?? "") && SAYS_WHEN.has(plain[place - 1] ?? "")) return true;
  if (plain[place] === "de" && SAYS_WHEN.has(plain[place - 1] ?? "")) return true;
  while (place >= 0 && FILLERS.has(plain[place] ?? "") && index - place < 5) place--;
  for (let start = Math.max(0, place - 4); start <= place; start++) {
    if (((classes[start] ?? 0) & CLASS.VAGUE) !== 0 && (end[start] ?? 0) > place)
      return (end[start] ?? 0) <= index;
  }
  return false;
}
