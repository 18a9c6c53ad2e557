import { LANGUAGE } from "../words/language.js";
import { MARK_KEYS, type MarkWords } from "../words/terms/states.js";
import { isWhollyExact, type AboutEdition } from "./edition.js";

/** What the marks of an edition's tables mean: exact figures have no ranges. */
export function marksOf(screen: AboutEdition): readonly MarkWords[] {
  const { ranges, exact, partlyExact } = MARK_KEYS[LANGUAGE];
  if (screen.edition === "public") return ranges;
  return isWhollyExact(screen) ? exact : partlyExact;
}
