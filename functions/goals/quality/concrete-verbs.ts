import { type GoalTokens, nextOf } from "./goal-tokens.ts";
import { goesToCollege } from "./going-to-college.ts";
import { isUnknownVerb } from "./unknown-verbs.ts";
import {
  hasObject,
  isAnyHomework,
  isHomework,
  isOneThing,
  isOpinion,
  isTaken,
  isWhole,
  reaches,
} from "./verb-objects.ts";
import { isGoverned, standsAsVerb } from "./verb-places.ts";
import { CLASS } from "./words/word-class.ts";
import { wordSet } from "./words/word-set.ts";

const TAKES = wordSet(`
  take takes taking retake retaking tomar tomarlo tomare tomará presentar presentare
  presentará tome tomo cursar pass
`);
const DONE = wordSet(`
  done finished completed submitted written made signed built scheduled listo lista terminado
  terminada hecho hecha
`);
const HAS = wordSet(`
  have get getting having has tener tenga tendrá got
`);
const TALKS = wordSet(`
  talk talking speak speaking meet meeting email emailing visit contact call hablar hablare
  hablará hablo platicar reunirme conversar
`);
const ROLES = wordSet(`
  counselor counselors recruiter advisor adviser coach principal teacher consejera consejero
  orientador orientadora reclutador reclutadora entrenador director directora maestra maestro
  profesor profesora
`);
/** Nobody asks what is graduated from. */
const ENDS_ALONE = /^(?:grad|reclas|enlist|vote)/;
const STOPS_DOING = wordSet("stop stopping quit quitting");
const STATES_OF_MIND = wordSet(`
  playing goofing fooling joking being procrastinating worrying stressing caring thinking giving messing slacking
  overthinking getting having feeling doubting comparing wasting acting trying
`);
const BUYS = wordSet("get getting buy buying comprar conseguir");
const BECOMES = wordSet(`
  become becoming becomes convertirme hacerme llegar volverme
`);
const VERB = CLASS.ACTION | CLASS.COMPLETION | CLASS.GETTING | CLASS.MAKING;

/** What the verbs of a goal say. */
export interface ConcreteVerbs {
  /** Something others can see the student do, with its object. */
  readonly hasAction: boolean;
  /** Something that is done or not done. */
  readonly hasCompletion: boolean;
  /** A direction, an attitude or a wish. */
  readonly isVague: boolean;
}

export function concreteVerbs(tokens: GoalTokens): ConcreteVerbs {
  let [hasAction, hasCompletion, isVague] = [false, false, false];
  for (let index = 0; index < tokens.plain.length; index++) {
    const kind = tokens.classes[index] ?? 0;
    const word = tokens.plain[index] ?? "";
    isVague ||= (kind & CLASS.VAGUE) !== 0;
    hasCompletion ||= isResult(tokens, index, kind, word);
    if (isUnknownVerb(tokens, index, word) && !isGoverned(tokens, index)) {
      hasAction = true;
      hasCompletion ||= isOneThing(tokens, index + 1);
    } else if (isVerb(kind, word) && standsAsVerb(tokens, index) && !isGoverned(tokens, index)) {
      hasCompletion ||= isCompletion(tokens, index, kind, word);
      hasAction ||= (kind & CLASS.ACTION) !== 0 && hasObject(tokens, index);
    }
    hasAction ||= isStopping(tokens, index, word);
  }
  return { hasAction, hasCompletion, isVague };
}

const isVerb = (kind: number, word: string): boolean =>
  (kind & VERB) !== 0 ||
  (TAKES.has(word) && (kind & CLASS.VAGUE) === 0) ||
  BECOMES.has(word) ||
  TALKS.has(word);

/** A result however it is said: "honor roll", "have my essay done", "go to trade school". */
function isResult(tokens: GoalTokens, index: number, kind: number, word: string): boolean {
  if ((kind & CLASS.RESULT) !== 0) return !isGoverned(tokens, index);
  if (goesToCollege(tokens, index) === "of-a-kind") return true;
  if (!DONE.has(word) || isHomework(tokens.plain[index - 1])) return false;
  return tokens.plain.slice(Math.max(0, index - 8), index).some((before) => HAS.has(before));
}

function isCompletion(tokens: GoalTokens, index: number, kind: number, word: string): boolean {
  const after = tokens.end[index] ?? index + 1;
  if ((kind & CLASS.COMPLETION) !== 0) {
    if (isAnyHomework(tokens, index, after)) return false;
    return (
      !isOpinion(tokens, after) &&
      (tokens.plain[after] !== undefined || ENDS_ALONE.test(word) || after > index + 1)
    );
  }
  if (TAKES.has(word) && after === index + 1 && isTaken(tokens, after)) return true;
  if (TALKS.has(word))
    return (
      tokens.plain.slice(index + 1, index + 6).some((next) => ROLES.has(next)) &&
      nextOf(tokens, after, 6, CLASS.MORE) < 0
    );
  if (BECOMES.has(word)) return reaches(tokens, after, CLASS.OCCUPATION);
  if ((kind & CLASS.ACTION) !== 0 && isWhole(tokens, after)) return true;
  if ((kind & CLASS.GETTING) !== 0 && reaches(tokens, after, CLASS.THING)) return true;
  if ((kind & CLASS.MAKING) !== 0 && reaches(tokens, after, CLASS.PIECE)) return true;
  return ((kind & CLASS.MAKING) !== 0 || BUYS.has(word)) && isOneThing(tokens, after);
}

/** "Stop vaping", but not "stop worrying". */
function isStopping({ plain }: GoalTokens, index: number, word: string): boolean {
  const next = plain[index + 1] ?? "";
  return STOPS_DOING.has(word) && next.endsWith("ing") && !STATES_OF_MIND.has(next);
}
