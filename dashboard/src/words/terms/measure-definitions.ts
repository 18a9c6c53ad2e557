import type { MeasureDefinition } from "../../../../functions/domain/figures/measure-definition.ts";
import { LANGUAGE, type Language } from "../language.js";
import type { DefinitionWords, MeasureWords } from "./definition-words.js";
import { DEFINITIONS_OF_GOALS } from "./definitions-of-goals.js";
import { DEFINITIONS_OF_PLANS } from "./definitions-of-plans.js";
import { DEFINITIONS_OF_TRANSITIONS } from "./definitions-of-transitions.js";
import { measureName } from "./measures.js";
import { inEnglish } from "./named.js";

/** By the id of the measure; in English the release has them. */
export const MEASURE_DEFINITIONS: {
  readonly es: { readonly [measure: string]: DefinitionWords };
} = {
  es: { ...DEFINITIONS_OF_PLANS.es, ...DEFINITIONS_OF_GOALS.es, ...DEFINITIONS_OF_TRANSITIONS.es },
};

/** A measure in the reader's language; in English where its definition has changed since it was translated. */
export function measureWords(
  measure: MeasureDefinition,
  language: Language = LANGUAGE,
): MeasureWords {
  if (language === "en") return measure;
  const known = MEASURE_DEFINITIONS[language][measure.id];
  const words = known?.version === measure.version ? known : inEnglishWords(measure, language);
  return { ...words, name: measureName(measure.id, measure.name, language) };
}

const inEnglishWords = (
  { definition, numerator, denominator, exclusions }: MeasureDefinition,
  language: Language,
): Omit<MeasureWords, "name"> => ({
  definition: inEnglish(definition, language),
  numerator: inEnglish(numerator, language),
  denominator: inEnglish(denominator, language),
  exclusions: inEnglish(exclusions, language),
});
