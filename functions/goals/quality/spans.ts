import { is, nextOf, type GoalTokens } from "./goal-tokens.ts";
import { CLASS } from "./words/word-class.ts";

const ORDINAL_GRADE = /^(?:[6-9]|1[0-2])(?:th|o|no|vo|mo)?$/;
const WHOLE = new Set(
  "all whole entire throughout during rest remainder end ends ending beginning start middle mid final last over for within toda todo durante resto final finales fin finalizar terminar termine acabar acabe inicio principio mitad lo through until hasta".split(
    " ",
  ),
);
const END = new Set(
  "end ends ending close final finales fin finalizar terminar termine termina acabar acabe acaba conclusion beginning start middle halfway inicio comienzo principio mitad rest remainder first last ultimo ultima".split(
    " ",
  ),
);
const OF = new Set(["of", "de", "del", "the", "el", "la", "my", "mi", "this", "este", "s", "out"]);
const PER = new Set("a per each every an por al cada".split(" "));
const IN_LENGTH = new Set(
  "in within for over during next dentro en por durante proximos proximas the los las about least coming following siguientes under than first primeros primeras".split(
    " ",
  ),
);
const LONG_UNITS = new Set(
  "day days week weeks wk wks month months year years yr yrs semester semesters quarter quarters trimester trimesters dia dias semana semanas mes meses ano anos semestre semestres trimestre trimestres school".split(
    " ",
  ),
);
const SOME = new Set("a an one several few couple un una unos unas uno pocos".split(" "));
const LEAVES = new Set(
  "graduate leave turn finish complete start enter move begin reach get end apply become gradue graduo termine acabe cumpla salga empiece entre vaya pase inicie graduar graduarme terminar acabar cumplir salir empezar entrar irme ir comenzar graduemos graduating leaving finishing turning completing starting entering graduarnos".split(
    " ",
  ),
);
const RECURRING_EVENTS = new Set("each every any all a cada todos los las".split(" "));
const STATES = new Set(
  "am is was are im gusta encanta like love enjoy currently estoy soy right now".split(" "),
);
const BEFORE_TERMINAR = new Set("al de que cuando para".split(" "));
const PAST = new Set("last past previous pasado pasada anterior ago than".split(" "));
const UNTIL_TESTS = new Set("the my next first final upcoming el mi proximo próximo".split(" "));

/** Whether a period with an end, an event that has a day, or a length of time begins here. */
export function hasSpan(tokens: GoalTokens, index: number): boolean {
  const kind = tokens.classes[index] ?? 0;
  const word = tokens.plain[index] ?? "";
  if ((kind & CLASS.PERIOD) !== 0 && isPeriodWithEnd(tokens, index)) return true;
  if ((kind & CLASS.SCHOOL_LEVEL) !== 0 && isSchoolLevelYear(tokens, index)) return true;
  if ((kind & CLASS.BEFORE) !== 0 && isBeforeEvent(tokens, index)) return true;
  if (word === "when" || word === "cuando") return isLeaving(tokens, index + 1);
  if (word === "grade" || word === "grado" || word === "grader")
    return isGradeAsTime(tokens, index);
  if (word === "q" || word === "s" || word === "t")
    return /^[1-4]$/.test(tokens.plain[index + 1] ?? "");
  if (END.has(word) && isEndOfEvent(tokens, index)) return true;
  if (word === "during" || word === "durante" || word === "over" || word === "throughout") {
    return nextOf(tokens, index + 1, 3, CLASS.EVENT) >= 0;
  }
  if (word === "on" && is(tokens, index + 1, CLASS.EVENT)) return true;
  if (word === "on" || word === "at" || word === "next" || word === "proximo")
    return isNextTest(tokens, index);
  if (word === "al")
    return ["terminar", "finalizar", "acabar", "concluir", "graduarme", "cumplir"].includes(
      tokens.plain[index + 1] ?? "",
    );
  return word === "right" || word === "immediately" ? tokens.plain[index + 1] === "after" : false;
}

/** "This semester", "by the end of the year", "for 3 weeks", "segundo semestre"; not "twice a week" nor "last year". */
function isPeriodWithEnd(tokens: GoalTokens, index: number): boolean {
  const { plain } = tokens;
  const [beforeThat = "", previous = "", next = ""] = [
    plain[index - 2],
    plain[index - 1],
    plain[index + 1],
  ];
  if (PAST.has(previous) && next !== "of") return false;
  if (next === "pasado" || next === "anterior" || next === "ago") return false;
  if (/^(?:que|q)$/.test(next) && ["viene", "entra", "sigue"].includes(plain[index + 2] ?? ""))
    return true;
  if (is(tokens, index + 1, CLASS.THIS) && next !== "this" && next !== "este" && next !== "esta")
    return true;
  for (let place = index - 1; place >= Math.max(0, index - 3); place--) {
    const word = plain[place] ?? "";
    if (is(tokens, place, CLASS.EACH)) return false;
    if (is(tokens, place, CLASS.THIS)) return !(place < index - 1 && PER.has(previous));
    if (WHOLE.has(word))
      return !(PER.has(previous) && place < index - 1) || isLengthOf(tokens, index);
    if (is(tokens, place, CLASS.ORDINAL) && place >= index - 2 && !isShort(plain[index]))
      return true;
    if (/^\d(?:st|nd|rd|th|er|do)$/.test(word) && !isShort(plain[index])) return true;
  }
  if (
    /^(?:[1-4]|one|two|three|four)$/.test(next) &&
    !isShort(plain[index]) &&
    !is(tokens, index + 2, CLASS.UNIT)
  )
    return true;
  if (previous === "by" || beforeThat === "by" || previous === "before") return !PER.has(previous);
  if (next === "end" || previous === "school") return isSchoolYear(tokens, index);
  return isLengthOf(tokens, index);
}

const isShort = (word = ""): boolean =>
  /^(?:day|days|dias?|weeks?|wks?|semanas?|years?|yrs?|anos?|months?|mes|meses|weekends?)$/.test(
    word,
  ) &&
  word !== "weekend" &&
  word !== "year" &&
  word !== "ano";

function isSchoolYear({ plain }: GoalTokens, index: number): boolean {
  const word = plain[index - 2] ?? "";
  return (
    ["this", "next", "the", "during", "by", "all", "current"].includes(word) ||
    plain[index + 1] === "end"
  );
}

/** "In 5 years", "for a month", "dentro de dos semanas"; not "5 days a week". */
function isLengthOf(tokens: GoalTokens, index: number): boolean {
  const { plain } = tokens;
  if (!LONG_UNITS.has(plain[index] ?? "")) return false;
  const amount = plain[index - 1] ?? "";
  const isAmount = /^\d/.test(amount) || is(tokens, index - 1, CLASS.NUMBER) || SOME.has(amount);
  if (
    !isAmount &&
    !(amount === "of" || amount === "de" || amount === "more" || amount === "school")
  )
    return false;
  if (PER.has(plain[index + 1] ?? "") || is(tokens, index + 1, CLASS.EACH)) return false;
  let place = index - 2;
  if (amount === "of" || amount === "de") place = index - 3;
  while (
    SOME.has(plain[place] ?? "") ||
    ["at", "least", "about", "than", "less", "no", "more", "de", "couple", "al", "menos"].includes(
      plain[place] ?? "",
    )
  )
    place--;
  const before = plain[place] ?? "";
  if (!IN_LENGTH.has(before)) return false;
  return !isFrequencyBefore(tokens, place);
}

/** "3 times in a week" says how often. */
const isFrequencyBefore = ({ plain }: GoalTokens, index: number): boolean =>
  [
    "times",
    "time",
    "veces",
    "vez",
    "once",
    "twice",
    "hours",
    "horas",
    "days",
    "dias",
    "minutes",
    "minutos",
  ].includes(plain[index - 1] ?? "");

/** "Junior year", "my senior year"; a level alone says who the student is. */
function isSchoolLevelYear({ plain }: GoalTokens, index: number): boolean {
  const next = plain[index + 1] ?? "";
  const previous = plain[index - 1] ?? "";
  if (next === "year" || next === "yr" || next === "summer" || next === "fall" || next === "spring")
    return true;
  return (next === "ano" || previous === "as") && plain[index - 2] !== "am";
}

/** "By the end of 10th grade", "in 9th grade I will"; not "in 9th grade I like art". */
function isGradeAsTime(tokens: GoalTokens, index: number): boolean {
  const { plain } = tokens;
  const isBefore = isGradeNumber(tokens, index - 1);
  const isAfter = isGradeNumber(tokens, index + 1);
  if (!isBefore && !isAfter) return false;
  let place = isBefore ? index - 2 : index - 1;
  while (["the", "my", "el", "mi", "of", "de", "del"].includes(plain[place] ?? "")) place--;
  const before = plain[place] ?? "";
  if (
    [
      "by",
      "before",
      "during",
      "throughout",
      "end",
      "until",
      "through",
      "fin",
      "final",
      "para",
      "antes",
      "hasta",
      "durante",
      "finish",
      "start",
      "beginning",
      "completing",
    ].includes(before)
  ) {
    return plain[index + 1] !== "level" && plain[index + 2] !== "level";
  }
  if (before !== "in" && before !== "en") return false;
  if (plain[index + 1] === "level") return false;
  const near = [
    ...plain.slice(Math.max(0, place - 5), place),
    ...plain.slice(index + 1, index + 6),
  ];
  return !near.some((word) => STATES.has(word));
}

const isGradeNumber = (tokens: GoalTokens, index: number): boolean =>
  ORDINAL_GRADE.test(tokens.plain[index] ?? "") || is(tokens, index, CLASS.ORDINAL);

/** "By graduation", "before I turn 18", "antes de Navidad"; not "by studying" nor "before class". */
function isBeforeEvent(tokens: GoalTokens, index: number): boolean {
  const { plain } = tokens;
  for (let place = index + 1; place <= index + 4 && place < plain.length; place++) {
    if (
      is(tokens, place, CLASS.EACH) ||
      (RECURRING_EVENTS.has(plain[place] ?? "") &&
        ((plain[place] !== "los" && plain[place] !== "las") || plain[index] === "para"))
    )
      return false;
    if (is(tokens, place, CLASS.EVENT))
      return plain[index] !== "para" || isDatedEvent(plain, place);
    if (is(tokens, place, CLASS.TEST))
      return (
        UNTIL_TESTS.has(plain[place - 1] ?? "") &&
        !/s$/.test(plain[place] ?? "") &&
        plain[index] !== "para" &&
        plain[index] !== "by"
      );
    if (
      isGradeNumber(tokens, place) &&
      (plain[index] === "by" || plain[index] === "before") &&
      plain[place + 1] === undefined &&
      !/^\d+$/.test(plain[place] ?? "")
    )
      return true;
    if (LEAVES.has(plain[place] ?? "") && plain[index] !== "para" && plain[index] !== "by")
      return isLeaving(tokens, index + 1);
    if (place === index + 1 && plain[index] === "by" && /ing$/.test(plain[place] ?? ""))
      return false;
  }
  return false;
}

/** Spanish "para" is also "for": "para la graduación" says when, "para la universidad" does not. */
const isDatedEvent = (plain: readonly string[], index: number): boolean =>
  ![
    "preparatoria",
    "secundaria",
    "prepa",
    "bachillerato",
    "college",
    "high",
    "middle",
    "highschool",
  ].includes(plain[index] ?? "");

/** "I graduate", "me gradúe", "I turn 18": after "before", "when" or "by the time". */
function isLeaving(tokens: GoalTokens, index: number): boolean {
  const { plain } = tokens;
  for (let place = index; place < index + 5; place++) {
    const word = plain[place] ?? "";
    if (
      ["up", "grande", "mayor", "tired", "stuck", "class", "bed", "home"].includes(
        plain[place + 1] ?? "",
      )
    )
      return false;
    if (word === "graduate" || word.startsWith("gradu") || word.startsWith("cumpl"))
      return !/^(?:in|it|them|my)$/.test(plain[place + 1] ?? "");
    if (/^(?:1[4-9]|2\d|30)$/.test(word)) return true;
    if (word === "turn" || word === "turning") continue;
    if (
      (word === "grade" || word === "grado") &&
      (isGradeNumber(tokens, place - 1) || isGradeNumber(tokens, place + 1))
    )
      return true;
    if (LEAVES.has(word) && !["al", "the", "to"].includes(plain[place + 1] ?? ""))
      return (
        [
          "high",
          "school",
          "highschool",
          "college",
          "the",
          "middle",
          "la",
          "el",
          "de",
          "universidad",
          "prepa",
          "to",
          "9th",
          "10th",
          "11th",
          "12th",
        ].includes(plain[place + 1] ?? "") &&
        !["game", "work", "test", "class"].includes(plain[place + 2] ?? "")
      );
  }
  return false;
}

/** "The end of the season", "last day of school", "el final de la clase"; not "the end of each day". */
function isEndOfEvent(tokens: GoalTokens, index: number): boolean {
  const { plain } = tokens;
  const word = plain[index] ?? "";
  let place = index + 1;
  if (word === "first" || word === "last" || word === "ultimo" || word === "ultima") {
    const isDay = /^(?:day|week|month|dia|semana|mes)$/.test(plain[place] ?? "");
    return isDay && (plain[place + 1] === "of" || plain[place + 1] === "de");
  }
  if (/^(?:termin|acab|finaliz)/.test(word) && !BEFORE_TERMINAR.has(plain[index - 1] ?? ""))
    return false;
  if (!OF.has(plain[place] ?? "")) return false;
  if (plain[place] === "the" && word !== "end" && word !== "ending") return false;
  while (OF.has(plain[place] ?? "")) place++;
  if (is(tokens, place, CLASS.EACH)) return false;
  if (is(tokens, place, CLASS.PERIOD | CLASS.EVENT | CLASS.SCHOOL_LEVEL))
    return plain[place] !== "days";
  if (
    /^(?:high|middle|school|class|course|year|clase|clases|escuela|curso|season|nine|marking|grading|unit|program|programa|ciclo|periodo)$/.test(
      plain[place] ?? "",
    )
  )
    return true;
  return isGradeNumber(tokens, place);
}

/** "On my next math test", "at the next meet": an event that has a day. */
function isNextTest(tokens: GoalTokens, index: number): boolean {
  const { plain } = tokens;
  for (let place = index; place <= index + 2; place++) {
    if (plain[place] !== "next" && plain[place] !== "upcoming" && plain[place] !== "proximo")
      continue;
    return plain
      .slice(place + 1, place + 4)
      .some((word) =>
        /^(?:test|quiz|exam|essay|project|meet|game|unit|report|benchmark|map|assessment|meeting|audition|examen|partido|tournament|competition|checkup)$/.test(
          word,
        ),
      );
  }
  return false;
}
