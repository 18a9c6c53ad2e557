import { isBeforeEvent, isEndOfEvent } from "./dated-events.ts";
import { type GoalTokens, is, nextOf } from "./goal-tokens.ts";
import { isGradeAsTime } from "./grade-times.ts";
import { isLeaving } from "./leaving-school.ts";
import { isPeriodWithEnd } from "./periods.ts";
import { CLASS } from "./words/word-class.ts";
import { wordSet } from "./words/word-set.ts";

const ENDING = wordSet("terminar finalizar acabar concluir graduarme cumplir");
const END = wordSet(`
  end ends ending close final finales fin finalizar terminar termine termina acabar acabe
  acaba conclusion beginning start middle halfway inicio comienzo principio mitad rest
  remainder first last ultimo ultima
`);

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
  if (word === "al") return ENDING.has(tokens.plain[index + 1] ?? "");
  return word === "right" || word === "immediately" ? tokens.plain[index + 1] === "after" : false;
}

/** "Junior year", "my senior year"; a level alone says who the student is. */
function isSchoolLevelYear({ plain }: GoalTokens, index: number): boolean {
  const next = plain[index + 1] ?? "";
  const previous = plain[index - 1] ?? "";
  if (next === "year" || next === "yr" || next === "summer" || next === "fall" || next === "spring")
    return true;
  return (next === "ano" || previous === "as") && plain[index - 2] !== "am";
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
