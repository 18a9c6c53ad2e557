import { LANGUAGE } from "../words/language.js";
import { MARK_KEYS, STATE_MARKS, STATE_MEANINGS, type MarkWords } from "../words/terms/states.js";
import { isWhollyExact, type AboutEdition } from "./edition.js";

/** What the marks of an edition's shares mean: exact ones have no ranges. */
export function marksOf(screen: AboutEdition): readonly MarkWords[] {
  const { ranges, exact, partlyExact } = MARK_KEYS[LANGUAGE];
  if (screen.edition === "public") return ranges;
  return isWhollyExact(screen) ? exact : partlyExact;
}

/** What the marks of these rows mean, where the figures are not shares of students. */
export function stateMarks(rows: readonly { readonly state: string }[]): readonly MarkWords[] {
  const marks: { readonly [state: string]: string } = STATE_MARKS[LANGUAGE];
  const meanings: { readonly [state: string]: string } = STATE_MEANINGS[LANGUAGE];
  return [...new Set(rows.map(({ state }) => state))].flatMap((state) => {
    const [mark, meaning] = [marks[state], meanings[state]];
    return mark === undefined || meaning === undefined ? [] : [{ mark, meaning }];
  });
}
