import type { Language } from "../../../dashboard/src/words/language.ts";

/** Words that are common in one language, and are no words of the other. */
const COMMON: { readonly [language in Language]: readonly string[] } = {
  en: [
    ...["the", "of", "and", "with", "by", "to", "for", "from", "in", "on", "is", "are", "was"],
    ...["or", "not", "which", "that", "their", "students", "student", "school", "review"],
    ...["reviews", "plans", "grade", "grades", "data", "week", "weeks", "days", "held", "goals"],
  ],
  es: [
    ...["el", "los", "las", "de", "del", "y", "con", "para", "por", "en", "que", "una", "sin"],
    ...["estudiantes", "estudiante", "escuela", "escuelas", "revisión", "planes", "grado"],
  ],
};

/** The common words of the other language in a text of one. */
export const foreignWords = (text: string, language: Language): readonly string[] => {
  const other = language === "en" ? COMMON.es : COMMON.en;
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => other.includes(word));
};

/** How a release is made is no reader's concern: words that no page says. */
export const wordsOfMachinery = (text: string): readonly string[] =>
  text.match(
    /\bhidden\b|\bbands?\b|suppress|software|as-of|\boculto|\bbandas?\b|suprimi|supresi/gi,
  ) ?? [];
