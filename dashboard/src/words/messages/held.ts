import { EN, ES } from "../formats/formats.js";
import { LANGUAGE, type InLanguages, type Language } from "../language.js";

const HELD: InLanguages<(day: string) => string> = {
  en: (day) => `data as of ${EN.day(day)}`,
  es: (day) => `datos del ${ES.day(day)}`,
};

/** " (data as of March 31, 2022)" where the counts of a figure are of an earlier day than the release. */
export const heldInWords = (heldOn: string | null, language: Language = LANGUAGE): string =>
  heldOn === null ? "" : ` (${HELD[language](heldOn)})`;

/** The same within parentheses that hold something else already. */
export const heldAmong = (heldOn: string | null, language: Language = LANGUAGE): string =>
  heldOn === null ? "" : `; ${HELD[language](heldOn)}`;
