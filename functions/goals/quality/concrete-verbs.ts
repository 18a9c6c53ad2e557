import { is, nextOf, type GoalTokens } from "./goal-tokens.ts";
import { CLASS } from "./words/word-class.ts";

/** What the verbs of a goal say. */
export interface ConcreteVerbs {
  /** Something others can see the student do, with its object. */
  readonly hasAction: boolean;
  /** Something that is done or not done. */
  readonly hasCompletion: boolean;
  /** A direction, an attitude or a wish. */
  readonly isVague: boolean;
}

/** Words that are nouns unless a verb can stand where they are: "a study", "math work", "college visit". */
const NOUNS_TOO = new Set(
  `study studies practice practices work check checks call calls email emails contact contacts visit visits tour tours
  interview interviews run runs walk walks play plays drive count counts limit limits set sets watch record records plan plans
  schedule schedules list lists text texts message messages post posts train trains track intern shop share help show answer
  answers use uses exercise exercises lift talk talks bike dance research review reviews cut score scores rest design film
  form forms update budget budgets draft drafts outline major transfer program programs code log coach journal journals block
  film publish file report reports write-up print draw read apply charge pay drink sleep type sign start open complete present
  wash water brand pass finish join`.split(/\s+/),
);
/** Before these a verb can stand. */
const OPENERS = new Set(
  `to will ill i and or gonna then also would can could should must not dont never always we he she they student
  students just please only even gotta wanna trying need want going is goal be help actually regularly consistently
  usually independently successfully either but so daily you who that lets by`.split(/\s+/),
);
const GERUND_OPENERS = new Set(
  `by start starting stop keep begin finish quit avoid not from without continue through via while and or
  spend hours minutes mins hrs time be consistently is try`.split(/\s+/),
);
/** Spanish, with or without a pronoun: "a entregar" is no noun, as English "a visit" is. */
const INFINITIVE = /[aei]r(?:me|se|l[aeo]s?)?$/;
const NO_GERUND = new Set("bring sing swing string ring king".split(" "));
const FILLERS = new Set(
  "at on in to how my the about of with en a mi mis la las el los como de al into toward towards".split(
    " ",
  ),
);
const PURPOSE = new Set(["poder", "que", "can", "could"]);
const EMPTY = new Set(
  "more better harder hard well alot lot often good enough it this that so because very really too mucho bien duro mejor mas siempre a".split(
    " ",
  ),
);
const COURSE_WORDS = new Set(
  "class classes course courses ap honors clase clases curso cursos dual driver drivers ed elective electives".split(
    " ",
  ),
);
const TAKES = new Set(
  "take takes taking retake retaking tomar tomarlo tomare tomará presentar presentare presentará tome tomo cursar pass".split(
    " ",
  ),
);
const STOPS = new Set("in on at for with to so en con para notes apuntes notas breaks".split(" "));
const DOES = new Set(
  "do doing does hacer hago haga ahorrar ahorrare ahorrará save saving".split(" "),
);
/** Hollow as results, and things to do something with: "check my grades". */
const TO_WORK_WITH = new Set(
  "grades grade vocabulary career careers carrera carreras options opciones opportunities oportunidades experience goals friends friend notas calificaciones vocabulario amigos skills".split(
    " ",
  ),
);
const DONE = new Set(
  "done finished completed submitted written made signed built scheduled listo lista terminado terminada hecho hecha".split(
    " ",
  ),
);
const HAS = new Set("have get getting having has tener tenga tendrá got".split(" "));
/** After these the noun before has ended: "complete my career" and "complete the career inventory". */
const AFTER_A_NOUN = new Set(
  "and or in for to with by at so that before this on because of from up when until every each i y o en para con de del por a que cuando antes este esta".split(
    " ",
  ),
);
const TALKS = new Set(
  "talk talking speak speaking meet meeting email emailing visit contact call hablar hablare hablará hablo platicar reunirme conversar".split(
    " ",
  ),
);
const ROLES = new Set(
  "counselor counselors recruiter advisor adviser coach principal teacher consejera consejero orientador orientadora reclutador reclutadora entrenador director directora maestra maestro profesor profesora".split(
    " ",
  ),
);
const COLLEGE_EVENTS = new Set(
  "fair fairs tour tours visit visits night class classes campus office center day".split(" "),
);
/** Nobody asks what is graduated from. */
const ENDS_ALONE = /^(?:grad|reclas|enlist|vote)/;
const PLACES = new Set("in on at with en con during after despues before".split(" "));
const ONE = new Set(["a", "an", "un", "una"]);
const STOPS_DOING = new Set("stop stopping quit quitting".split(" "));
const STATES_OF_MIND = new Set(
  "being procrastinating worrying stressing caring thinking giving messing slacking overthinking getting having feeling doubting comparing wasting acting trying".split(
    " ",
  ),
);
const FINISHES = new Set(
  "finish finishing complete completing terminar completar acabar".split(" "),
);
const HOMEWORK = new Set("homework work classwork schoolwork tarea tareas trabajo".split(" "));
const BUYS = new Set("get getting buy buying comprar conseguir".split(" "));
const NO_THING = new Set(
  "lot bit chance handle grip feel sense habit change difference point while routine".split(" "),
);
const BEFORE_A_VERB = new Set("to will ill gonna and then".split(" "));
const NO_VERBS = new Set(
  "give own travel live this that these those when after because since today being what how just also please than with from into onto over under through before until while during about around like near there here then where who which was has had are were been did does not only both some any other such same able have school".split(
    " ",
  ),
);
const AN_OBJECT = new Set(
  "a an the my his her our their at all every each one two three four five six".split(" "),
);
const UN_OBJETO = new Set(
  "el la los las un una mi mis su sus a al con dos tres cuatro cinco por todas todos cada en".split(
    " ",
  ),
);
const ANTES_DE_UN_VERBO = new Set(
  "a y de quiero debo puedo necesito que para voy es poder no".split(" "),
);
const BECOMES = new Set("become becoming becomes convertirme hacerme llegar volverme".split(" "));
const COLLEGE_GOERS = new Set(
  "go going attend attending ir irá ire asistir asistirá asistire goto".split(" "),
);

export function concreteVerbs(tokens: GoalTokens): ConcreteVerbs {
  let [hasAction, hasCompletion, isVague] = [false, false, false];
  for (let index = 0; index < tokens.plain.length; index++) {
    const kind = tokens.classes[index] ?? 0;
    if ((kind & CLASS.VAGUE) !== 0) isVague = true;
    if ((kind & CLASS.RESULT) !== 0 && !isGoverned(tokens, index)) hasCompletion = true;
    const word = tokens.plain[index] ?? "";
    if (COLLEGE_GOERS.has(word)) hasCompletion ||= goesToCollege(tokens, index) === "of-a-kind";
    if (DONE.has(word) && !HOMEWORK.has(tokens.plain[index - 1] ?? ""))
      hasCompletion ||= tokens.plain
        .slice(Math.max(0, index - 8), index)
        .some((before) => HAS.has(before));
    const isCandidate =
      (kind & VERB) !== 0 ||
      (TAKES.has(word) && (kind & CLASS.VAGUE) === 0) ||
      BECOMES.has(word) ||
      TALKS.has(word);
    hasAction ||= isStopping(tokens, index, word) || isUnknownVerb(tokens, index, word);
    hasCompletion ||= ONE.has(tokens.plain[index + 1] ?? "") && isUnknownVerb(tokens, index, word);
    if (!isCandidate || !standsAsVerb(tokens, index) || isGoverned(tokens, index)) continue;
    hasCompletion ||= isCompletion(tokens, index, kind, word);
    hasAction ||= (kind & CLASS.ACTION) !== 0 && hasObject(tokens, index);
  }
  return { hasAction, hasCompletion, isVague };
}

const TIME = CLASS.PERIOD | CLASS.MONTH | CLASS.SEASON | CLASS.WEEKDAY | CLASS.EVENT | CLASS.NUMBER;
const VERB = CLASS.ACTION | CLASS.COMPLETION | CLASS.GETTING | CLASS.MAKING;

/** Whether a word that can be a verb is one where it stands. */
function standsAsVerb({ plain, classes, startsSentence }: GoalTokens, index: number): boolean {
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
function isGoverned({ plain, classes, end }: GoalTokens, index: number): boolean {
  let place = index - 1;
  if (PURPOSE.has(plain[place] ?? "") && /^(?:i|that|para|so|we)$/.test(plain[place - 1] ?? ""))
    return true;
  if (plain[place] === "to" && plain[place - 1] === "order") return true;
  while (place >= 0 && FILLERS.has(plain[place] ?? "") && index - place < 5) place--;
  for (let start = Math.max(0, place - 4); start <= place; start++) {
    if (((classes[start] ?? 0) & CLASS.VAGUE) !== 0 && (end[start] ?? 0) > place)
      return (end[start] ?? 0) <= index;
  }
  return false;
}

function isCompletion(tokens: GoalTokens, index: number, kind: number, word: string): boolean {
  const after = tokens.end[index] ?? index + 1;
  if ((kind & CLASS.COMPLETION) !== 0) {
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
  if ((kind & CLASS.GETTING) !== 0 && reaches(tokens, after, CLASS.THING)) return true;
  if ((kind & CLASS.MAKING) !== 0 && reaches(tokens, after, CLASS.PIECE)) return true;
  return ((kind & CLASS.MAKING) !== 0 || BUYS.has(word)) && isOneThing(tokens, after);
}

/** "Stop vaping", but not "stop worrying". */
function isStopping({ plain }: GoalTokens, index: number, word: string): boolean {
  const next = plain[index + 1] ?? "";
  return STOPS_DOING.has(word) && next.endsWith("ing") && !STATES_OF_MIND.has(next);
}

/** A word that no table has, where only a verb can stand and an object follows: "fill a sketchbook", "traducir una carta". */
function isUnknownVerb(tokens: GoalTokens, index: number, word: string): boolean {
  if ((tokens.classes[index] ?? 0) !== 0 || word.length < 3 || NO_VERBS.has(word)) return false;
  const [previous = "", next = ""] = [tokens.plain[index - 1], tokens.plain[index + 1]];
  const isStart = index === 0 || tokens.startsSentence[index] === true;
  if (INFINITIVE.test(word) && UN_OBJETO.has(next) && (isStart || ANTES_DE_UN_VERBO.has(previous)))
    return true;
  if (!isStart && !BEFORE_A_VERB.has(previous)) return false;
  return (
    (AN_OBJECT.has(next) || /^\d/.test(next)) &&
    nextOf(tokens, index + 1, 3, CLASS.OPINION | CLASS.MORE) < 0 &&
    !isOpinion(tokens, index + 1)
  );
}

/** "Finish my homework" comes again each day: it can be counted only with an amount, or with "all" or "missing". */
function isAnyHomework({ plain, classes }: GoalTokens, index: number): boolean {
  const place = ((classes[index] ?? 0) & CLASS.DETERMINER) !== 0 ? index + 1 : index;
  return (
    HOMEWORK.has(plain[place] ?? "") || (plain[place] === "school" && plain[place + 1] === "work")
  );
}

/** "Build a gaming computer": one thing, and no matter of opinion. */
const isOneThing = (tokens: GoalTokens, index: number): boolean =>
  ONE.has(tokens.plain[index] ?? "") &&
  !NO_THING.has(tokens.plain[index + 1] ?? "") &&
  nextOf(tokens, index + 1, 3, CLASS.OPINION | CLASS.MORE | CLASS.HOLLOW | CLASS.VAGUE) < 0;

/** "Take the SAT", "take AP Biology". */
function isTaken(tokens: GoalTokens, index: number): boolean {
  for (let place = index; place < index + 4; place++) {
    if (is(tokens, place, CLASS.OPINION | CLASS.MORE)) return false;
    if (STOPS.has(tokens.plain[place] ?? "")) return false;
    if (is(tokens, place, CLASS.TEST | CLASS.COURSE) || COURSE_WORDS.has(tokens.plain[place] ?? ""))
      return true;
  }
  return false;
}

/** Whether the object is one of these, and no matter of opinion. */
function reaches(tokens: GoalTokens, index: number, wanted: number): boolean {
  for (let place = index; place < index + 5; place++) {
    const kind = tokens.classes[place] ?? 0;
    if ((kind & wanted) !== 0) return true;
    if (PLACES.has(tokens.plain[place] ?? "")) return false;
    if ((kind & (CLASS.OPINION | CLASS.MORE)) !== 0) return false;
  }
  return false;
}

/** "Complete my goals", "earn more respect", "finish strong". */
function isOpinion(tokens: GoalTokens, index: number): boolean {
  if (
    is(tokens, index, CLASS.MORE | CLASS.OPINION) ||
    is(tokens, index + 1, CLASS.MORE | CLASS.OPINION)
  )
    return true;
  let place = index;
  while (
    is(tokens, place, CLASS.DETERMINER) ||
    tokens.plain[place] === "all" ||
    tokens.plain[place] === "de"
  )
    place++;
  if (!is(tokens, place, CLASS.HOLLOW)) return false;
  if (is(tokens, place, CLASS.THING | CLASS.PIECE | CLASS.SCHOOLWORK)) return false;
  const next = tokens.plain[place + 1];
  return next === undefined || tokens.startsSentence[place + 1] === true || AFTER_A_NOUN.has(next);
}

/** Whether something follows that the action is done to, with or for, and it is no direction. */
function hasObject(tokens: GoalTokens, index: number): boolean {
  const after = tokens.end[index] ?? index + 1;
  if (after > index + 1) {
    if (COLLEGE_GOERS.has(tokens.plain[index] ?? "") && goesToCollege(tokens, index) !== "no")
      return false;
    return !isOpinion(tokens, after) || TO_WORK_WITH.has(tokens.plain[after] ?? "");
  }
  let place = after;
  while (is(tokens, place, CLASS.DETERMINER)) place++;
  const word = tokens.plain[place];
  if (DOES.has(tokens.plain[index] ?? "") && STOPS.has(word ?? "")) return false;
  if (word === undefined || EMPTY.has(word) || tokens.startsSentence[place] === true) return false;
  if (nextOf(tokens, after, 3, CLASS.MORE | CLASS.OPINION) >= 0) return false;
  return TO_WORK_WITH.has(word) || !isOpinion(tokens, after);
}

function goesToCollege(tokens: GoalTokens, index: number): "no" | "any" | "of-a-kind" {
  for (let place = index + 1; place < index + 6; place++) {
    if (is(tokens, place, CLASS.OPINION)) return "no";
    if (!is(tokens, place, CLASS.COLLEGE)) continue;
    if (COLLEGE_EVENTS.has(tokens.plain[place + 1] ?? "")) return "no";
    const isKind =
      (tokens.end[place] ?? 0) > place + 1 || /^\p{Lu}/u.test(tokens.written[place] ?? "");
    return isKind ? "of-a-kind" : "any";
  }
  return "no";
}
