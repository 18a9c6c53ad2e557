import { capital } from "../formats/text.js";
import { english, inLanguage, LANGUAGE, type Language } from "../language.js";
import { measureName } from "./measures.js";

interface RateNamed {
  readonly measure: string;
  readonly breakdown: string;
  /** The name of the requirement or transition, or of the group. */
  readonly name: string;
}

const WORDS = inLanguage({
  en: { held: (review: string) => `${review} held`, ready: (move: string) => `Ready: ${move}` },
  es: {
    held: (review: string) => `Realizada: ${review}`,
    ready: (move: string) => `Preparados: ${move}`,
  },
});

/** What a rate is called: a measure of everybody, or one of a requirement or transition. */
export function rateName(
  { measure, breakdown, name }: RateNamed,
  language: Language = LANGUAGE,
): string {
  if (breakdown === "all") return capital(measureName(measure, measure, language));
  const named = english(name);
  if (measure === "review-held") return WORDS.held(named);
  return measure === "transition-coverage" ? WORDS.ready(named) : named;
}
