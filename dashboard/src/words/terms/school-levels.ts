import { nameIn, names } from "./named.js";

/** Which grades a school has, in a word. */
export const SCHOOL_LEVEL_NAMES = names({
  en: {
    elementary: "Elementary school",
    middle: "Middle school",
    high: "High school",
    other: "Other school",
  },
  es: {
    elementary: "Escuela primaria",
    middle: "Escuela intermedia",
    high: "Escuela secundaria",
    other: "Otra escuela",
  },
});

export const schoolLevelName = nameIn(SCHOOL_LEVEL_NAMES);
